import { is } from '../../../model/index.ts';
import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const timerCycleInterrupting: Rule = {
  id: 'IE23',
  name: 'timer-cycle-interrupting',
  statement: 'An interrupting boundary event has no cycle.',
  why: 'It happens once: then the activity is over.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      const isCycle = triggersOf(event).some(
        (trigger) => is(trigger, 'bpmn:TimerEventDefinition') && trigger.timeCycle,
      );
      if (event.cancelActivity && isCycle)
        report(
          event,
          `${The(event)} has a cycle, but ends its activity the first time. Use a duration, or let it not interrupt.`,
        );
    }
  },
};
