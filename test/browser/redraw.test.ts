/**
 * The law of webview/redraw.ts: a picture turned into the next one is the picture that a whole import makes. Random
 * models with random edits; where the corpus is there, real files with every name and place changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOrOne, shared } from '../shared.ts';
import { arbitraryModel, toXml } from './arbitrary-drawing.ts';
import { drawInTurn, edited, loadDiagram, oneTagALine } from './drawn-in-turn.ts';
import { launchChromium } from './preview-page.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  // Without the easing of what moves: the picture is compared at once.
  page = await browser.newPage({ reducedMotion: 'reduce' });
  await loadDiagram(page);
});

afterAll(() => browser.close());

const drawn = (xmls: readonly string[]) => drawInTurn(page, 'bpmn', xmls);

describe('a redrawn picture is the picture of a whole import', () => {
  it('for random models with random edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryModel, { minLength: 2, maxLength: 5 }), async (models) => {
        const xmls = models.map(toXml).map(oneTagALine);
        expect(await drawn(xmls)).toEqual(await drawn(xmls.slice(-1)));
      }),
      { numRuns: 150 },
    );
  });

  it('for random models whose ids become others', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryModel, arbitraryModel, fc.constantFrom('x', '_2'), async (first, model, ending) => {
        const xml = oneTagALine(toXml(model));
        const renamed = xml.replaceAll(/"([abc]|flow_\w+)"/g, `"$1${ending}"`);
        expect(await drawn([oneTagALine(toXml(first)), xml, renamed])).toEqual(await drawn([renamed]));
      }),
      { numRuns: 50 },
    );
  });

  // The second and third have collapsed sub-processes with planes of their own, and several diagrams.
  const folders = ['corpus/bpmn/miwg-reference', 'corpus/bpmn/bal-fixtures', 'corpus/bpmn/bpmn-js'].map(shared);
  const files = folders.flatMap((folder, i) => (folder ? bpmnFiles(folder, i > 0) : []));
  it.skipIf(files.length === 0).each(rowsOrOne(files, 'a model'))('for %s', async (file) => {
    const xml = readFileSync(file, 'utf8');
    expect(await drawn([edited(xml, ' and more', 10), xml])).toEqual(await drawn([xml]));
  });
});

function bpmnFiles(folder: string, onlySeveralDiagrams: boolean): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bpmn'));
  const isWanted = (path: string) =>
    !onlySeveralDiagrams || (readFileSync(path, 'utf8').match(/<\w*:?BPMNDiagram\b/g) ?? []).length > 1;
  return files.map((name) => join(folder, name)).filter(isWanted);
}
