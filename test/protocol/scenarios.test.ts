import { expect, it } from 'vitest';
import { areFilesOfScenarios, isRanScenarios } from '../../src/protocol/scenarios.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
const file = { uri: 'file:///a', scenarios: [{ name: 'a', range }] };
const ran = {
  runs: [{ name: 'a' }, { name: 'b', failure: { message: 'No.', range, possible: ['c'] } }],
  coverage: [{ uri: 'file:///b', places: [{ id: 'c', name: 'C', range, leaves: 'd', times: 1 }] }],
};

it('takes whole answers', () => {
  expect(areFilesOfScenarios([])).toBe(true);
  expect(areFilesOfScenarios([file, { ...file, scenarios: [{ name: 'a', label: 'A', range }] }])).toBe(true);
  expect(isRanScenarios(ran)).toBe(true);
});

it('takes no half ones', () => {
  expect(areFilesOfScenarios(null)).toBe(false);
  expect(areFilesOfScenarios([{ ...file, scenarios: [{ name: 'a' }] }])).toBe(false);
  expect(isRanScenarios({ ...ran, runs: [{ name: 'a', failure: { message: 'No.' } }] })).toBe(false);
  expect(isRanScenarios({ ...ran, coverage: [{ uri: 'file:///b', places: [{ id: 'c', range, times: -1 }] }] })).toBe(
    false,
  );
});
