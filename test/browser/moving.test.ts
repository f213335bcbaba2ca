/** Shapes moved by hand: what the page says, and what becomes of picture and layout file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'langium';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createProcedoServices } from '../../src/language/index.ts';
import { parseLayoutFile } from '../../src/layout/index.ts';
import { type LiveModel, LiveRoad, moveByHand } from '../../src/workspace/index.ts';
import { launchChromium, PreviewPage } from './preview-page.ts';

const text = `process p "P" {
  start "Asked"
  task check "Check"
  xor ok "Complete?" {
    when "yes" { task assess "Assess" }
    otherwise { task ask "Ask again" }
  }
  end "Decided"
}`;

const nested = readFileSync(join(import.meta.dirname, '../fixtures/webview/nested.bpmn'), 'utf8');
const services = createProcedoServices();
const road = new LiveRoad();

const caseText = `case claim "Claim" {
  file dossier "Dossier"
  human assess "Assess it"
  human decide "Decide"
    enter when assess completes
    exit when dossier deleted
  user late "Too late"
}`;

async function live(layoutText: string, written = text): Promise<LiveModel> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const uri = URI.parse('file:///moved.procedo');
  if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
  const document = LangiumDocumentFactory.fromString(written, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  return road.compiled(document, parseLayoutFile(layoutText).value);
}

let browser: Browser;
let preview: PreviewPage;
let model: LiveModel;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  preview = await PreviewPage.open(browser, { viewport: { width: 900, height: 420 } });
  model = await live('');
  await preview.show({ xml: model.xml, diagrams: model.diagrams, isMovable: true });
});
afterEach(async () => {
  expect(preview.complaints).toEqual([]);
  await preview.page.close();
});

/** Presses the pointer on a shape, and drags it by so many px of the screen. */
async function drag(id: string, dx: number, dy: number): Promise<void> {
  const box = await preview.element(id).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 12, (box?.y ?? 0) + 12];
  await preview.page.mouse.move(x, y);
  await preview.page.mouse.down();
  await preview.page.mouse.move(x + dx / 2, y + dy / 2);
  await preview.page.mouse.move(x + dx, y + dy);
}

const outline = () => preview.page.locator('.procedo-outline');

it('what is dragged stands where it is let go, on the grid, and in the layout file', async () => {
  const old = await preview.element('check').boundingBox();
  await drag('check', 34, 118);
  expect(await outline().count()).toBe(1);
  await preview.page.mouse.up();
  await preview.until(() => preview.last('move') !== undefined);
  const move = preview.last('move');
  expect(await outline().getAttribute('class')).toContain('put');
  const layoutText = move && moveByHand({ models: model.keyed, kept: parseLayoutFile('').value, text: '' }, move);
  expect(layoutText).toContain(`\ncheck ${move?.bounds.x},${move?.bounds.y} 100x80\n`);
  model = await live(layoutText ?? '');
  await preview.show({ xml: model.xml, diagrams: model.diagrams, isMovable: true });
  expect(await outline().count()).toBe(0);
  const now = await preview.element('check').boundingBox();
  expect(Math.round((now?.x ?? 0) - (old?.x ?? 0))).toBe(30);
  expect(Math.round((now?.y ?? 0) - (old?.y ?? 0))).toBe(120);
});

it('what was dragged is the current element: the keys move it on, and its corners change its size', async () => {
  await preview.element('ask').click();
  await drag('check', 30, 60);
  await preview.page.mouse.up();
  await preview.until(() => preview.last('select')?.id === 'check');
  await preview.page.keyboard.press('Alt+ArrowDown');
  await preview.until(() => preview.last('move') !== undefined);
  expect(preview.last('move')?.id).toBe('check');
  expect(await preview.page.locator('.procedo-handle').count()).toBe(3);
});

it('the handles go with the current element: by Escape, by a click beside all, by another plane', async () => {
  const handles = () => preview.page.locator('.procedo-handle').count();
  await preview.element('check').click();
  expect(await handles()).toBe(3);
  await preview.page.keyboard.press('Escape');
  expect(await handles()).toBe(0);
  await preview.element('check').click();
  await preview.page.mouse.click(20, 400);
  await preview.until(async () => (await handles()) === 0);
  await preview.page.getByRole('button', { name: /Tidy/ }).click();
  await preview.until(() => preview.last('tidy') !== undefined);
  expect(preview.last('tidy')?.extent).toBe('all');
  await preview.show({ xml: nested, diagrams: [], isMovable: true });
  await preview.page.getByRole('button', { name: 'Step into Ship it' }).click();
  await preview.element('pack').click();
  expect(await handles()).toBe(3);
  await preview.page.locator('#path').getByRole('button').first().click();
  expect(await handles()).toBe(0);
});

it('the menu of the picture is for the element under the pointer, and knows what can be tidied', async () => {
  const menu = async () =>
    JSON.parse((await preview.page.locator('#canvas').getAttribute('data-vscode-context')) ?? '{}');
  expect(await menu()).toMatchObject({ procedoCanTidy: true, procedoHasCurrent: false });
  await preview.element('check').click({ button: 'right' });
  await preview.until(() => preview.last('select')?.id === 'check');
  expect(await menu()).toMatchObject({ procedoCanTidy: true, procedoHasCurrent: true });
  await preview.show({ xml: model.xml, diagrams: model.diagrams });
  expect(await menu()).toMatchObject({ procedoCanTidy: false });
});

it('Escape leaves everything as it was', async () => {
  await drag('check', 40, 40);
  await preview.page.keyboard.press('Escape');
  expect(await outline().count()).toBe(0);
  await preview.page.mouse.up();
  expect(preview.last('move')).toBeUndefined();
});

it('a click is no move', async () => {
  await preview.element('check').click();
  await preview.until(() => preview.last('select') !== undefined);
  expect(preview.last('move')).toBeUndefined();
});

it('Alt and arrow keys move the current element, Ctrl+Z takes it back', async () => {
  await preview.element('check').click();
  await preview.page.keyboard.press('Alt+ArrowDown');
  await preview.until(() => preview.last('move') !== undefined);
  expect(preview.last('move')).toMatchObject({ id: 'check', bounds: { width: 100, height: 80 } });
  await preview.page.keyboard.press('Control+z');
  await preview.until(() => preview.last('undo') !== undefined);
  await preview.page.keyboard.press('Control+Shift+Z');
  await preview.until(() => preview.last('redo') !== undefined);
});

it('a key that is pressed again before the picture is drawn goes on from where the element was put', async () => {
  const moves = () => preview.posted.filter((message) => message.type === 'move');
  await preview.element('check').click();
  for (let i = 0; i < 4; i++) await preview.page.keyboard.press('Alt+ArrowDown');
  await preview.until(() => preview.last('move') !== undefined);
  const [first] = moves();
  const y = first?.bounds.y ?? 0;
  expect(await preview.page.locator('.procedo-outline.put').getAttribute('y')).toBe(String(y + 30));
  const layoutText = first && moveByHand({ models: model.keyed, kept: parseLayoutFile('').value, text: '' }, first);
  model = await live(layoutText ?? '');
  await preview.show({ xml: model.xml, diagrams: model.diagrams, isMovable: true });
  await preview.until(() => preview.last('move')?.bounds.y === y + 30);
  expect(moves().length).toBeLessThan(4);
});

it('what waits to be told is told before it is taken back', async () => {
  await preview.element('check').click();
  for (const key of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Control+z']) await preview.page.keyboard.press(key);
  await preview.until(() => preview.last('undo') !== undefined);
  const told = preview.posted.filter(({ type }) => ['move', 'undo'].includes(type)).map(({ type }) => type);
  expect(told).toEqual(['move', 'move', 'undo']);
});

it('a corner of the current element changes its size', async () => {
  await preview.element('check').click();
  const knob = await preview.page.locator('.procedo-handle.se').boundingBox();
  const [x, y] = [(knob?.x ?? 0) + 3, (knob?.y ?? 0) + 3];
  await preview.page.mouse.move(x, y);
  await preview.page.mouse.down();
  await preview.page.mouse.move(x + 20, y + 10);
  await preview.page.mouse.move(x + 41, y + 22);
  await preview.page.mouse.up();
  await preview.until(() => preview.last('move') !== undefined);
  expect(preview.last('move')?.bounds).toMatchObject({ width: 140, height: 100 });
});

it('the text beside a shape is dragged, and then moved by keys', async () => {
  const place = async () => (await preview.element('ok_label').locator('text').boundingBox()) ?? { x: 0, y: 0 };
  const old = await place();
  await preview.page.mouse.move(old.x + 8, old.y + 6);
  await preview.page.mouse.down();
  await preview.page.mouse.move(old.x + 20, old.y + 2);
  await preview.page.mouse.move(old.x + 38, old.y - 9);
  await preview.page.mouse.up();
  await preview.until(() => preview.last('move') !== undefined);
  const move = preview.last('move');
  expect(move).toMatchObject({ id: 'ok', isLabel: true, diagram: '' });
  const layoutText = move && moveByHand({ models: model.keyed, kept: parseLayoutFile('').value, text: '' }, move);
  model = await live(layoutText ?? '');
  await preview.show({ xml: model.xml, diagrams: model.diagrams, isMovable: true });
  const now = await place();
  expect([now.x - old.x, now.y - old.y].map(Math.round)).toEqual([30, -15]);
  await preview.page.mouse.click(now.x + 8, now.y + 6);
  await preview.page.keyboard.press('Alt+ArrowDown');
  await preview.until(() => preview.last('move') !== move);
  expect(preview.last('move')).toEqual({ ...move, bounds: { ...move?.bounds, y: (move?.bounds.y ?? 0) + 5 } });
});

it('a text put onto a shape that comes after its own is in front of it, to be read and to be taken away again', async () => {
  const top = async (id: string) => {
    const box = (await preview.element(id).locator('text').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return preview.page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-element-id]')?.getAttribute('data-element-id'),
      middle,
    );
  };
  const layoutText = moveByHand(
    { models: model.keyed, kept: parseLayoutFile('').value, text: '' },
    { id: 'ok', isLabel: true, bounds: { x: 440, y: 100, width: 58, height: 14 }, diagram: '' },
  );
  model = await live(layoutText ?? '');
  await preview.show({ xml: model.xml, diagrams: model.diagrams, isMovable: true });
  expect(await top('ok_label')).toBe('ok_label');
});

it('of a line the keys move the text', async () => {
  const text = preview.element('Flow_ok_assess_label').locator('text');
  const box = (await text.boundingBox()) ?? { x: 0, y: 0 };
  await preview.page.mouse.click(box.x + 4, box.y + 4);
  await preview.page.keyboard.press('Alt+ArrowUp');
  await preview.until(() => preview.last('move') !== undefined);
  expect(preview.last('move')).toMatchObject({ id: 'Flow_ok_assess', isLabel: true });
});

it('L goes round the labels about the current element, is heard, and then the keys move the label', async () => {
  const heard = () => preview.page.locator('#announcement').textContent();
  const press = (key: string) => preview.page.keyboard.press(key);
  await preview.element('ok').click();
  await press('l');
  expect(await heard()).toBe('Label of Complete?, exclusive gateway. Alt and arrow keys move it');
  expect(await outline().count()).toBe(1);
  await press('Alt+ArrowRight');
  await preview.until(() => preview.last('move') !== undefined);
  expect(preview.last('move')).toMatchObject({ id: 'ok', isLabel: true });
  await press('l');
  expect(await heard()).toBe('Label of yes, sequence flow. Alt and arrow keys move it');
  await press('Alt+ArrowUp');
  await preview.until(() => preview.last('move')?.id === 'Flow_ok_assess');
  await press('l');
  expect(await heard()).toBe('Complete?, exclusive gateway');
  await press('Alt+ArrowRight');
  await preview.until(() => preview.last('move')?.isLabel === undefined);
  expect(preview.last('move')).toMatchObject({ id: 'ok' });
});

it('L at an element without a label beside it says so, and another element forgets it', async () => {
  await preview.element('ok').click();
  await preview.page.keyboard.press('l');
  await preview.element('check').click();
  await preview.page.keyboard.press('l');
  expect(await preview.page.locator('#announcement').textContent()).toBe('Check, task, has no label beside it');
  await preview.page.keyboard.press('Alt+ArrowDown');
  await preview.until(() => preview.last('move') !== undefined);
  expect(preview.last('move')).toMatchObject({ id: 'check' });
  expect(preview.last('move')).not.toHaveProperty('isLabel');
});

it('so it is with the labels of cases: file items, listeners, connectors', async () => {
  model = await live('', caseText);
  await preview.show({ caseXml: model.caseXml, diagrams: model.diagrams, isMovable: true });
  const layoutTexts: (string | undefined)[] = [];
  const heard: (string | null)[] = [];
  for (const id of ['dossier', 'late', '']) {
    const before = preview.last('move');
    await preview.element(id || 'dossier').click();
    for (const key of id ? 'l' : 'll') await preview.page.keyboard.press(key);
    heard.push(await preview.page.locator('#announcement').textContent());
    await preview.page.keyboard.press('Alt+ArrowDown');
    await preview.until(() => preview.last('move') !== before);
    const move = preview.last('move');
    layoutTexts.push(move && moveByHand({ models: model.keyed, kept: parseLayoutFile('').value, text: '' }, move));
  }
  expect(heard).toEqual([
    'Label of Dossier, case file item. Alt and arrow keys move it',
    'Label of Too late, user event listener. Alt and arrow keys move it',
    'Label of [delete], connector. Alt and arrow keys move it',
  ]);
  expect(layoutTexts[0]).toMatch(/^dossier .* label 334,338 42x14$/m);
  expect(layoutTexts[1]).toMatch(/^late .* label 123,179 44x14$/m);
  expect(layoutTexts[2]).toMatch(/^dossier->decide\/exit label 361,262 42x14 /m);
});

it('nothing moves in a file that is only looked at', async () => {
  await preview.show({ xml: model.xml, diagrams: model.diagrams });
  await drag('check', 40, 40);
  await preview.page.mouse.up();
  await preview.element('check').click();
  await preview.page.keyboard.press('Alt+ArrowDown');
  expect(preview.last('move')).toBeUndefined();
  expect(await preview.page.locator('.procedo-handle').count()).toBe(0);
});

it('the button tidies the current element', async () => {
  await preview.element('check').click();
  await preview.page.getByRole('button', { name: /Tidy/ }).click();
  await preview.until(() => preview.last('tidy') !== undefined);
  expect(preview.last('tidy')).toEqual({ type: 'tidy', extent: 'selection', id: 'check' });
});

it('what a button did is taken back by the key, wherever the focus is, and the other keys are for the picture after a press with the pointer', async () => {
  const { page } = preview;
  await preview.element('check').click();
  await page.getByRole('button', { name: /Tidy/ }).click();
  await page.keyboard.press('Control+z');
  await preview.until(() => preview.last('undo') !== undefined);
  await page.keyboard.press('Alt+ArrowDown');
  await preview.until(() => preview.last('move') !== undefined);
  await page.getByRole('button', { name: /Tidy/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+Z');
  await preview.until(() => preview.last('redo') !== undefined);
  expect(await page.locator(':focus').getAttribute('aria-label')).toContain('Tidy');
});
