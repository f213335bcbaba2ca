import { is } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const receiveTaskHasMessageFlow: Rule = {
  id: 'MF08',
  name: 'receive-task-has-message-flow',
  statement: 'In a collaboration a message flow ends at every step that waits for a message.',
  why: 'The reader sees that something is awaited and not from whom.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, messagesTo, poolOf, report }) {
    if (all('bpmn:MessageFlow').length === 0) return;
    const receivers = all('bpmn:FlowNode').filter(
      (node) => is(node, 'bpmn:ReceiveTask') || (is(node, 'bpmn:CatchEvent') && hasTrigger(node, 'Message')),
    );
    for (const node of receivers) {
      if (poolOf(node) && messagesTo(node).length === 0)
        report(node, `${The(node)} waits for a message, but no message flow says from whom. Draw one.`);
    }
  },
};
