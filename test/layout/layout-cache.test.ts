/** A cache changes how long a layout takes and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayoutCache, layout } from '../../src/layout/index.ts';
import { type Definitions, is, readModel, writeModel } from '../../src/model/index.ts';
import { rowsOrOne, shared } from '../shared.ts';
import { applyEdit, editsOf } from './one-line-edits.ts';
import { processXml, structuredProcess } from './random-process.ts';

function read(xml: string): Definitions {
  const { definitions } = readModel(xml);
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('No BPMN file.');
  return definitions;
}

function print(definitions: Definitions, cache?: LayoutCache): string {
  definitions.set('diagrams', layout(definitions, undefined, cache).value);
  return writeModel(definitions);
}

/** The file as it is and after each of some edits, with one cache for all. */
function expectSame(xml: string, mostEdits: number): void {
  const cache = new LayoutCache();
  const edits = editsOf(read(xml)).filter((_, index, all) => index % Math.ceil(all.length / mostEdits) === 0);
  expect(print(read(xml), cache)).toBe(print(read(xml)));
  for (const edit of edits) {
    const [edited, other] = [read(xml), read(xml)];
    applyEdit(edited, edit);
    applyEdit(other, edit);
    expect(print(edited, cache)).toBe(print(other));
    expect(print(read(xml), cache)).toBe(print(read(xml)));
  }
}

const folders = ['layout', 'mapping'].map((name) => new URL(`../fixtures/${name}/`, import.meta.url));
const fixtures = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.bpmn'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
);

describe('With a cache or without, the drawing is the same', () => {
  it.each(fixtures)('%s and its edits', (_, xml) => expectSame(xml, 3));

  const reference = shared('corpus/bpmn/miwg-reference');
  const files = reference ? readdirSync(reference).filter((name) => /^Reference__[ABC]\..*\.bpmn$/.test(name)) : [];

  it.skipIf(!reference).each(rowsOrOne(files, 'a model'))('%s and its edits', (name) =>
    expectSame(readFileSync(`${reference}/${name}`, 'utf8'), 3),
  );

  it('of random processes, one after the other', () => {
    const cache = new LayoutCache();
    fc.assert(
      fc.property(structuredProcess, fc.nat(2), (process, appended) => {
        const xml = processXml(process, appended);
        expect(print(read(xml), cache)).toBe(print(read(xml)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('What is made anew', () => {
  const xml = (
    inner: string,
    outer: string,
  ) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
    <task id="a"/><subProcess id="s"><task id="b"/>${inner}</subProcess><subProcess id="t"><userTask id="c"/><endEvent id="z"/></subProcess>${outer}</process></definitions>`;
  const step = '<task id="d"/><sequenceFlow id="f" sourceRef="b" targetRef="d"/>';

  it.each([
    ['nothing, where nothing changed', '', '', 0],
    ['a scope and those around it, where its size changed', step, '', 2],
    ['the outer scope alone, where that is edited', '', '<task id="e"/>', 1],
  ])('%s', (_, inner, outer, made) => {
    const cache = new LayoutCache();
    layout(read(xml('', '')), undefined, cache);
    expect(cache.made).toBe(3);
    layout(read(xml(inner, outer)), undefined, cache);
    expect(cache.made).toBe(made);
    expect(cache.taken).toBe(3 - made);
  });

  it('keeps no more than the last layout used', () => {
    const cache = new LayoutCache();
    layout(read(xml('', '')), undefined, cache);
    layout(read(xml(step, '')), undefined, cache);
    layout(read(xml(step, '')), undefined, cache);
    layout(read(xml('', '')), undefined, cache);
    expect(cache.made).toBe(2);
  });
});
