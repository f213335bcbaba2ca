import { expect, test } from 'vitest';
import { durationOf, spanInWords } from '../../src/simulation/clock.ts';

test.each([
  ['PT10S', 10_000],
  ['P1D', 86_400_000],
  ['P1DT2H', 93_600_000],
  ['P2W', 14 * 86_400_000],
  ['PT1.5H', 5_400_000],
  ['R3/PT10S', 10_000],
  ['R/2026-01-01T00:00:00Z/PT1M', 60_000],
  ['P', undefined],
  ['PT', undefined],
  ['0 0/5 * * * ?', undefined],
  ['duration', undefined],
])('%s lasts %s ms', (text, length) => {
  expect(durationOf(text)).toBe(length);
});

test.each([
  [0, '0 s'],
  [90_000, '1 min 30 s'],
  [93_600_000, '1 day 2 h'],
  [2 * 86_400_000 + 5_000, '2 days 5 s'],
])('%s ms are said as %s', (length, words) => {
  expect(spanInWords(length)).toBe(words);
});
