import { is } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const sendTaskHasMessageFlow: Rule = {
  id: 'MF07',
  name: 'send-task-has-message-flow',
  statement: 'In a collaboration a message flow begins at every step that sends a message.',
  why: 'The reader sees that something is sent and not to whom.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, messagesFrom, poolOf, report }) {
    if (all('bpmn:MessageFlow').length === 0) return;
    const senders = all('bpmn:FlowNode').filter(
      (node) => is(node, 'bpmn:SendTask') || (is(node, 'bpmn:ThrowEvent') && hasTrigger(node, 'Message')),
    );
    for (const node of senders) {
      if (poolOf(node) && messagesFrom(node).length === 0)
        report(node, `${The(node)} sends a message, but no message flow says to whom. Draw one.`);
    }
  },
};
