/** What is seen first of a diagram, before anybody has moved it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, PreviewPage } from './preview-page.ts';
import { drawn } from './simulated.ts';

const examples = join(import.meta.dirname, '../../examples');
/** The side of a usual window, and of a narrow one. */
const usual = { width: 460, height: 640 };
const narrow = { width: 300, height: 600 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Free space on the screen between the page, or its buttons, and what is drawn, in px; less than 0 where that is cut off. */
interface Free {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

/** The space that the whole drawing has, how large it is drawn, and ids of what is wholly on the screen. */
function seen({ page }: PreviewPage): Promise<{ free: Free; scale: number; whole: readonly string[] }> {
  return page.evaluate(() => {
    const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const [canvas, bar] = [boxOf('#canvas'), boxOf('#toolbar')];
    const elements = [...document.querySelectorAll('.djs-element')]
      .map((one) => ({ id: one.getAttribute('data-element-id') ?? '', box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const freeOf = (boxes: readonly DOMRect[]) => ({
      left: Math.min(...boxes.map(({ left }) => left)) - canvas.left,
      right: canvas.right - Math.max(...boxes.map(({ right }) => right)),
      above: Math.min(...boxes.map(({ top }) => top)) - bar.bottom,
      below: canvas.bottom - Math.max(...boxes.map(({ bottom }) => bottom)),
    });
    const scale = document.querySelector<SVGGElement>('.viewport')?.transform.baseVal.consolidate()?.matrix.a ?? 0;
    const whole = elements.filter(({ box }) => Math.min(...Object.values(freeOf([box]))) >= 0).map(({ id }) => id);
    return { free: freeOf(elements.map(({ box }) => box)), scale: Math.round(scale * 1000) / 1000, whole };
  });
}

const isWhole = (free: Free) => Math.min(...Object.values(free)) >= 0;
const text = (name: string) => readFileSync(join(examples, name), 'utf8');

it.each(readdirSync(examples).filter((name) => name.endsWith('.procedo')))(
  '%s is seen whole and in the middle, or if it is very large legibly from its start',
  async (name) => {
    const preview = await PreviewPage.open(browser, { viewport: usual });
    const model = await drawn(text(name));
    const starts = [...model.xml.toString().matchAll(/<bpmn:startEvent id="([^"]+)"/g)].map(([, id]) => id);
    for (const { id, notation } of model.diagrams) {
      await preview.show({ ...model, shown: id });
      const { free, scale, whole } = await seen(preview);
      if (isWhole(free)) {
        expect(Math.abs(free.left - free.right), id).toBeLessThan(4);
      } else {
        // It would have to be drawn smaller than a fifth.
        expect((usual.width - free.left - free.right) / scale, id).toBeGreaterThan((usual.width - 56) / 0.2);
        expect(scale, id).toBe(0.7);
        if (notation === 'bpmn') expect(whole.some((one) => starts.includes(one))).toBe(true);
      }
    }
    await preview.page.close();
  },
);

it('the first example is seen whole at the side of a narrow window too, and fitted anew when that gets another size', async () => {
  const preview = await PreviewPage.open(browser, { viewport: narrow });
  await preview.show(await drawn(text('expense-report.procedo')));
  const first = await seen(preview);
  expect(isWhole(first.free)).toBe(true);
  await preview.page.setViewportSize({ width: 900, height: 600 });
  await preview.until(async () => (await seen(preview)).scale > 2 * first.scale);
  expect(isWhole((await seen(preview)).free)).toBe(true);
  await preview.page.setViewportSize(narrow);
  await preview.until(async () => (await seen(preview)).scale === first.scale);
});

it('what is typed anew stays in sight as a whole until somebody moves it', async () => {
  const steps = (count: number) => Array.from({ length: count }, (_, at) => `  user "Step ${at + 1}"\n`).join('');
  const typed = async (count: number) =>
    preview.show(await drawn(`process p "P" {\n  start\n${steps(count)}  end\n}\n`));
  const preview = await PreviewPage.open(browser, { viewport: usual });
  await typed(1);
  expect((await seen(preview)).scale).toBe(1);
  for (const count of [2, 3, 5, 8]) {
    await typed(count);
    expect(isWhole((await seen(preview)).free), String(count)).toBe(true);
  }
  await preview.page.getByRole('button', { name: 'Zoom in (+)' }).click();
  const { scale } = await seen(preview);
  await typed(10);
  expect((await seen(preview)).scale).toBe(scale);
});

it('what to write is said when a text holds nothing to draw, and not while nobody knows', async () => {
  const preview = await PreviewPage.open(browser, { viewport: usual });
  const hint = preview.page.getByText('The diagram appears here');
  expect(await hint.isVisible()).toBe(false);
  await preview.show({});
  expect(await hint.isVisible()).toBe(true);
  await preview.show(await drawn(text('incident.procedo')));
  expect(await hint.isVisible()).toBe(false);
  await preview.page.close();
});
