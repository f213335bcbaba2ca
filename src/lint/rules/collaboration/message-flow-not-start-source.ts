import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const messageFlowNotStartSource: Rule = {
  id: 'MF04',
  name: 'message-flow-not-start-source',
  statement: 'No message flow begins at a start event.',
  why: 'A start event waits; it sends nothing.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.102'],
  check({ all, messagesFrom, report }) {
    for (const event of all('bpmn:StartEvent')) {
      for (const flow of messagesFrom(event))
        report(flow, `${The(flow)} begins at ${the(event)}, which sends nothing. Let it begin at the step that sends.`);
    }
  },
};
