import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.ts';
import { type Definitions, is, readModel } from '../../src/model/index.ts';
import { shared } from '../shared.ts';
import { type Facts, factsOf } from './facts.ts';
import { defectsOf } from './quality.ts';

const folder = new URL('../fixtures/layout/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => name.slice(0, -'.bpmn'.length));

function definitionsOf(xml: string): Definitions {
  const { definitions } = readModel(xml);
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('The fixture is no BPMN file.');
  return definitions;
}

describe('Pictures: NAME.bpmn shows what NAME.facts.json says', () => {
  it.each(names)('%s', (name) => {
    const wanted: Facts = JSON.parse(readFileSync(new URL(`${name}.facts.json`, folder), 'utf8'));
    const { value } = layout(definitionsOf(readFileSync(new URL(`${name}.bpmn`, folder), 'utf8')));
    expect(Object.keys(wanted)).not.toEqual([]);
    expect(factsOf(value, wanted)).toEqual(wanted);
    expect(value.flatMap(defectsOf)).toEqual([]);
  });
});

const reference = shared('corpus/bpmn/miwg-reference');

describe.skipIf(!reference)('Reference models of the interchange group', () => {
  const files = reference ? readdirSync(reference).filter((name) => /^Reference__[ABC]\.\d\.\d\.bpmn$/.test(name)) : [];

  it.each(files)('%s has no shape on a shape and no flow through one', (name) => {
    const { value } = layout(definitionsOf(readFileSync(`${reference}/${name}`, 'utf8')));
    const serious = value
      .flatMap(defectsOf)
      .filter(({ kind }) => kind === 'shape-on-shape' || kind === 'flow-through-shape' || kind === 'label-on-shape');
    expect(serious).toEqual([]);
  });
});
