/** Moving about in the preview page: sub-processes to step into, diagrams to choose, elements to find. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, PreviewPage } from './preview-page.ts';

const xml = readFileSync(join(import.meta.dirname, '../fixtures/webview/nested.bpmn'), 'utf8');
const diagrams = [
  { id: 'OrderDiagram', name: 'Order', notation: 'bpmn' },
  { id: 'ShipDiagram', name: 'Ship it', notation: 'bpmn' },
  { id: 'CallDiagram', name: 'Call the carrier', notation: 'bpmn' },
  { id: 'ReturnsDiagram', name: 'Returns', notation: 'bpmn' },
] as const;

let browser: Browser;
let preview: PreviewPage;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  preview = await PreviewPage.open(browser);
  await preview.show({ xml, diagrams });
});
afterEach(async () => {
  expect(preview.complaints).toEqual([]);
  await preview.page.close();
});

const door = (name: string) => preview.page.getByRole('button', { name: `Step into ${name}` });
const crumbs = () => preview.page.locator('#path > *').allTextContents();
const isVisible = (id: string) => preview.element(id).isVisible();
const press = (key: string) => preview.page.keyboard.press(key);
/** Scale and place of what is visible. */
async function viewport(): Promise<number[]> {
  const transform = await preview.page.locator('.viewport').getAttribute('transform');
  return (transform ?? '').match(/-?[\d.]+/g)?.map((number) => Math.round(Number(number) * 100) / 100) ?? [];
}

it('what a person has brought to the middle stays there when the page has another size', async () => {
  const middle = async () => {
    const [page, box] = [preview.page.viewportSize(), await preview.element('ship').boundingBox()];
    return [(box?.x ?? 0) - (page?.width ?? 0) / 2, (box?.y ?? 0) - (page?.height ?? 0) / 2].map(Math.round);
  };
  await preview.page.getByRole('button', { name: 'Zoom in (+)' }).click();
  const before = await middle();
  for (const size of [
    { width: 760, height: 300 },
    { width: 500, height: 640 },
    { width: 760, height: 520 },
  ]) {
    await preview.page.setViewportSize(size);
    await preview.until(async () => String(await middle()) === String(before));
  }
});

it('the bar of buttons covers nothing of a picture that is fitted, however low the page is', async () => {
  for (const height of [160, 220, 400]) {
    await preview.page.setViewportSize({ width: 460, height });
    await preview.page.getByRole('button', { name: 'Fit to view (0)' }).click();
    const bar = await preview.page.locator('#toolbar').boundingBox();
    const lowest = (bar?.y ?? 0) + (bar?.height ?? 0);
    const tops = await preview.page
      .locator('.djs-shape')
      .evaluateAll((shapes) => shapes.map((shape) => shape.getBoundingClientRect()).filter(({ height }) => height > 0))
      .then((boxes) => boxes.map(({ y }) => y));
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(lowest);
  }
});

describe('collapsed sub-processes', () => {
  it('open by their plus, and the path leads back', async () => {
    await door('Ship it').click();
    expect([await isVisible('pack'), await isVisible('check')]).toEqual([true, false]);
    await door('Call the carrier').click();
    expect(await isVisible('dial')).toBe(true);
    expect(await crumbs()).toEqual(['Order', 'Ship it', 'Call the carrier']);
    await preview.page.getByRole('button', { name: 'Order' }).click();
    expect(await isVisible('check')).toBe(true);
    expect(await preview.page.locator('#path').isVisible()).toBe(false);
  });

  it('open by keys: Space steps in, Backspace out', async () => {
    await preview.element('ship').click({ position: { x: 6, y: 6 } });
    await press('Space');
    expect(await isVisible('pack')).toBe(true);
    await press('Backspace');
    expect(await isVisible('check')).toBe(true);
    expect(preview.last('select')).toEqual({ type: 'select', id: 'ship' });
  });

  it('have no button where nothing is inside', async () => {
    expect([await door('Ship it').count(), await door('Nothing inside').count()]).toEqual([1, 0]);
  });

  it('come back as they were left', async () => {
    await door('Ship it').click();
    await preview.page.getByRole('button', { name: 'Zoom in (+)' }).click();
    const left = await viewport();
    await preview.page.getByRole('button', { name: 'Order' }).click();
    expect(await viewport()).not.toEqual(left);
    await door('Ship it').click();
    expect(await viewport()).toEqual(left);
  });

  it('stay open over an update, and over a reload', async () => {
    await door('Ship it').click();
    const kept = await preview.element('pack').elementHandle();
    await preview.show({ xml: xml.replace('Übergabe vorbereiten', 'Pack'), diagrams });
    expect(await preview.element('pack').textContent()).toBe('Pack');
    expect(await kept?.evaluate((node) => node.isConnected)).toBe(true);
    const again = await PreviewPage.open(browser, { state: preview.state });
    await again.show({ xml, diagrams });
    expect(await again.element('pack').isVisible()).toBe(true);
    await again.page.close();
  });

  it('stay where they are while something moves outside', async () => {
    await preview.send({ type: 'select', ids: ['check'], reveal: false });
    await door('Ship it').click();
    const before = await viewport();
    await preview.show({ xml: xml.replace('x="100" y="100"', 'x="20" y="300"'), diagrams });
    expect(await viewport()).toEqual(before);
  });

  it('close when they are gone', async () => {
    await door('Ship it').click();
    await preview.show({ xml: xml.replaceAll(/ isExpanded="false"/g, ' isExpanded="true"'), diagrams });
    await preview.show({ xml: withoutShip, diagrams: diagrams.slice(0, 1) });
    expect(await isVisible('check')).toBe(true);
  });

  it('are stepped into when the caret goes there, and left when it leaves', async () => {
    await preview.send({ type: 'select', ids: ['dial', 'call', 'ship', 'order'], reveal: true });
    await preview.until(() => isVisible('dial'));
    await preview.send({ type: 'select', ids: ['call', 'ship', 'order'], reveal: true });
    await preview.send({ type: 'select', ids: ['check', 'order'], reveal: true });
    await preview.until(() => isVisible('check'));
  });
});

const withoutShip = xml
  .replace(/<subProcess id="ship"[\s\S]*?<\/subProcess>\s*<sequenceFlow[^>]*>\s*<\/subProcess>/, '')
  .replaceAll(/<sequenceFlow id="(checked|shipped)"[^>]*>/g, '')
  .replaceAll(/<bpmndi:BPMNEdge id="(checked|shipped)_di"[\s\S]*?<\/bpmndi:BPMNEdge>/g, '')
  .replace(/<bpmndi:BPMNShape id="ship_di"[\s\S]*?<\/bpmndi:BPMNShape>/, '')
  .replace(/<bpmndi:BPMNDiagram id="ShipDiagram">[\s\S]*?<\/bpmndi:BPMNDiagram>/, '')
  .replace(/<bpmndi:BPMNDiagram id="CallDiagram">[\s\S]*?<\/bpmndi:BPMNDiagram>/, '');

describe('several diagrams', () => {
  const tab = (name: string) => preview.page.getByRole('tab', { name });
  const selected = () => preview.page.locator('[role=tab][aria-selected=true]').allTextContents();
  /** Waits for the page to ask for a diagram, and shows it. */
  const follow = async (diagram: string) => {
    await preview.until(() => preview.last('show')?.diagram === diagram);
    await preview.show({ xml, diagrams, shown: diagram });
  };

  it('are tabs but for those to step into', async () => {
    expect(await preview.page.getByRole('tab').allTextContents()).toEqual(['Order', 'Returns']);
    await tab('Returns').click();
    await follow('ReturnsDiagram');
    expect(await isVisible('refund')).toBe(true);
    expect(await selected()).toEqual(['Returns']);
    expect(await preview.page.getByRole('tabpanel', { name: 'Returns' }).isVisible()).toBe(true);
  });

  it('are reached by the arrow keys, which go round, and by Home and End', async () => {
    await tab('Order').focus();
    for (const [key, id, name] of [
      ['ArrowRight', 'ReturnsDiagram', 'Returns'],
      ['ArrowRight', 'OrderDiagram', 'Order'],
      ['End', 'ReturnsDiagram', 'Returns'],
      ['Home', 'OrderDiagram', 'Order'],
      ['ArrowLeft', 'ReturnsDiagram', 'Returns'],
    ] as const) {
      await press(key);
      await follow(id);
      expect(await selected()).toEqual([name]);
      expect(await preview.page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    }
    expect(
      await preview.page.getByRole('tab').evaluateAll((tabs) => tabs.map((one) => one.getAttribute('tabindex'))),
    ).toEqual(['-1', '0']);
  });

  it('need no tabs where there is one to choose', async () => {
    await preview.show({ xml, diagrams: diagrams.slice(0, 3) });
    expect(await preview.page.getByRole('tablist').isVisible()).toBe(false);
    expect(await preview.page.getByRole('tabpanel').count()).toBe(0);
  });
});

describe('finding an element', () => {
  const field = () => preview.page.getByRole('combobox', { name: 'Find an element by its label' });
  const options = () => preview.page.locator('#found [role=option] > :first-child').allTextContents();

  it('takes part of a label, without its accents, in any plane', async () => {
    await preview.page.locator('#canvas svg').first().focus();
    await press('Control+f');
    await preview.page.keyboard.type('ubergabe');
    expect(await options()).toEqual(['Übergabe vorbereiten']);
    await press('Enter');
    expect(await isVisible('pack')).toBe(true);
    expect(await field().isVisible()).toBe(false);
    await preview.until(() => preview.last('open') !== undefined);
    expect(preview.last('open')).toEqual({ type: 'open', id: 'pack' });
  });

  it('shows what the arrows reach, before anything is chosen', async () => {
    await press('Control+f');
    await preview.page.keyboard.type('the');
    const all = ['Check the order', 'Call the carrier', 'Dial the number', 'Refund the buyer'];
    await preview.until(async () => String(await options()) === String(all));
    await press('ArrowDown');
    const selected = preview.page.locator('#found [aria-selected=true]');
    expect(await selected.textContent()).toMatch(/^Call the carrier/);
    expect(await field().getAttribute('aria-activedescendant')).toBe(await selected.getAttribute('id'));
    await preview.until(() => isVisible('call'));
    expect(preview.last('open')).toBeUndefined();
  });

  it('finds what is in another diagram, and shows that', async () => {
    await press('Control+f');
    await preview.page.keyboard.type('refund');
    const option = preview.page.locator('#found [role=option]').first();
    await preview.until(async () => (await option.count()) > 0);
    expect(await option.textContent()).toMatch(/ in Returns$/);
    await press('Enter');
    await preview.until(() => preview.last('show') !== undefined);
    expect(preview.last('show')).toEqual({ type: 'show', diagram: 'ReturnsDiagram' });
    await preview.show({ xml, diagrams, shown: 'ReturnsDiagram' });
    await preview.until(() => preview.last('open') !== undefined);
    expect(await isVisible(preview.last('open')?.id ?? '')).toBe(true);
  });

  it('says when nothing is called that, and closes by Escape', async () => {
    await press('Control+f');
    await preview.page.keyboard.type('zebra');
    expect(await options()).toEqual([]);
    await press('Escape');
    expect(await field().isVisible()).toBe(false);
    expect(await preview.page.evaluate(() => document.activeElement?.tagName)).toBe('svg');
  });
});
