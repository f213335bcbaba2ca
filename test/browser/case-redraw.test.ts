/**
 * The laws of cases in the page (webview/cases): a picture turned into the next one is the picture of a whole import, and that is
 * the picture that cmmn-js makes, with the labels in front. Random cases with random edits; where the corpus is there, real files.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportXml, noFiles, open } from '../../src/workspace/index.ts';
import { rowsOrOne, shared } from '../shared.ts';
import { arbitraryCase, toCaseXml } from './arbitrary-case.ts';
import { bundled, drawInTurn, edited, loadDiagram, oneTagALine } from './drawn-in-turn.ts';
import { launchChromium } from './preview-page.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  // Without the easing of what moves: the picture is compared at once.
  page = await browser.newPage({ reducedMotion: 'reduce' });
  await loadDiagram(page);
  const theirs = "import Viewer from 'cmmn-js/lib/NavigatedViewer'; Object.assign(window, { CaseViewer: Viewer });";
  await page.addScriptTag({ content: await bundled(theirs, []) });
});

afterAll(() => browser.close());

const drawn = (xmls: readonly string[]) => drawInTurn(page, 'cmmn', xmls);

describe('a redrawn picture is the picture of a whole import', () => {
  it('for random cases with random edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryCase, { minLength: 2, maxLength: 5 }), async (models) => {
        const xmls = models.map(toCaseXml).map(oneTagALine);
        expect(await drawn(xmls)).toEqual(await drawn(xmls.slice(-1)));
      }),
      { numRuns: 150 },
    );
  });

  it('where an event that is not to be seen becomes another', async () => {
    const milestone = (id: string, x: number) =>
      ({
        id,
        type: 'milestone',
        name: id,
        isDefinitionNamed: false,
        isInStage: false,
        isDiscretionary: false,
        isBlocking: true,
        rule: '',
        x,
        y: 80,
        label: 0,
      }) as const;
    const xmls = ['start', 'complete'].map((event) =>
      toCaseXml({
        items: [milestone('a', 40), milestone('b', 200)],
        waits: [{ from: 'a', at: 'b', type: 'entry', event, isEventShown: false, bend: 0, label: 0 }],
        isStageCollapsed: false,
        isTableCollapsed: false,
        completes: false,
        width: 1000,
        planName: 'Claim',
      }),
    );
    expect(await drawn(xmls)).toEqual(await drawn(xmls.slice(-1)));
  });

  it('for random cases where only names and places differ', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, fc.constantFrom('', ' and more'), fc.nat(30), async (model, words, shift) => {
        const xml = oneTagALine(toCaseXml(model));
        const next = edited(xml, words, shift);
        expect(await drawn([xml, next])).toEqual(await drawn([next]));
        expect(await drawn([next, xml])).toEqual(await drawn([xml]));
      }),
      { numRuns: 50 },
    );
  });

  it('for random cases whose ids become others', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, arbitraryCase, fc.constantFrom('x', '_2'), async (first, model, ending) => {
        const xml = oneTagALine(toCaseXml(model));
        const renamed = xml.replaceAll(/"([abc]|[a-g]_[a-g])(_on|_at|_definition|_sentry)?"/g, `"$1${ending}$2"`);
        expect(await drawn([oneTagALine(toCaseXml(first)), xml, renamed])).toEqual(await drawn([renamed]));
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
        expect(await drawn([edited(xml, ' and more', 10), xml])).toEqual(await drawn([xml]));
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
    const elements = await drawnBy('cmmn-js', xml ?? '');
    expect(elements?.map(([id]) => id)).toContain('u_enter_sentry_on_di');
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

/** What is drawn for each element, in drawing order: where it is, whether it is hidden, and its markup. */
type Picture = readonly (readonly [id: string, place: string, display: string, markup: string])[];

/** The picture that the page or cmmn-js makes of a model; undefined where it cannot be read. */
async function drawnBy(who: 'us' | 'cmmn-js', xml: string): Promise<Picture | undefined> {
  const picture = await page.evaluate(drawnElements, { who, xml });
  // Of an item without a definition cmmn-js leaves an empty group behind.
  const drawn = picture?.filter(([, place, , markup]) => place !== '' || markup !== '').map(comparable);
  // cmmn-js leaves labels behind what comes after their elements.
  const isLabel = ([id]: Picture[number]) => id.endsWith('_label');
  return drawn && [...drawn.filter((one) => !isLabel(one)), ...drawn.filter(isLabel)];
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
