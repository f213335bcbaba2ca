/** What moves on the screen after an edit, frame by frame, with the clock of the page in the test's hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, PreviewPage } from './preview-page.ts';

/** A row of steps at these places, each with a flow to the next; `grown` is the width of the frame around the last. */
function row(xs: Readonly<Record<string, number>>, grown = 300): string {
  const steps = Object.entries(xs);
  const flows = steps
    .slice(1)
    .map(([to, x], i) => ({ to, x, from: steps[i]?.[0] ?? '', end: (steps[i]?.[1] ?? 0) + 100 }));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="D" targetNamespace="urn:row">
<process id="p">${steps.map(([id]) => `<task id="${id}" name="${id}"/>`).join('')}<subProcess id="frame"/>
${flows.map(({ from, to }) => `<sequenceFlow id="to_${to}" sourceRef="${from}" targetRef="${to}"/>`).join('')}</process>
<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="p">
${steps.map(([id, x]) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="100" width="100" height="80"/></bpmndi:BPMNShape>`).join('')}
<bpmndi:BPMNShape id="frame_di" bpmnElement="frame" isExpanded="true"><dc:Bounds x="100" y="240" width="${grown}" height="100"/></bpmndi:BPMNShape>
${flows.map(({ to, x, end }) => `<bpmndi:BPMNEdge id="to_${to}_di" bpmnElement="to_${to}"><di:waypoint x="${end}" y="140"/><di:waypoint x="${x}" y="140"/></bpmndi:BPMNEdge>`).join('')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
  return xml.replaceAll('><', '>\n<');
}

const before = row({ a: 100, b: 240, c: 380 });
const after = row({ a: 100, b: 300, c: 440 }, 360);

let browser: Browser;
let preview: PreviewPage;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(preview.complaints).toEqual([]);
  await preview.page.close();
});

async function open(reducedMotion: 'reduce' | 'no-preference'): Promise<void> {
  preview = await PreviewPage.open(browser, { reducedMotion });
  await preview.show({ xml: before });
  await preview.page.clock.install();
  await preview.page.clock.pauseAt(Date.now() + 60_000);
}

/** Where things are seen, in drawing coordinates. */
async function seen() {
  return preview.page.evaluate(() => {
    const number = (text: string | null | undefined, i: number) => Number(text?.match(/-?[\d.]+/g)?.[i]);
    const graphics = (id: string) => document.querySelector(`[data-element-id="${id}"].djs-element`);
    const left = (id: string) => {
      const transform = graphics(id)?.getAttribute('transform');
      return number(transform, transform?.startsWith('matrix') ? 4 : 0);
    };
    const line = (id: string) => graphics(id)?.querySelector('.djs-visual > path')?.getAttribute('d');
    return {
      a: left('a'),
      b: left('b'),
      c: left('c'),
      lineToB: [number(line('to_b'), 0), number(line('to_b'), 2)],
      frame: Number(graphics('frame')?.querySelector('rect')?.getAttribute('width')),
      view: document.querySelector('.viewport')?.getAttribute('transform') ?? '',
    };
  });
}

/** Runs the page's clock on by so many ms. */
const run = (time: number) => preview.page.clock.runFor(time);

describe('what has moved', () => {
  beforeEach(() => open('no-preference'));

  it('sets off where it was, arrives where it is, and flows stay at their steps on the way', async () => {
    await preview.show({ xml: after });
    let last = await seen();
    expect([last.a, last.b, last.c, last.frame]).toEqual([100, 240, 380, 300]);
    for (let time = 0; time < 200; time += 20) {
      await run(20);
      const now = await seen();
      expect(now.b).toBeGreaterThanOrEqual(last.b);
      expect(now.a).toBe(100);
      expect(now.c - now.b).toBeCloseTo(140);
      expect(now.lineToB[0]).toBeCloseTo(200);
      expect(now.lineToB[1]).toBeCloseTo(now.b);
      last = now;
    }
    expect([last.b, last.c, last.frame]).toEqual([300, 440, 360]);
  });

  it('goes on from where it is when the next update comes', async () => {
    await preview.show({ xml: after });
    await run(70);
    const between = await seen();
    expect(between.b).toBeGreaterThan(240);
    expect(between.b).toBeLessThan(300);
    await preview.show({ xml: before });
    const next = await seen();
    expect(next.b).toBeCloseTo(between.b);
    expect(next.lineToB[1]).toBeCloseTo(between.b);
    await run(300);
    expect((await seen()).b).toBe(240);
  });

  it('leaves the element at work where it is on the screen', async () => {
    await preview.send({ type: 'select', ids: ['c'], reveal: false });
    const box = async (id: string) => {
      const { x } = (await preview.element(id).locator('.djs-visual > rect').first().boundingBox()) ?? {
        x: Number.NaN,
      };
      return x;
    };
    const [a, c] = [await box('a'), await box('c')];
    await preview.show({ xml: after });
    expect(await box('c')).toBeCloseTo(c);
    expect(await box('a')).toBeCloseTo(a);
    await run(60);
    expect(await box('c')).toBeCloseTo(c);
    await run(300);
    expect(await box('c')).toBeCloseTo(c);
    expect(await box('a')).toBeCloseTo(a - 60);
  });

  it('is the same element under its new id, where ids follow labels', async () => {
    await preview.send({ type: 'select', ids: ['c'], reveal: false });
    const kept = await preview.element('c').elementHandle();
    await preview.show({ xml: row({ a: 100, b: 300, c2: 440 }) });
    expect(await kept?.evaluate((node) => [node.isConnected, node.getAttribute('data-element-id')])).toEqual([
      true,
      'c2',
    ]);
    expect(await preview.element('c2').getAttribute('class')).toContain('procedo-current');
    await run(300);
    expect(await preview.element('c2').textContent()).toBe('c2');
  });

  it('takes the new flows along', async () => {
    await preview.show({ xml: row({ a: 100, d: 240, b: 400, c: 540 }) });
    const { b, lineToB } = await seen();
    expect(b).toBe(240);
    expect(lineToB[1]).toBeCloseTo(240);
    await run(300);
    expect((await seen()).lineToB).toEqual([340, 400]);
  });

  it('lets new steps stand where they belong, also while the view follows the one at work', async () => {
    await preview.send({ type: 'select', ids: ['c'], reveal: false });
    await preview.show({ xml: row({ a: 100, d: 240, b: 400, c: 540 }) });
    const left = async () => (await preview.element('d').getAttribute('transform'))?.match(/\d+/g)?.at(-2);
    expect(await left()).toBe('240');
    await run(60);
    expect(await left()).toBe('240');
  });

  it('stands there at once where too much moves', async () => {
    const places = (offset: number) =>
      row(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`s${i}`, 100 + i * 3 + offset])));
    await preview.show({ xml: places(0) });
    await run(300);
    await preview.show({ xml: places(40) });
    const transform = await preview.element('s1').getAttribute('transform');
    expect(transform).toContain('143');
  });
});

describe('a case', () => {
  const claim = readFileSync(join(import.meta.dirname, '../fixtures/webview/claim.cmmn'), 'utf8');
  const grown = claim
    .replace(
      '<dc:Bounds x="177" y="152" width="500" height="170" />',
      '<dc:Bounds x="177" y="152" width="540" height="200" />',
    )
    .replace('<dc:Bounds x="747" y="202"', '<dc:Bounds x="787" y="202"')
    .replace('<dc:Bounds x="737" y="228"', '<dc:Bounds x="777" y="228"')
    .replace('<di:waypoint x="737" y="242" />', '<di:waypoint x="777" y="242" />');

  it('moves as a process does: items with their criteria and connectors, and stages grow with their corners', async () => {
    preview = await PreviewPage.open(browser, { reducedMotion: 'no-preference' });
    const diagrams = [{ id: 'Claim', name: 'Claim', notation: 'cmmn' }] as const;
    await preview.show({ caseXml: claim, diagrams });
    await preview.page.clock.install();
    await preview.page.clock.pauseAt(Date.now() + 60_000);
    const now = () =>
      preview.page.evaluate(() => {
        const graphics = (id: string) => document.querySelector(`[data-element-id="${id}"].djs-element`);
        const numbers = (text: string | null | undefined) => (text?.match(/-?[\d.]+/g) ?? []).map(Number);
        const left = (id: string) => {
          const transform = graphics(id)?.getAttribute('transform');
          return numbers(transform)[transform?.startsWith('matrix') ? 4 : 0] ?? 0;
        };
        const stage = numbers(graphics('assess')?.querySelector('polygon')?.getAttribute('points'));
        const line = numbers(
          graphics('pay_enter_sentry_on_di')?.querySelector('.djs-visual > path')?.getAttribute('d'),
        );
        return {
          pay: left('pay'),
          criterion: left('pay_enter'),
          end: line.at(-2) ?? 0,
          right: Math.max(...stage),
          points: stage,
        };
      });
    await preview.show({ caseXml: grown, diagrams });
    expect(await now()).toMatchObject({ pay: 747, criterion: 737, end: 737, right: 500 });
    await run(60);
    const between = await now();
    expect(between.pay).toBeGreaterThan(747);
    expect(between.pay).toBeLessThan(787);
    expect(between.criterion - between.pay).toBeCloseTo(-10);
    expect(between.end).toBeCloseTo(between.criterion);
    expect(between.right).toBeCloseTo(500 + between.pay - 747);
    await run(300);
    const { pay, right, points } = await now();
    expect([pay, right]).toEqual([787, 540]);
    expect(points).toEqual([20, 200, 0, 180, 0, 20, 20, 0, 520, 0, 540, 20, 540, 180, 520, 200]);
  });
});

describe('a person who wants no motion', () => {
  beforeEach(() => open('reduce'));

  it('sees all in its place at once', async () => {
    await preview.show({ xml: after });
    const { b, c, frame } = await seen();
    expect([b, c, frame]).toEqual([300, 440, 360]);
  });
});
