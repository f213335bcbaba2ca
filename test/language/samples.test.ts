import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

const samples = globSync(join(import.meta.dirname, '../fixtures/language/samples/*.procedo')).sort();

test.each(samples.map((path) => [basename(path), path]))('%s has no errors', async (_, path) => {
  const { problems } = await readText(readFileSync(path, 'utf8'));
  expect(problems.filter((problem) => problem.code !== 'unknown-callable')).toEqual([]);
});

test('there are samples', () => expect(samples.length).toBeGreaterThanOrEqual(3));
