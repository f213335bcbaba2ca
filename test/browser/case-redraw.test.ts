/**
 * The laws of cases in the page (webview/cases): a picture turned into the next one is the picture of a whole import, and that is
 * the picture that cmmn-js makes. Random cases with random edits; where the corpus is there, real files.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageBundle } from '../../scripts/page-bundle.mjs';
import { exportXml, noFiles, open } from '../../src/workspace/index.ts';
import { rowsOrOne, shared } from '../shared.ts';
import { arbitraryCase, toCaseXml } from './arbitrary-case.ts';
import { launchChromium } from './preview-page.ts';

const root = join(import.meta.dirname, '../..');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  // Without the easing of what moves: the picture is compared at once.
  page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.setContent('<!doctype html><html><body></body></html>');
  const ours = "import { Diagram } from './webview/diagram.ts'; Object.assign(window, { Diagram });";
  await page.addScriptTag({ content: await bundle(ours, pageBundle.plugins) });
  const theirs = "import Viewer from 'cmmn-js/lib/NavigatedViewer'; Object.assign(window, { CaseViewer: Viewer });";
  await page.addScriptTag({ content: await bundle(theirs, []) });
});

afterAll(() => browser.close());

describe('a redrawn picture is the picture of a whole import', () => {
  it('for random cases with random edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryCase, { minLength: 2, maxLength: 5 }), async (models) => {
        const xmls = models.map(toCaseXml).map(oneTagALine);
        expect(await drawInTurn(xmls)).toEqual(await drawInTurn(xmls.slice(-1)));
      }),
      { numRuns: 150 },
    );
  });

  it('for random cases where only names and places differ', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, fc.constantFrom('', ' and more'), fc.nat(30), async (model, words, shift) => {
        const xml = oneTagALine(toCaseXml(model));
        const edited = edit(xml, words, shift);
        expect(await drawInTurn([xml, edited])).toEqual(await drawInTurn([edited]));
        expect(await drawInTurn([edited, xml])).toEqual(await drawInTurn([xml]));
      }),
      { numRuns: 50 },
    );
  });

  it('for random cases whose ids become others', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, arbitraryCase, fc.constantFrom('x', '_2'), async (first, model, ending) => {
        const xml = oneTagALine(toCaseXml(model));
        const renamed = xml.replaceAll(/"([abc]|[a-g]_[a-g])(_on|_at|_definition|_sentry)?"/g, `"$1${ending}$2"`);
        expect(await drawInTurn([oneTagALine(toCaseXml(first)), xml, renamed])).toEqual(await drawInTurn([renamed]));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the picture is the one that cmmn-js makes', () => {
  it('for random cases', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, async (model) => {
        const xml = toCaseXml(model);
        expect(await drawnBy('us', xml)).toEqual(await drawnBy('cmmn-js', xml));
      }),
      { numRuns: 50 },
    );
  });

  const folder = shared('corpus/cmmn');
  const files = folder ? globSync(join(folder, '**/*.cmmn')).filter(isDrawn).sort() : [];
  it.skipIf(!folder).each(rowsOrOne(files, 'a model').map((file) => [basename(file), file]))(
    'for %s',
    async (_, file) => {
      const xml = readFileSync(file, 'utf8');
      const theirs = await drawnBy('cmmn-js', xml);
      expect(await drawnBy('us', xml)).toEqual(theirs);
      if (theirs) {
        expect(await drawInTurn([edit(xml, ' and more', 10), xml])).toEqual(await drawInTurn([xml]));
      }
    },
  );
});

describe('an export opens in cmmn-js without a warning', () => {
  it('of two cases with connectors', async () => {
    const text = 'case a { human t human u enter when t completes } case b { human v human w enter when v completes }';
    const xml = exportXml(await open('cases.procedo', new TextEncoder().encode(text), noFiles));
    const warnings = await page.evaluate(warningsOfCmmnJs, xml ?? '');
    expect(warnings).toEqual([]);
    const drawn = await drawnBy('cmmn-js', xml ?? '');
    expect(drawn?.map(([id]) => id)).toContain('u_enter_sentry_on_di');
  });
});

/** Runs in the page. */
function warningsOfCmmnJs(xml: string): Promise<string[]> {
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  const viewer = new (Reflect.get(window, 'CaseViewer'))({ container });
  return new Promise((resolve) =>
    viewer.importXML(xml, (error: Error | undefined, warnings: readonly { readonly message: string }[]) =>
      resolve([...(error ? [error.message] : []), ...warnings.map(({ message }) => message)]),
    ),
  );
}

function isDrawn(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  return /<\w*:?CMMNShape/.test(text) && !/[^\0-\u052f\u2000-\u206f]/.test(text);
}

/** The same case with `words` behind each name, and all so much farther to the right. */
function edit(xml: string, words: string, shift: number): string {
  return xml
    .replaceAll(/ name="([^"]+)"/g, ` name="$1${words}"`)
    .replaceAll(/(<\w*:?(?:Bounds|waypoint)\b[^>]*? x=")(-?\d+)/g, (_, before, x) => `${before}${Number(x) + shift}`);
}

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
      await diagram.draw('cmmn', xml, '');
    }
    return container.querySelector('.viewport')?.innerHTML ?? '';
  }, xmls);
  return (
    markup
      .replaceAll(/layer-root-\d+/g, 'layer-root')
      .replaceAll(/"connection_\d+"/g, '"connection"')
      // Who once had a child keeps the group for it.
      .replaceAll('<g class="djs-children"></g>', '')
      .replaceAll(/ style="display: block;"| display="block"/g, '')
      // A line that was bent is written in another way than one that was drawn.
      .replaceAll(/ d="([^"]*)"/g, (_, path) => ` d="${pathOf(path)}"`)
      .replaceAll('><', '>\n<')
  );
}

function pathOf(data: string): string {
  return data.trim().replace(/^m\s*/, 'M').replaceAll(' L', 'L').trim();
}

/** What is drawn for each element, in drawing order: where it is, whether it is hidden, and its markup. */
type Picture = readonly (readonly [id: string, place: string, display: string, markup: string])[];

/** The picture that the page or cmmn-js makes of a model; undefined where it cannot be read. */
async function drawnBy(who: 'us' | 'cmmn-js', xml: string): Promise<Picture | undefined> {
  const picture = await page.evaluate(drawnElements, { who, xml });
  // Of an item without a definition cmmn-js leaves an empty group behind.
  return picture?.filter(([, place, , markup]) => place !== '' || markup !== '').map(comparable);
}

/** Runs in the page. */
async function drawnElements({ who, xml }: { who: 'us' | 'cmmn-js'; xml: string }): Promise<Picture | undefined> {
  const container = document.createElement('div');
  Object.assign(container.style, { width: '800px', height: '600px' });
  document.body.replaceChildren(container);
  try {
    if (who === 'us') {
      await new (Reflect.get(window, 'Diagram'))(container).draw('cmmn', xml, '');
    } else {
      const viewer = new (Reflect.get(window, 'CaseViewer'))({ container });
      await new Promise<void>((resolve, reject) =>
        viewer.importXML(xml, (error: unknown) => (error ? reject(error) : resolve())),
      );
    }
  } catch {
    return undefined;
  }
  return [...container.querySelectorAll<SVGElement>('.djs-group > .djs-element')].map((element) => [
    element.dataset.elementId ?? '',
    element.getAttribute('transform') ?? '',
    getComputedStyle(element).display,
    element.querySelector(':scope > .djs-visual')?.innerHTML ?? '',
  ]);
}

/** In the colours of cmmn-js, where the head of a decision's sign has none, which is black. */
function comparable([id, transform, display, markup]: Picture[number]): Picture[number] {
  const place = (transform.match(/-?[\d.]+/g) ?? []).slice(-2).join(' ');
  const colours = markup
    .replaceAll('var(--procedo-stroke)', 'black')
    .replaceAll('var(--procedo-fill)', 'white')
    .replaceAll('"fill: black; stroke-width: 1px; stroke: black;"', '"stroke-width: 1px; stroke: black;"');
  return [id, place, display, colours];
}

async function bundle(contents: string, plugins: esbuild.Plugin[]): Promise<string> {
  const stdin = { contents, resolveDir: root };
  const options = { stdin, plugins, bundle: true, write: false, format: 'iife', logLevel: 'error' } as const;
  const { outputFiles } = await esbuild.build(options);
  return outputFiles[0]?.text ?? '';
}
