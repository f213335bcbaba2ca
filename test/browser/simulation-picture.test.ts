/** What a simulation shows on the picture: break points, sub-processes that open, what something waits for, room for the words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './preview-page.ts';
import { Simulated } from './simulated.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/webview', name), 'utf8');
const three = 'process p { start user a "First" user b "Second" user c "Third" end }';

describe('break points', () => {
  test('are set by a click with Alt, shown, listed, and stop a run that is played', async () => {
    const run = await Simulated.open(browser, three);
    const before = await run.painted();
    await run.preview.element('b').click({ modifiers: ['Alt'] });
    expect(await run.painted()).not.toBe(before);
    expect(await run.lines('Break points')).toEqual(['"Second"']);
    expect(run.preview.last('select')).toBeUndefined();
    await run.press(' ');
    await run.until(async () => (await run.status()).startsWith('Stopped at a break point.'));
    expect((await run.offers())[0]).toBe('Complete "Second"');
    await run.press(' ');
    await run.until(async () => (await run.status()).startsWith('All has ended.'));
  });

  test('are told to the text, where they are set and where they are removed', async () => {
    const run = await Simulated.open(browser, three);
    await run.preview.element('b').click({ modifiers: ['Alt'] });
    await run.preview.until(() => run.preview.last('breakpoint') !== undefined);
    expect(run.preview.last('breakpoint')).toEqual({ type: 'breakpoint', id: 'b', isSet: true });
    // The text answers with all that it has.
    await run.preview.send({ type: 'breakpoints', ids: ['b'] });
    await run.section('Break points').locator('.cross').click();
    await run.preview.until(() => run.preview.last('breakpoint')?.isSet === false);
    await run.preview.send({ type: 'breakpoints', ids: [] });
    expect(await run.section('Break points').isVisible()).toBe(false);
  });

  test.each(['1', '4', '16'])('stop a run that is played at speed %s, and it goes on from there', async (speed) => {
    const run = await Simulated.open(browser, three, { reducedMotion: 'no-preference' });
    await run.preview.element('b').click({ modifiers: ['Alt'] });
    await run.page.selectOption('#simulation select', speed);
    await run.press(' ');
    await run.until(async () => (await run.status()).startsWith('Stopped at a break point.'));
    expect((await run.offers())[0]).toBe('Complete "Second"');
    await run.press(' ');
    await run.until(async () => (await run.status()).startsWith('All has ended.'));
    expect(run.preview.complaints).toEqual([]);
  });

  test('are set by a key at the current element, and removed in the list', async () => {
    const run = await Simulated.open(browser, three);
    await run.preview.element('c').click();
    await run.press('b');
    expect(await run.lines('Break points')).toEqual(['"Third"']);
    await run.section('Break points').locator('.cross').click();
    expect(await run.section('Break points').isVisible()).toBe(false);
  });

  test('come from the text too, and go with it', async () => {
    const run = await Simulated.open(browser, three);
    await run.preview.send({ type: 'breakpoints', ids: ['c'] });
    await run.until(async () => (await run.lines('Break points')).length === 1);
    await run.press(' ');
    await run.until(async () => (await run.offers())[0] === 'Complete "Third"');
    await run.preview.send({ type: 'breakpoints', ids: [] });
    await run.until(async () => !(await run.section('Break points').isVisible()));
  });
});

test('a sub-process that is collapsed opens as a token enters, and closes as it leaves', async () => {
  const run = await Simulated.open(browser, fixture('nested.bpmn'));
  const path = run.page.locator('#path');
  await run.press('.');
  await run.press('.');
  await run.until(async () => (await path.textContent())?.includes('Ship it') ?? false);
  await run.press('.');
  await run.until(async () => (await path.textContent())?.includes('Call the carrier') ?? false);
  await run.press('.');
  await run.until(async () => !(await path.isVisible()));
  expect(await run.status()).toContain('All has ended.');
});

test('a join that waits in vain shows the flows on which none comes', async () => {
  const run = await Simulated.open(browser, deadlock);
  await run.press(' ');
  await run.take('"x" "a"');
  await run.until(async () => (await run.status()).includes('it waits for ever'));
  expect(await run.page.locator('.procedo-missing').getAttribute('data-element-id')).toBe('b-j');
  await run.section('What waits').locator('.link').hover();
  expect(await run.page.locator('.procedo-awaited').getAttribute('data-element-id')).toBe('b-j');
});

/** start → xor → a or b → parallel join → end */
const deadlock = (() => {
  const places = { s: [0, 60], x: [100, 60], a: [200, 0], b: [200, 120], j: [320, 60], e: [420, 60] } as const;
  const types = {
    s: 'startEvent',
    x: 'exclusiveGateway',
    a: 'userTask',
    b: 'userTask',
    j: 'parallelGateway',
    e: 'endEvent',
  };
  const flows = ['s-x', 'x-a', 'x-b', 'a-j', 'b-j', 'j-e'].map(
    (id) => id.split('-') as [keyof typeof places, keyof typeof places],
  );
  const point = (id: keyof typeof places) => `<di:waypoint x="${places[id][0] + 20}" y="${places[id][1] + 20}"/>`;
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="t"><process id="p">
  ${Object.entries(types)
    .map(([id, type]) => `<${type} id="${id}"/>`)
    .join('')}
  ${flows.map(([from, to]) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`).join('')}</process>
  <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
  ${Object.entries(places)
    .map(
      ([id, [x, y]]) =>
        `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="40" height="40"/></bpmndi:BPMNShape>`,
    )
    .join('')}
  ${flows.map(([from, to]) => `<bpmndi:BPMNEdge bpmnElement="${from}-${to}">${point(from)}${point(to)}</bpmndi:BPMNEdge>`).join('')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
})();

test('buttons stand beside the names of ways', async () => {
  const run = await Simulated.open(
    browser,
    'process p { start xor "Severity?" { when "false alarm" { end "Closed" } when "minor" otherwise "major" { user "Call" } } end }',
  );
  await run.press(' ');
  await run.page.locator('.procedo-offers .way').first().waitFor();
  const boxes = (selector: string) =>
    run.page.locator(selector).evaluateAll((all) =>
      all.map((one) => {
        const { x, y, right, bottom } = one.getBoundingClientRect();
        return { x, y, right, bottom };
      }),
    );
  const labels = await boxes('.djs-label text');
  for (const button of await boxes('.procedo-offers > button'))
    for (const label of labels)
      expect(
        button.x >= label.right || label.x >= button.right || button.y >= label.bottom || label.y >= button.bottom,
      ).toBe(true);
});

test('the lists cover nothing of a picture that was seen as a whole, and leave it as it was', async () => {
  const run = await Simulated.open(browser, three);
  await run.press('Escape');
  const lanes = 'process q { lane a "A" lane b "B" in a { start user one "One" } in b { user two "Two" end } }';
  const page = run.page;
  await page.setViewportSize({ width: 480, height: 420 });
  await run.load(lanes);
  await run.press('0');
  const box = () => run.preview.element('two').boundingBox();
  const before = await box();
  await run.press('s');
  await page.waitForSelector('#simulation .bar');
  const top = (await page.locator('#simulation').boundingBox())?.y ?? 0;
  const shown = await box();
  expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThan(top);
  await run.press('Escape');
  await run.until(async () => Math.round((await box())?.y ?? 0) === Math.round(before?.y ?? -1));
});

test('a drawing that nobody has moved is fitted beside the lists, and to what room there is after them', async () => {
  const run = await Simulated.open(browser, three, { viewport: { width: 600, height: 460 } });
  const rightEnd = async () => (await run.preview.element('c').boundingBox())?.x ?? 0;
  await run.page.setViewportSize({ width: 400, height: 460 });
  await run.until(async () => (await rightEnd()) < 340);
  await run.press('Escape');
  await run.page.setViewportSize({ width: 300, height: 460 });
  await run.until(async () => (await rightEnd()) < 260);
});

test('the button that begins a simulation is pressed while it runs', async () => {
  const run = await Simulated.open(browser, three);
  const button = run.page.getByRole('button', { name: 'Simulate (s)' });
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await button.click();
  expect(await button.getAttribute('aria-pressed')).toBe('false');
});
