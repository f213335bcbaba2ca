import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const messageFlowNotEndTarget: Rule = {
  id: 'MF05',
  name: 'message-flow-not-end-target',
  statement: 'No message flow ends at an end event.',
  why: 'An end event sends; it waits for nothing.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.3',
  references: ['EXT.108'],
  check({ all, messagesTo, report }) {
    for (const event of all('bpmn:EndEvent')) {
      for (const flow of messagesTo(event))
        report(
          flow,
          `${The(flow)} ends at ${the(event)}, which waits for nothing. Let it end at the step that receives.`,
        );
    }
  },
};
