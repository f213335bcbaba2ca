/** The simulate mode of the preview, as a person uses it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { Play } from '../../src/simulation/index.ts';
import { launchChromium, PreviewPage } from './preview-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const hostile = '<img src=x onerror=alert(1)>';

/** start → check → xor (yes: pay, no) → end, with a drawing. */
function claim(between = ''): string {
  const nodes = [
    ['startEvent', 's', '', 0],
    ['userTask', 'check', hostile.replaceAll('<', '&lt;'), 100],
    ...(between ? [['userTask', between, 'Between', 220] as const] : []),
    ['exclusiveGateway', 'ok', 'Covered?', 340],
    ['serviceTask', 'pay', 'Pay', 460],
    ['endEvent', 'paid', 'Paid', 600],
    ['endEvent', 'refused', 'Refused', 340],
  ] as const;
  const ways = between
    ? [
        ['s', 'check'],
        ['check', between],
        [between, 'ok'],
      ]
    : [
        ['s', 'check'],
        ['check', 'ok'],
      ];
  const flows = [...ways, ['ok', 'pay'], ['ok', 'refused'], ['pay', 'paid']] as [string, string][];
  const at = new Map(nodes.map(([, id, , x]) => [id, { x, y: id === 'refused' ? 200 : 60 }]));
  const point = (id: string) => `<di:waypoint x="${at.get(id)?.x}" y="${at.get(id)?.y}"/>`;
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="t">
  <process id="p">${nodes.map(([type, id, name]) => `<${type} id="${id}" name="${name}"/>`).join('')}
  ${flows.map(([from, to]) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`).join('')}</process>
  <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
  ${nodes.map(([, id]) => `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="${at.get(id)?.x}" y="${at.get(id)?.y}" width="50" height="50"/></bpmndi:BPMNShape>`).join('')}
  ${flows.map(([from, to]) => `<bpmndi:BPMNEdge bpmnElement="${from}-${to}">${point(from)}${point(to)}</bpmndi:BPMNEdge>`).join('')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
}

async function simulate(): Promise<PreviewPage> {
  const preview = await PreviewPage.open(browser);
  await preview.show({ xml: claim() });
  await preview.page.keyboard.press('s');
  await preview.page.waitForSelector('#simulation .bar');
  return preview;
}

const offers = (preview: PreviewPage) =>
  preview.page.locator('#simulation section').first().locator('li > button:not(.run)').allTextContents();
const status = async (preview: PreviewPage) => (await preview.page.textContent('#simulation .status')) ?? '';

test('a run is played with the keyboard alone, from its start to its end, and left', async () => {
  const preview = await simulate();
  const { keyboard } = preview.page;
  expect(await offers(preview)).toEqual(['Start the process']);
  await keyboard.press(' ');
  await preview.until(async () => (await offers(preview)).length === 3);
  expect(await offers(preview)).toEqual(['"Covered?" "Pay"', '"Covered?" "Refused"', 'Start the process']);
  await keyboard.press('1');
  await preview.until(async () => (await status(preview)).startsWith('All has ended.'));
  await keyboard.press('Escape');
  expect(await preview.page.locator('#simulation').count()).toBe(0);
  expect(preview.complaints).toEqual([]);
});

test('steps go back and forth, and start over', async () => {
  const preview = await simulate();
  const { keyboard } = preview.page;
  await keyboard.press('.');
  await preview.until(async () => (await offers(preview))[0]?.startsWith('Complete') ?? false);
  await keyboard.press('.');
  await preview.until(async () => (await offers(preview)).length === 3);
  await keyboard.press(',');
  expect((await offers(preview))[0]).toBe(`Complete "${hostile}"`);
  await keyboard.press('r');
  expect(await offers(preview)).toEqual(['Start the process']);
});

test('branches are clicked on the picture, and what was passed shows', async () => {
  const preview = await simulate();
  await preview.page.keyboard.press(' ');
  const way = preview.page.locator('.procedo-offers .way').nth(1);
  await way.click();
  await preview.until(async () => (await status(preview)).startsWith('All has ended.'));
  expect(await preview.page.locator('.procedo-passed').count()).toBe(7);
});

test('what happened leads to the element and its line', async () => {
  const preview = await simulate();
  await preview.page.keyboard.press('.');
  await preview.page.locator('#simulation .completed .link').first().click();
  expect(preview.last('select')?.id).toBe('s');
});

test('an edit keeps the token whose element lives, and says which it drops', async () => {
  const preview = await simulate();
  await preview.page.keyboard.press('.');
  await preview.show({ xml: claim('between') });
  expect((await offers(preview))[0]).toBe(`Complete "${hostile}"`);
  await preview.page.keyboard.press('.');
  await preview.until(async () => (await offers(preview))[0] === 'Complete "Between"');
  await preview.show({ xml: claim() });
  expect(await status(preview)).toContain('The edit dropped what was at between.');
});

test('variables are set by hand and decide', async () => {
  const preview = await simulate();
  await preview.page.keyboard.press('.');
  await preview.page.fill('#simulation input', 'amount = 500');
  await preview.page.keyboard.press('Enter');
  expect(await preview.page.locator('#simulation .facts li').allTextContents()).toContain('1amount = 500');
});

test('the same acts leave the same words in Chromium and in Node', async () => {
  const preview = await simulate();
  await preview.page.keyboard.press('.');
  await preview.until(async () => (await offers(preview))[0]?.startsWith('Complete') ?? false);
  await preview.page.keyboard.press('.');
  await preview.until(async () => (await offers(preview)).length === 3);
  const said = await preview.page.locator('#simulation section').nth(1).locator('li .link').allTextContents();
  const play = new Play(buildLinked([readModel(claim()).definitions as Definitions]));
  play.begin();
  play.next();
  const happened = play.happened(9).filter(({ what }) => what !== 'entered');
  expect(said).toEqual(happened.map(({ sentence }) => sentence));
});
