import { messageTrigger } from '../../fixes/message-trigger.ts';
import { hasTrigger, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const endMessageFlowTrigger: Rule = {
  id: 'SE12',
  name: 'end-message-flow-trigger',
  statement: 'An end event from which a message flow leads throws a message.',
  why: 'Without it nothing is sent.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.3',
  references: ['EXT.109'],
  fix: { title: 'Let it send the message', isSafe: true },
  check({ all, messagesFrom, report }) {
    for (const event of all('bpmn:EndEvent')) {
      const [flow] = messagesFrom(event);
      if (flow && !hasTrigger(event, 'Message'))
        report(
          event,
          `A message flow leads from ${the(event)}, which sends no message. Make it a message end event.`,
          triggersOf(event).length === 0 ? { fix: messageTrigger(event, flow) } : {},
        );
    }
  },
};
