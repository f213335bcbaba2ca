import { is } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const messageFlowSource: Rule = {
  id: 'MF02',
  name: 'message-flow-source',
  statement: 'A message flow begins at a pool, an activity, or an event that throws a message.',
  why: 'Only these can send: from elsewhere no message ever comes.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 7.6.2',
  references: [],
  check({ all, report }) {
    for (const flow of all('bpmn:MessageFlow')) {
      const source = flow.sourceRef;
      if (is(source, 'bpmn:IntermediateThrowEvent') && !hasTrigger(source, 'Message'))
        report(flow, `${The(flow)} begins at ${the(source)}, which throws no message. Make it a message event.`);
    }
  },
};
