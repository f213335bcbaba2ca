/**
 * The law of webview/redraw.ts: a picture turned into the next one is the picture that a whole import makes. Random
 * models with random edits; where the corpus is there, real files with every name and place changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageBundle } from '../../scripts/page-bundle.mjs';
import { rowsOrOne, shared } from '../shared.ts';
import { arbitraryModel, toXml } from './arbitrary-drawing.ts';

const root = join(import.meta.dirname, '../..');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  // Without the easing of what moves: the picture is compared at once.
  page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.setContent('<!doctype html><html><body></body></html>');
  await page.addScriptTag({ content: await bundle() });
});

afterAll(() => browser.close());

describe('a redrawn picture is the picture of a whole import', () => {
  it('for random models with random edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryModel, { minLength: 2, maxLength: 5 }), async (models) => {
        const xmls = models.map(toXml).map(oneTagALine);
        expect(await drawInTurn(xmls)).toEqual(await drawInTurn(xmls.slice(-1)));
      }),
      { numRuns: 150 },
    );
  });

  it('for random models whose ids become others', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryModel, arbitraryModel, fc.constantFrom('x', '_2'), async (first, model, ending) => {
        const xml = oneTagALine(toXml(model));
        const renamed = xml.replaceAll(/"([abc]|flow_\w+)"/g, `"$1${ending}"`);
        expect(await drawInTurn([oneTagALine(toXml(first)), xml, renamed])).toEqual(await drawInTurn([renamed]));
      }),
      { numRuns: 50 },
    );
  });

  // The second and third have collapsed sub-processes with planes of their own, and several diagrams.
  const folders = ['corpus/bpmn/miwg-reference', 'corpus/bpmn/bal-fixtures', 'corpus/bpmn/bpmn-js'].map(shared);
  const files = folders.flatMap((folder, i) => (folder ? bpmnFiles(folder, i > 0) : []));
  it.skipIf(files.length === 0).each(rowsOrOne(files, 'a model'))('for %s', async (file) => {
    const xml = readFileSync(file, 'utf8');
    const edited = xml
      .replaceAll(/ name="([^"]+)"/g, ' name="$1 and more"')
      .replaceAll(/(<[\w]*:?(?:Bounds|waypoint)\b[^>]*? x=")(-?\d+)/g, (_, before, x) => `${before}${Number(x) + 10}`);
    expect(await drawInTurn([edited, xml])).toEqual(await drawInTurn([xml]));
  });
});

/** As our writer and most tools write it: then names, places and ids are changed without reading all anew. */
function oneTagALine(xml: string): string {
  return xml.replaceAll('><', '>\n<');
}

/** Draws the models one after the other in one new container; the picture at the end, but for ids made by chance and traces of no effect. */
async function drawInTurn(xmls: readonly string[]): Promise<string> {
  const markup = await page.evaluate(async (xmls) => {
    const container = document.createElement('div');
    Object.assign(container.style, { width: '800px', height: '600px' });
    document.body.replaceChildren(container);
    const diagram = new (Reflect.get(window, 'Diagram'))(container);
    for (const xml of xmls) {
      await diagram.draw('bpmn', xml, '');
    }
    return container.querySelector('.viewport')?.innerHTML ?? '';
  }, xmls);
  return (
    markup
      .replaceAll(/marker-[\w-]+/g, 'marker')
      .replaceAll(/layer-root-\d+/g, 'layer-root')
      // Who once had a child keeps the group for it.
      .replaceAll('<g class="djs-children"></g>', '')
      // The label of a message without a name has a place, but nothing to see.
      .replaceAll(/<text[^>]*>(<tspan[^>]*><\/tspan>)?<\/text>/g, '')
      .replaceAll(/ style="display: block;"| display="block"/g, '')
      .replaceAll('><', '>\n<')
  );
}

async function bundle(): Promise<string> {
  const contents = `import { Diagram } from './webview/diagram.ts'; Object.assign(window, { Diagram });`;
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    plugins: pageBundle.plugins,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function bpmnFiles(folder: string, onlySeveralDiagrams: boolean): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bpmn'));
  const isWanted = (path: string) =>
    !onlySeveralDiagrams || (readFileSync(path, 'utf8').match(/<\w*:?BPMNDiagram\b/g) ?? []).length > 1;
  return files.map((name) => join(folder, name)).filter(isWanted);
}
