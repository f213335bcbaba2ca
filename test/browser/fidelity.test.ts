/**
 * What we draw without a browser is what bpmn-js draws in one, and cmmn-js for cases: same view box, same elements, same
 * lines of labels, and at most 0.2 % of the pixels (cases: 0.8 %) differ when Chromium shows both.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { type PictureChoice, renderSvg } from '../../src/render/index.ts';
import { rowsOrOne, shared } from '../shared.ts';
import { Reference } from './reference.ts';

const mostDiffering = 0.002;
/** cmmn-js centres each line by its measured box, so that letters stand between pixels. */
const mostDifferingInCases = 0.008;

/** Folders of the large sets, and which of their files are taken (every so-manieth). */
const sample: Record<string, number> = { 'miwg-reference': 1, 'bpmn-js': 4, 'bal-fixtures': 4, camunda7: 20 };
const caseSample: Record<string, number> = { 'cmmn-js': 4, 'kmdp-trisotech': 1, camunda: 4, flowable: 12 };

let reference: Reference;

beforeAll(async () => {
  reference = await Reference.start();
});
afterAll(() => reference?.stop());

const fixtures = join(import.meta.dirname, '../fixtures/render');

describe('our own files', () => {
  it.each(globSync(join(fixtures, '*.bpmn')).map((file) => [basename(file), file]))('%s', (_, file) => check(file));

  it('planes.bpmn, its second diagram', () => check(join(fixtures, 'planes.bpmn'), 'Diagram_2'));
});

describe('our own cases', () => {
  it.each(globSync(join(fixtures, '*.cmmn')).map((file) => [basename(file), file]))('%s', (_, file) => checkCase(file));
});

describe.each(Object.entries(caseSample))('corpus/cmmn/%s', (folder, step) => {
  const path = shared(`corpus/cmmn/${folder}`);
  const files = path ? globSync(join(path, '*.cmmn')).sort() : [];
  const drawn = files.filter((file) => readFileSync(file, 'utf8').includes('CMMNShape') && isComparable(file));
  const taken = drawn.filter((_, index) => index % step === 0);
  it.skipIf(!path).each(rowsOrOne(taken, 'a model').map((file) => [basename(file), file]))('%s', (_, file) =>
    checkCase(file),
  );
});

describe.each(Object.entries(sample))('corpus/bpmn/%s', (folder, step) => {
  const path = shared(`corpus/bpmn/${folder}`);
  const files = path ? globSync(join(path, '*.bpmn')).sort() : [];
  const taken = files.filter((file, index) => index % step === 0 && isComparable(file));
  it.skipIf(!path).each(rowsOrOne(taken, 'a model').map((file) => [basename(file), file]))('%s', (_, file) =>
    check(file),
  );
});

/**
 * Whether bpmn-js's reader and ours see the same model. bpmn-js keeps line ends and tabs in an attribute, which are
 * blanks in XML, and leaves out elements whose id is none, and what is not drawn by a font of the machine differs.
 */
function isComparable(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  const { definitions, problems } = readModel(text);
  const isWhole = definitions !== undefined && problems.length === 0;
  return isWhole && !/ name="[^"]*[\n\r\t]/.test(text) && !/[^\0-\u052f\u2000-\u206f]/.test(text);
}

async function check(file: string, diagram?: string): Promise<void> {
  const xml = readFileSync(file, 'utf8');
  await compare(xml, await reference.draw(xml, diagram), mostDiffering, diagram === undefined ? {} : { diagram });
}

async function checkCase(file: string): Promise<void> {
  const xml = readFileSync(file, 'utf8');
  await compare(xml, await reference.drawCase(xml), mostDifferingInCases);
}

async function compare(
  xml: string,
  theirs: string | undefined,
  most: number,
  which: PictureChoice = {},
): Promise<void> {
  const { definitions } = readModel(xml);
  const { value } = await renderSvg([definitions as Definitions], which);
  const ours = value[0]?.svg;
  expect(ours === undefined).toBe(theirs === undefined);
  if (ours === undefined || theirs === undefined) return;
  const box = viewBox(theirs);
  for (const [index, number] of viewBox(ours).entries()) expect(number).toBeCloseTo(box[index] ?? 0, 3);
  expect(elementCounts(ours)).toEqual(elementCounts(theirs));
  expect(labelLines(ours).sort(byWords)).toEqual(labelLines(theirs).sort(byWords));
  const { sizes, differing, total } = await reference.compare(ours, theirs);
  expect(sizes[0]).toEqual(sizes[1]);
  expect(differing / total).toBeLessThanOrEqual(most);
}

function viewBox(svg: string): number[] {
  const [, numbers = ''] = /viewBox="([^"]*)"/.exec(svg) ?? [];
  return numbers.split(' ').map(Number);
}

function elementCounts(svg: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, name = ''] of svg.matchAll(/<([a-z]\w*)/g)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The lines of each label. Ours has those beside shapes in front, theirs each behind what comes after its shape. */
function labelLines(svg: string): string[][] {
  const labels = svg.match(/<text\b[^>]*?(\/>|>.*?<\/text>)/gs) ?? [];
  return labels.map((label) => {
    const lines = label.matchAll(/<tspan\b[^>]*?(?:\/>|>(.*?)<\/tspan>)/gs);
    return [...lines].map(([, text = '']) => text.replaceAll('&quot;', '"').replaceAll('&nbsp;', '\u00a0'));
  });
}

function byWords(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [a.join('\n'), b.join('\n')];
  return first < second ? -1 : Number(first > second);
}
