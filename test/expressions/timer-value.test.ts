import { expect, test } from 'vitest';
import { looksLikeTimer, timerForm } from '../../src/expressions/timer-value.ts';

test.each([
  ['PT48H', 'duration'],
  ['P1Y2M3DT4H5M6.5S', 'duration'],
  ['P2W', 'duration'],
  ['P', undefined],
  ['PT', undefined],
  ['P1H', undefined],
  ['2026-01-31', 'date'],
  ['2026-01-31T09:00:00Z', 'date'],
  ['2026-01-31T09:00:00+02:00[Europe/Paris]', 'date'],
  ['2026-02-32', undefined],
  ['R/PT1H', 'cycle'],
  ['R3/2026-01-31T09:00:00Z/P1D', 'cycle'],
  ['R3', undefined],
  ['0 0 9 * * ?', 'cycle'],
  ['duration(x)', undefined],
])('%s is a %s', (value, form) => expect(timerForm(value)).toBe(form));

test('tells a mistake in ISO 8601 from an expression', () => {
  expect(['P1X', 'R3/x', '2026-13-01', 'PT'].every(looksLikeTimer)).toBe(true);
  expect(['Price', 'duration("P1D")', 'now() + x', 'Rate'].some(looksLikeTimer)).toBe(false);
});
