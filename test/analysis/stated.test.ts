/** Small models of which the first line states what holds and why: `<!-- safe false, optionToComplete true: … -->`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyzeProcesses, type Verdict } from '../../src/analysis/index.ts';
import { type Definitions, readModel } from '../../src/model/index.ts';

const folder = join(import.meta.dirname, '../fixtures/analysis');
const properties = [
  ...(['sound', 'messageRelaxedSound', 'optionToComplete', 'properCompletion', 'safe', 'noDeadActivities'] as const),
];

const values: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Of each property that is stated: whether it holds of all that the model has to judge; null where that is not decided. */
function stated(xml: string): Record<string, boolean | null> {
  const [, line = ''] = /^<!-- ([^:]*):/.exec(xml) ?? [];
  const pairs = line.split(', ').map((each) => each.split(' '));
  return Object.fromEntries(pairs.map(([name = '', holds]) => [name, values[holds ?? ''] ?? null]));
}

function ofAll(verdicts: readonly Verdict[], name: (typeof properties)[number]): boolean | null {
  const found = verdicts.map((verdict) => verdict[name]);
  if (found.includes(false)) return false;
  return found.includes(null) ? null : true;
}

test.each(readdirSync(folder))('%s', (file) => {
  const xml = readFileSync(join(folder, file), 'utf8');
  const expected = stated(xml);
  const names = properties.filter((name) => name in expected);
  expect(names.sort()).toEqual(Object.keys(expected).sort());
  for (const isReduced of [true, false]) {
    const verdicts = analyzeProcesses([readModel(xml).definitions as Definitions], { isReduced });
    expect(Object.fromEntries(names.map((name) => [name, ofAll(verdicts, name)]))).toEqual(expected);
  }
});
