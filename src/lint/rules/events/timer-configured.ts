import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const timerConfigured: Rule = {
  id: 'IE21',
  name: 'timer-configured',
  statement: 'A timer has one of date, duration and cycle; in an executable process it has one.',
  why: 'With none it never fires, with two nobody knows when.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: [],
  check({ all, report }) {
    for (const timer of all('bpmn:TimerEventDefinition')) {
      const number = [timer.timeDate, timer.timeDuration, timer.timeCycle].filter(Boolean).length;
      const event = timer.$parent ?? timer;
      if (number > 1) report(event, `${The(event)} has ${number} of date, duration and cycle. Keep one.`);
      else if (number === 0 && isExecutable(timer))
        report(event, `${The(event)} does not say when. Give its timer a date, a duration or a cycle.`);
    }
  },
};
