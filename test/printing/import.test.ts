/**
 * Each model of test/fixtures/import (most from the tests of Camunda, bpmn-auto-layout and yet-another-bpmn-auto-layout; Apache-2.0 and MIT) becomes
 * the text beside it, as a person would have written it; and what is exported of text and layout file is the model again, drawing and all.
 * `checks-in-a-row`, `collaboration`, `drawn-by-a-tool`, `for-each`, `given-and-handed-back`, `handlers`, `implicit-split`, `joins-in-a-row`, `joins-in-joins`, `lanes-in-branches`, `left-out`, `odd-tags`, `odd-things`, `prefixes-bound-inside`, `retry-loop`, `said-wrongly`, `several-collaborations`, `shared-branch`, `stray-parts`, `two-ways-to-one-step` and `vendor-lines` are our own, and were written by hand before
 * they were printed. In one thing the printer was right against the hand: the id of a process that engines run stands in the text, since others call it by that.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Definitions, decodeXml, readModel } from '../../src/model/index.ts';
import { exportXml, type Files, loadImport, open } from '../../src/workspace/index.ts';
import { plain } from '../mapping/plain-model.ts';

const folder = 'test/fixtures/import';
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.bpmn') ? [basename(file, '.bpmn')] : []));
const { ModelImporter } = await loadImport();
const importer = new ModelImporter();

function filesWith(layout: string): Files {
  return {
    read: async (path) => (path.endsWith('.layout') ? new TextEncoder().encode(layout) : undefined),
    siblings: async () => [],
  };
}

/** What a file becomes, and what that becomes. */
async function roundTrip(name: string, bytes: Uint8Array) {
  const made = await importer.import(await open(name, bytes, filesWith('')));
  if ('problems' in made) return { problems: made.problems };
  const document = await open('x.procedo', new TextEncoder().encode(made.text), filesWith(made.layout ?? ''));
  const xml = exportXml(document) ?? '';
  const again = await importer.import(await open(name, new TextEncoder().encode(xml), filesWith('')));
  return { made, xml, again, problems: document.problems.filter(({ severity }) => severity === 'error') };
}

function read(bytes: Uint8Array): Definitions {
  return readModel(decodeXml(bytes).value ?? '').definitions as Definitions;
}

/** The tags and the texts of a file, whatever their order, without prefixes and white space around them. */
function partsOf(xml: string): string[] {
  const plainXml = xml
    .replace(/<!--.*?-->/gs, '')
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const tags = [...plainXml.matchAll(/<(?:[\w.-]+:)?([\w.-]+)[\s/>]/g)].map(([, tag = '']) => tag);
  const texts = [...plainXml.matchAll(/>([^<]*[^<\s][^<]*)</g)].map(([, text = '']) =>
    text.replaceAll('&gt;', '>').trim(),
  );
  return [...tags, ...texts].sort();
}

describe.each(names)('%s', (name) => {
  const bytes = readFileSync(`${folder}/${name}.bpmn`);

  test('is the text that a person would have written', async () => {
    const { made } = await roundTrip(name, bytes);
    await expect(made?.text).toMatchFileSnapshot(`../fixtures/import/${name}.procedo`);
  });

  test('comes back as it was', async () => {
    const { made, xml, again, problems } = await roundTrip(name, bytes);
    expect(problems).toEqual([]);
    expect(plain(read(new TextEncoder().encode(xml)))).toEqual(plain(read(bytes)));
    expect(partsOf(xml ?? '')).toEqual(partsOf(decodeXml(bytes).value ?? ''));
    expect(made?.lost).toEqual([]);
    expect(again).toMatchObject({ text: made?.text, layout: made?.layout });
  });
});
