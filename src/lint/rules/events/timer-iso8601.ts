import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const timerIso8601: Rule = {
  id: 'IE22',
  name: 'timer-iso8601',
  statement: "A timer's literal value is a date, a duration or a repeating interval of ISO 8601, or a cron expression.",
  why: 'An engine cannot read another value and stops at the event.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: [],
  check({ all, report }) {
    for (const timer of all('bpmn:TimerEventDefinition')) {
      if (!isExecutable(timer)) continue;
      for (const [value, form, example] of [
        [timer.timeDate?.body, date, 'a date such as 2030-01-31T09:00:00Z'],
        [timer.timeDuration?.body, duration, 'a duration such as P2DT4H'],
        [timer.timeCycle?.body, cycle, 'a cycle such as R3/PT10H'],
      ] as const) {
        const literal = value?.trim() ?? '';
        const event = timer.$parent ?? timer;
        // Anything else is an expression, whose value only a run knows.
        if (/^(?:\d|P|R\d*\/)/.test(literal) && /^[\w:+.,/-]+$/.test(literal) && !form.test(literal))
          report(event, `"${literal}" of ${the(event)} is no value of a timer. Write ${example}.`);
      }
    }
  },
};

const durationForm =
  'P(?!$)(?:\\d+(?:[.,]\\d+)?W|(?:\\d+Y)?(?:\\d+M)?(?:\\d+(?:[.,]\\d+)?D)?(?:T(?=\\d)(?:\\d+(?:[.,]\\d+)?H)?(?:\\d+(?:[.,]\\d+)?M)?(?:\\d+(?:[.,]\\d+)?S)?)?)';
const dateForm =
  '\\d{4}-?\\d\\d-?\\d\\d(?:T\\d\\d(?::?\\d\\d(?::?\\d\\d(?:[.,]\\d+)?)?)?(?:Z|[+-]\\d\\d(?::?\\d\\d)?)?)?';
const date = new RegExp(`^${dateForm}$`);
const duration = new RegExp(`^${durationForm}$`);
const cycle = new RegExp(`^R\\d*/(?:${dateForm}/)?(?:${durationForm}|${dateForm})(?:/${dateForm})?$|^${durationForm}$`);
