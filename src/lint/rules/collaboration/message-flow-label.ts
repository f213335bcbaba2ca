import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const messageFlowLabel: Rule = {
  id: 'MF10',
  name: 'message-flow-label',
  statement: 'A message flow has the name of its message.',
  why: 'Without it the reader has to guess what is sent.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, report }) {
    for (const flow of all('bpmn:MessageFlow')) {
      if (!nameOf(flow) && !flow.messageRef)
        report(flow, `${The(flow)} does not say what is sent. Name it for its message.`);
    }
  },
};
