import { set } from '../../fixes/model-change.ts';
import type { TriggerKind } from '../../queries.ts';
import { hasVendorTrigger, otherTriggers, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const boundaryTypes: Rule = {
  id: 'IE10',
  name: 'boundary-types',
  statement:
    'A boundary event has a trigger that can happen while an activity runs; one that does not interrupt has none of error and compensation.',
  why: 'A link or terminate cannot be caught, an error always breaks the work off.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.110'],
  fix: { title: 'Let it interrupt its activity', isSafe: true },
  check({ all, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      const allowed: TriggerKind[] = ['Message', 'Timer', 'Conditional', 'Signal', 'Escalation', 'Cancel'];
      const interrupting: TriggerKind[] = event.cancelActivity ? ['Error', 'Compensate'] : [];
      const [wrong] = otherTriggers(event, [...allowed, ...interrupting]);
      const mayInterrupt =
        !event.cancelActivity && otherTriggers(event, [...allowed, 'Error', 'Compensate']).length === 0;
      if (triggersOf(event).length === 0 && !hasVendorTrigger(event))
        report(event, `${The(event)} does not say what it waits for. Give it a trigger.`);
      if (wrong)
        report(
          event,
          `${The(event)} cannot wait for ${wrong}${event.cancelActivity ? '' : ' without interrupting'}. ${event.cancelActivity ? 'Use another trigger.' : 'Let it interrupt, or use another trigger.'}`,
          mayInterrupt ? { fix: [set(event, 'cancelActivity')] } : {},
        );
    }
  },
};
