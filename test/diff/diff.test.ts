/**
 * Each folder of test/fixtures/diff has two models, `before` and `after`, and what a reviewer is told. To add a case, write the two and
 * run `npm run test:update`; then read `changes.txt` aloud.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffModels } from '../../src/diff/index.ts';
import { type CmmnDefinitions, type Definitions, is } from '../../src/model/index.ts';
import { noFiles, open } from '../../src/workspace/index.ts';

const fixtures = join(import.meta.dirname, '../fixtures/diff');

test.each(readdirSync(fixtures))('%s', async (name) => {
  const folder = join(fixtures, name);
  const [before, after] = await Promise.all([modelsIn(folder, 'before'), modelsIn(folder, 'after')]);
  const changes = before.flatMap((model, index) => {
    const other = after[index];
    return other ? diffModels(model, other) : [];
  });
  const told = changes.map(({ kind, element, sentence }) => `${kind} ${element ?? '-'}: ${sentence}\n`).join('');
  await expect(told).toMatchFileSnapshot(join(folder, 'changes.txt'));
});

/** The models of a file without errors, its processes first. */
async function modelsIn(folder: string, name: string): Promise<(Definitions | CmmnDefinitions)[]> {
  const file = readdirSync(folder).find((each) => each.startsWith(`${name}.`)) ?? '';
  const { definitions, cases, problems } = await open(file, readFileSync(join(folder, file)), noFiles);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return [definitions, cases].flatMap((model) =>
    is(model, 'bpmn:Definitions') || is(model, 'cmmn:Definitions') ? [model] : [],
  );
}
