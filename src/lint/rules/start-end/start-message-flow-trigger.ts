import { messageTrigger } from '../../fixes/message-trigger.ts';
import { hasTrigger, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const startMessageFlowTrigger: Rule = {
  id: 'SE11',
  name: 'start-message-flow-trigger',
  statement: 'A start event to which a message flow leads waits for a message.',
  why: 'Without the trigger the message does not start the process.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.103'],
  fix: { title: 'Let it wait for the message', isSafe: true },
  check({ all, messagesTo, report }) {
    for (const event of all('bpmn:StartEvent')) {
      const [flow] = messagesTo(event);
      if (flow && !hasTrigger(event, 'Message'))
        report(
          event,
          `A message flow leads to ${the(event)}, which waits for no message. Make it a message start event.`,
          triggersOf(event).length === 0 ? { fix: messageTrigger(event, flow) } : {},
        );
    }
  },
};
