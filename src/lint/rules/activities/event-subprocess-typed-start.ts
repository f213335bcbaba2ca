import { hasVendorTrigger, isEventSubProcess, otherTriggers, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const eventSubprocessTypedStart: Rule = {
  id: 'AC04',
  name: 'event-subprocess-typed-start',
  statement:
    'The start event of an event sub-process has a trigger: a message, timer, error, escalation, compensation, condition or signal.',
  why: 'Nothing else can start it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.059', 'bpmnlint/event-sub-process-typed-start-event'],
  check({ all, report }) {
    for (const event of all('bpmn:StartEvent')) {
      const scope = event.$parent;
      if (!scope || !isEventSubProcess(scope)) continue;
      const [wrong] = otherTriggers(event, [
        'Message',
        'Timer',
        'Error',
        'Escalation',
        'Compensate',
        'Conditional',
        'Signal',
      ]);
      if (triggersOf(event).length === 0 && !hasVendorTrigger(event))
        report(event, `${The(event)} does not say what starts ${the(scope)}. Give it a trigger.`);
      else if (wrong)
        report(event, `${The(event)} cannot start ${the(scope)} by ${wrong}. Use another trigger.`, {
          references: ['EXT.059'],
        });
    }
  },
};
