/** The page that compares, in Chromium: marks, walking the changes, both pictures moving together. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChangedPlace, Comparison } from '../../src/protocol/comparison.ts';
import { compareDocuments, comparedDrawing } from '../../src/workspace/compare-documents.ts';
import { noFiles, open } from '../../src/workspace/index.ts';
import { launchChromium, PreviewPage } from './preview-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** What the server answers for a folder of test/fixtures/diff. */
async function comparison(name: string): Promise<Comparison> {
  const folder = join(import.meta.dirname, '../fixtures/diff', name);
  const read = (file: string) => open(`/${file}`, readFileSync(join(folder, file)), noFiles);
  const [then, now] = [await read('before.procedo'), await read('after.procedo')];
  const changes = compareDocuments(then, now);
  const [before, after] = [comparedDrawing(then), comparedDrawing(now)];
  const place = (ids: readonly string[], drawing: typeof before): ChangedPlace => ({
    ids,
    diagram: drawing.diagramOf(ids),
  });
  const toModel = ({ xml, caseXml, diagrams }: typeof before) => ({ xml, caseXml, diagrams });
  return {
    before: toModel(before),
    after: toModel(after),
    changes: changes.map(({ kind, sentence, group, marks }) => ({
      mark: kind === 'added' || kind === 'removed' ? kind : 'changed',
      sentence,
      group,
      before: place(marks.before, before),
      after: place(marks.after, after),
    })),
  };
}

describe('a comparison', () => {
  let page: PreviewPage;
  let seq = 0;
  const side = (name: 'before' | 'after') => page.page.locator(`#${name}`);
  const options = () => page.page.getByRole('option');

  async function show(name: string): Promise<void> {
    const message = {
      type: 'comparison',
      seq: ++seq,
      titles: { before: 'HEAD', after: 'Now' },
      ...(await comparison(name)),
    };
    await page.send(message);
    await page.until(() => page.posted.some((posted) => 'seq' in posted && posted.seq === seq));
    expect(page.posted.filter(({ type }) => type === 'failed')).toEqual([]);
  }

  beforeEach(async () => {
    seq = 0;
    page = await PreviewPage.open(browser, { which: 'comparison', viewport: { width: 1200, height: 640 } });
    return async () => {
      expect(page.complaints).toEqual([]);
      await page.page.close();
    };
  });

  test('marks what was added at one side only, and makes all else paler', async () => {
    await show('added-branch');
    await expectCount(side('after').locator('[data-element-id="investigate"] > .procedo-change.added'), 1);
    await expectCount(side('before').locator('.procedo-change'), 0);
    const faded = side('before').locator('[data-element-id="check"] > .djs-visual');
    expect(await faded.evaluate((element) => getComputedStyle(element).opacity)).toBe('0.5');
    expect(await options().allTextContents()).toEqual([
      '+Branch added after "Complete?" ("fraud", if `score > 9`): user task "Investigate" and end event "Handed over".',
    ]);
  });

  test('walks the changes by keys, and tells which one is looked at', async () => {
    await show('renamed');
    await page.page.keyboard.press('n');
    await page.until(() => page.last('go')?.change === 0);
    await page.page.keyboard.press('n');
    await page.until(() => page.last('go')?.change === 1);
    await page.page.keyboard.press('p');
    await page.page.keyboard.press('p');
    await page.until(async () => page.last('go')?.change === (await options().count()) - 1);
    expect(await page.page.getByRole('option', { selected: true }).count()).toBe(1);
  });

  test('a click on a marked element chooses its change, and both elements come to the same place', async () => {
    await show('inserted-step');
    await show('renamed');
    await side('after').locator('[data-element-id="check"] .djs-hit').first().click();
    await page.until(() => page.last('go') !== undefined);
    expect(await page.page.getByRole('option', { selected: true }).textContent()).toContain('Check the file');
    const [left, right] = [await boxIn('before'), await boxIn('after')];
    expect(Math.abs(left.x - right.x)).toBeLessThan(2);
    expect(Math.abs(left.y - right.y)).toBeLessThan(2);
  });

  test('a change that is walked to from the whole can be read; a size that somebody has chosen stays', async () => {
    await page.page.setViewportSize({ width: 640, height: 640 });
    await show('added-branch');
    const scale = async () => {
      const transform = await side('after').locator('.viewport').getAttribute('transform');
      return Number(/matrix\(([\d.]+)/.exec(transform ?? '')?.[1]);
    };
    expect(await scale()).toBeLessThan(0.6);
    await page.page.keyboard.press('n');
    await page.until(async () => Math.abs((await scale()) - 0.7) < 0.01);
    await side('before').locator('svg').first().focus();
    for (const _ of 'six-') await page.page.keyboard.press('-');
    const chosen = await scale();
    expect(chosen).toBeLessThan(0.5);
    await page.page.keyboard.press('p');
    await page.until(() => page.posted.filter(({ type }) => type === 'go').length === 2);
    expect(await scale()).toBeCloseTo(chosen, 2);
  });

  test('both pictures move together', async () => {
    await show('renamed');
    const start = [await boxIn('before'), await boxIn('after')];
    await side('before').locator('svg').first().focus();
    await page.page.keyboard.press('ArrowRight');
    await page.page.keyboard.press('-');
    const end = [await boxIn('before'), await boxIn('after')];
    expect(end[0]?.x).not.toBe(start[0]?.x);
    expect((end[0]?.x ?? 0) - (start[0]?.x ?? 0)).toBeCloseTo((end[1]?.x ?? 0) - (start[1]?.x ?? 0), 0);
  });

  test('shows cases', async () => {
    await show('case');
    await page.page.getByRole('option', { name: 'footage' }).click();
    await expectCount(side('after').locator('.procedo-change.added'), 1);
  });

  /** Where the step `check` is within its side, in px. */
  async function boxIn(name: 'before' | 'after'): Promise<{ x: number; y: number }> {
    const outer = await side(name).boundingBox();
    const inner = await side(name).locator('[data-element-id="check"] .djs-hit').first().boundingBox();
    if (!outer || !inner) throw new Error('It is not on the screen.');
    return { x: inner.x - outer.x, y: inner.y - outer.y };
  }
});

async function expectCount(locator: Locator, count: number): Promise<void> {
  expect(await locator.count()).toBe(count);
}
