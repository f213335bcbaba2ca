import { is } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const messageFlowTarget: Rule = {
  id: 'MF03',
  name: 'message-flow-target',
  statement: 'A message flow ends at a pool, an activity, or an event that waits for a message.',
  why: 'Only these can receive: elsewhere the message is lost.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 7.6.2',
  references: ['EXT.119'],
  check({ all, report }) {
    for (const flow of all('bpmn:MessageFlow')) {
      const target = flow.targetRef;
      if (is(target, 'bpmn:IntermediateThrowEvent'))
        report(
          flow,
          `${The(flow)} ends at ${the(target)}, which throws and does not wait. Make it a catch event, or turn the flow round.`,
        );
      const isCatching = is(target, 'bpmn:IntermediateCatchEvent') || is(target, 'bpmn:BoundaryEvent');
      if (isCatching && !hasTrigger(target, 'Message'))
        report(flow, `${The(flow)} ends at ${the(target)}, which waits for no message. Make it a message event.`, {
          references: [],
        });
    }
  },
};
