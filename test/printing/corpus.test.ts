/** A sample of the shared models of all vendors: import and export make the same model of each, and the same text again. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Definitions, decodeXml, readModel } from '../../src/model/index.ts';
import { exportXml, type Files, loadImport, open } from '../../src/workspace/index.ts';
import { plain } from '../mapping/plain-model.ts';
import { rowsOrOne, shared } from '../shared.ts';

/** Every one of so many: the whole corpus takes minutes. */
const STEP = 40;

const corpus = shared('corpus/bpmn');
const all = corpus
  ? readdirSync(corpus).flatMap((dir) => readdirSync(`${corpus}/${dir}`).map((file) => `${dir}/${file}`))
  : [];
const sample = all.filter((_, index) => index % STEP === 0);
const { ModelImporter } = await loadImport();
const importer = new ModelImporter();

function filesWith(layout: string): Files {
  return {
    read: async (path) => (path.endsWith('.layout') ? new TextEncoder().encode(layout) : undefined),
    siblings: async () => [],
  };
}

function read(bytes: Uint8Array): Definitions {
  return readModel(decodeXml(bytes).value ?? '').definitions as Definitions;
}

describe.skipIf(!corpus)('a model of the corpus', () => {
  test.each(rowsOrOne(sample, 'the corpus is not there'))('%s', async (name) => {
    const bytes = readFileSync(`${corpus}/${name}`);
    const source = await open(name, bytes, filesWith(''));
    if (source.kind !== 'bpmn') return;
    const made = await importer.import(source);
    if ('problems' in made) throw new Error(made.problems.map(({ message }) => message).join('\n'));
    const document = await open('x.procedo', new TextEncoder().encode(made.text), filesWith(made.layout ?? ''));
    const xml = new TextEncoder().encode(exportXml(document) ?? '');
    expect(plain(read(xml))).toEqual(plain(read(bytes)));
    expect(await importer.import(await open(name, xml, filesWith('')))).toMatchObject({ text: made.text });
  });
});
