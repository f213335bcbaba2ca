import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const catchHasOutgoingMessageFlow: Rule = {
  id: 'MF09',
  name: 'catch-has-outgoing-message-flow',
  statement: 'No message flow begins at a catch event or a receive task.',
  why: 'They wait; they send nothing.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.119'],
  check({ all, report }) {
    for (const flow of all('bpmn:MessageFlow')) {
      const source = flow.sourceRef;
      const isCatching = is(source, 'bpmn:IntermediateCatchEvent') || is(source, 'bpmn:BoundaryEvent');
      if (isCatching)
        report(
          flow,
          `${The(flow)} begins at ${the(source)}, which waits and does not send. Make it a throw event, or turn the flow round.`,
        );
      if (is(source, 'bpmn:ReceiveTask'))
        report(
          flow,
          `${The(flow)} begins at ${the(source)}, which waits and does not send. Make it a send task, or turn the flow round.`,
          { references: [] },
        );
    }
  },
};
