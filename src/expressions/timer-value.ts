/** The three forms of a timer (BPMN 2.0.2, 10.5, TimerEventDefinition), each in ISO 8601. */
export type TimerForm = 'duration' | 'date' | 'cycle';

const DURATION =
  /^P(?!$)(\d+([.,]\d+)?Y)?(\d+([.,]\d+)?M)?(\d+([.,]\d+)?W)?(\d+([.,]\d+)?D)?(T(?=\d)(\d+([.,]\d+)?H)?(\d+([.,]\d+)?M)?(\d+([.,]\d+)?S)?)?$/;
const DATE =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-4])(:[0-5]\d(:[0-5]\d([.,]\d+)?)?)?(Z|[+-]\d{2}(:?\d{2})?(\[[\w/]+\])?)?)?$/;
/** Engines take a cron expression for a cycle too: five to seven fields. */
const CRON = /^([\d*?LW/,#A-Z-]+\s+){4,6}[\d*?LW/,#A-Z-]+$/i;

/** Which form of a timer `value` is; undefined if it is none of them. */
export function timerForm(value: string): TimerForm | undefined {
  if (DURATION.test(value)) return 'duration';
  if (DATE.test(value)) return 'date';
  return isCycle(value) ? 'cycle' : undefined;
}

/** Whether `value` was meant as ISO 8601 and not as an expression: P1X, R/1H, 2026-13-01. */
export function looksLikeTimer(value: string): boolean {
  return /^(-?P[T\d]|R\d*\/|\d{4}-\d)/.test(value);
}

function isCycle(value: string): boolean {
  if (CRON.test(value)) return true;
  const [repeat, ...parts] = value.split('/');
  if (!/^R\d*$/.test(repeat ?? '') || parts.length < 1 || parts.length > 2) return false;
  const [first = '', second] = parts;
  if (second === undefined) return DURATION.test(first);
  return (
    (DATE.test(first) && (DURATION.test(second) || DATE.test(second))) || (DURATION.test(first) && DATE.test(second))
  );
}
