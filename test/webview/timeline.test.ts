import { expect, test } from 'vitest';
import type { Happening } from '../../src/simulation/index.ts';
import { durationOf, passages } from '../../webview/simulation/timeline.ts';

const flows = new Map(['a-b', 'b-c', 'x-y'].map((id) => [id, { source: id.charAt(0), target: id.charAt(2) }]));
const took = (element: string, run = 1, what = 'took'): Happening => ({ step: 1, element, what, run, sentence: '' });
const times = (...happened: Happening[]) =>
  passages(
    happened,
    (flow) => flows.get(flow) ?? (flow === 'm' ? { source: 'b', target: 'x' } : undefined),
    (flow) => (flow === 'unseen' ? undefined : 200),
  ).map(({ flow, start, end }) => [flow, start, end]);

test('a token leaves a node when it has come there', () => {
  expect(times(took('a-b'), took('b-c'))).toEqual([
    ['a-b', 0, 500],
    ['b-c', 500, 1000],
  ]);
});

test('what a message sets off in another instance waits for it', () => {
  expect(times(took('a-b'), took('m', 1, 'sent'), took('x-y', 2))).toEqual([
    ['a-b', 0, 500],
    ['m', 500, 1000],
    ['x-y', 1000, 1500],
  ]);
});

test('instances do not wait for each other, but queue on the same flow', () => {
  expect(times(took('a-b', 1), took('a-b', 2), took('b-c', 1), took('b-c', 2))).toEqual([
    ['a-b', 0, 500],
    ['a-b', 120, 620],
    ['b-c', 500, 1000],
    ['b-c', 620, 1120],
  ]);
});

test('a long queue takes no longer than a second and a half', () => {
  const many = Array.from({ length: 200 }, (_, at) => took('a-b', at + 1));
  const list = passages(
    many,
    (flow) => flows.get(flow),
    () => 200,
  );
  expect(durationOf(list)).toBeLessThanOrEqual(2000);
});

test('what is not drawn takes no time', () => {
  expect(times(took('unseen'), took('a-b'))).toEqual([['a-b', 0, 500]]);
});
