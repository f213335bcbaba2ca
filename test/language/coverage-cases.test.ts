/**
 * Every element of CMMN, by the page of test/fixtures/language/coverage: the text of each row is read without an error, becomes a
 * model, and the model is the same after writing and reading.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileCases } from '../../src/mapping/index.ts';
import { readModel, writeModel } from '../../src/model/index.ts';
import { shared } from '../shared.ts';
import { coverageCases, rowsOf, squeeze } from './coverage-page.ts';
import { readText } from './read-text.ts';

const cases = coverageCases(new URL('../fixtures/language/coverage/cmmn.md', import.meta.url));
const written = cases.flatMap(({ text, ...one }) => (text === undefined ? [] : [{ ...one, text }]));

describe('CMMN', () => {
  test.each(written.map((one) => [one.element, one] as const))('%s', async (_, { text, pieces, expected }) => {
    for (const piece of pieces) expect(squeeze(text)).toContain(piece);
    const { model, problems } = await readText(text);
    expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    const { value, problems: found } = compileCases(model);
    expect(found).toEqual([]);
    const xml = writeModel(value.definitions);
    const read = readModel(xml);
    expect(read.problems).toEqual([]);
    expect(read.definitions && writeModel(read.definitions)).toBe(xml);
    expect(expected).not.toEqual([]);
    const plain = squeeze(xml).replace(/(<\/?|")cmmn:/g, '$1');
    for (const fragment of expected) expect(plain).toContain(fragment);
  });
});

test('only what is drawing has no text', () => {
  expect(cases.filter(({ text }) => text === undefined).map(({ element }) => element)).toEqual(['CMMNDI']);
  expect(cases.length).toBeGreaterThan(30);
});

const list = shared('design/coverage.md');

describe.skipIf(!list)('the list of what there is', () => {
  test('has no row that is not here', () => {
    const rows = rowsOf(readFileSync(list ?? '', 'utf8'), /^## CMMN 1\.1/m, /^## Where it is thin/m);
    const here = new Set(cases.map(({ row }) => row));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => !here.has(row))).toEqual([]);
  });
});
