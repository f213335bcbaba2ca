import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.ts';
import { type Definitions, is, readModel } from '../../src/model/index.ts';
import { isWhole, noFiles, open } from '../../src/workspace/index.ts';
import { shared } from '../shared.ts';
import { type Facts, factsOf } from './facts.ts';
import { defectsOf } from './quality.ts';

const folder = new URL('../fixtures/layout/', import.meta.url);
const besides = new Set(['cases', 'baseline.json']);
const models = readdirSync(folder).filter((name) => !besides.has(name) && !name.endsWith('.facts.json'));

async function modelOf(name: string): Promise<Definitions> {
  const document = await open(name, readFileSync(new URL(name, folder)), noFiles);
  if (!isWhole(document)) throw new Error(`${name}: ${document.problems[0]?.message}`);
  return document.definitions;
}

function definitionsOf(xml: string): Definitions {
  const { definitions } = readModel(xml);
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('The fixture is no BPMN file.');
  return definitions;
}

describe('Pictures: NAME.bpmn or NAME.procedo shows what NAME.facts.json says', () => {
  it.each(models)('%s', async (name) => {
    const wanted: Facts = JSON.parse(readFileSync(new URL(`${parse(name).name}.facts.json`, folder), 'utf8'));
    const { value } = layout(await modelOf(name));
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
