/**
 * Every element of the standards, by the pages of test/fixtures/language/coverage: the text of each row is read without an error,
 * becomes a model, and the model is the same after writing and reading, with us and with bpmn-moddle.
 */
import { readFileSync } from 'node:fs';
// @ts-expect-error bpmn-moddle tells no types
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/mapping/index.ts';
import { readModel, writeModel } from '../../src/model/index.ts';
import { shared } from '../shared.ts';
import { coverageCases, plainXml, rowsOf, squeeze } from './coverage-page.ts';
import { readText } from './read-text.ts';

const page = new URL('../fixtures/language/coverage/bpmn.md', import.meta.url);
const cases = coverageCases(page);
const written = cases.flatMap(({ text, ...one }) => (text === undefined ? [] : [{ ...one, text }]));

/** Children that the schema of the standard has and bpmn-moddle's does not read. */
const unknownToModdle = /unknown type <bpmn:(?:Script|EndPointRef|InnerParticipantRef|OuterParticipantRef)>/;

async function warningsOfModdle(xml: string): Promise<string[]> {
  const { warnings } = await new BpmnModdle().fromXML(xml);
  const messages: string[] = warnings.map(({ message }: { message: string }) => message);
  return messages.filter((message) => !unknownToModdle.test(message));
}

function packed(xml: string): string {
  return xml.replace(/>\s+</g, '><');
}

describe('BPMN', () => {
  test.each(written.map((one) => [one.element, one] as const))('%s', async (_, { text, pieces, expected }) => {
    for (const piece of pieces) expect(squeeze(text)).toContain(piece);
    const { model, problems } = await readText(text);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { value, problems: found } = compile(model);
    expect(found).toEqual([]);
    const xml = writeModel(value.definitions);
    const read = readModel(xml);
    expect(read.problems).toEqual([]);
    // White space between the elements of what is kept to the letter is not.
    expect(read.definitions && packed(writeModel(read.definitions))).toBe(packed(xml));
    expect(await warningsOfModdle(xml)).toEqual([]);
    expect(expected).not.toEqual([]);
    for (const fragment of expected) expect(plainXml(xml)).toContain(fragment);
  });
});

const layoutFile = new Set([
  'collapsed sub-process',
  'diagram interchange (shapes, edges, labels, fonts, vendor colours)',
  'several diagrams for one model',
]);

test('only what is drawing has no text', () => {
  const silent = cases.filter(({ text }) => text === undefined).map(({ element }) => element);
  expect(silent.filter((element) => !layoutFile.has(element))).toEqual([]);
  expect(cases.length).toBeGreaterThan(80);
});

const list = shared('design/coverage.md');

describe.skipIf(!list)('the list of what there is', () => {
  test('has no row that is not here', () => {
    const rows = rowsOf(readFileSync(list ?? '', 'utf8'), /^## BPMN 2\.0/m, /^## CMMN/m);
    const here = new Set(cases.map(({ row }) => row));
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter((row) => !here.has(row))).toEqual([]);
  });
});
