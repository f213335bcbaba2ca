/**
 * Each text in test/fixtures/mapping/cases stands beside the model that its cases mean, as `.cmmn` without a drawing.
 * To add a case, write the text and run `npm run test:update`; then read the model.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileCases } from '../../src/mapping/index.ts';
import { allElements, is, readModel, writeModel } from '../../src/model/index.ts';
import { readText } from '../language/read-text.ts';
import { parseFile } from './text.ts';

const folder = 'test/fixtures/mapping/cases';
const cases = readdirSync(folder).filter((name) => name.endsWith('.procedo'));

test.each(cases.filter((name) => name !== 'half-typed.procedo'))('%s says what it means to say', async (name) => {
  const { problems } = await readText(readFileSync(`${folder}/${name}`, 'utf8'));
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message, range }) => `${(range?.start.line ?? 0) + 1}: ${message}`)).toEqual([]);
});

describe('a text means a model', () => {
  test.each(cases)('%s', async (name) => {
    const { value, problems } = compileCases(await parseFile(`${folder}/${name}`));
    expect(problems).toEqual([]);
    const xml = writeModel(value.definitions);
    await expect(xml).toMatchFileSnapshot(`../../${folder}/${name.replace(/procedo$/, 'cmmn')}`);
    const read = readModel(xml);
    expect(read.problems).toEqual([]);
    expect(read.definitions && writeModel(read.definitions)).toBe(xml);
  });
});

describe('what holds for every model', () => {
  test.each(cases)('%s: ids are unique, and what is drawn has a place in the text that has it', async (name) => {
    const { definitions, sourceMap } = compileCases(await parseFile(`${folder}/${name}`)).value;
    const ids = [...allElements(definitions)].map((element) => element.get('id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of allElements(definitions)) {
      const isDrawn = ['cmmn:PlanItem', 'cmmn:DiscretionaryItem', 'cmmn:CaseFileItem', 'cmmn:Criterion'] as const;
      if (!isDrawn.some((type) => is(element, type))) continue;
      const id = String(element.get('id'));
      const place = sourceMap.rangeOf(id);
      expect(place, id).toBeDefined();
      if (place) expect(sourceMap.idsAt(place.start)).toContain(id);
    }
  });
});
