/**
 * The simulation in the preview page, in headless Chromium, on the MIWG reference model C.3.0:
 * - the own work of a frame (script, style, layout) while 200 tokens move. By Chromium's trace: the processor time
 *   of the page's thread, so that other work on the machine weighs little. Median, 95th percentile, most, in ms.
 * - the memory in use after each 1,000 of 10,000 steps at top speed, garbage collected before, in MB.
 *
 *   node bench/simulation.mjs [FILE.bpmn]      PROCEDO_SHARED names the folder that holds corpus/; TOKENS=200
 */
import '../scripts/project-node.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchChromium, PreviewPage } from '../test/browser/preview-page.ts';

const root = resolve(import.meta.dirname, '..');
const reference = 'corpus/bpmn/miwg-reference/Reference__C.3.0.bpmn';
const file = process.argv[2] ?? resolve(root, process.env.PROCEDO_SHARED ?? '../shared', reference);
const tokens = Number(process.env.TOKENS ?? 200);
const rounds = 4;

/** What a frame does itself; what it calls in turn is in it. */
const ownWork = new Set([
  'FireAnimationFrame',
  'FunctionCall',
  'TimerFire',
  'RunMicrotasks',
  'EvaluateScript',
  'UpdateLayoutTree',
  'Layout',
]);

if (!existsSync(file)) {
  console.log('The model is not there: name a BPMN file, or the folder that holds the corpus in PROCEDO_SHARED.');
  process.exit();
}

const browser = await launchChromium();
const preview = await PreviewPage.open(browser, { reducedMotion: 'no-preference' });
const { page } = preview;
await page.setViewportSize({ width: 1280, height: 800 });
const session = await page.context().newCDPSession(page);
// As it stands nobody gets beyond its first task, which takes two tokens to start.
const xml = readFileSync(file, 'utf8').replace(/(start|completion)Quantity="2"/g, '$1Quantity="1"');
await preview.show({ xml });
await page.keyboard.press('0');
await page.keyboard.press('s');
await page.waitForSelector('#simulation .bar');
await decideOnceForAll();

const frames = [];
for (let round = 0; round < rounds; round++) {
  await start(tokens);
  await page.selectOption('#simulation select', '1');
  frames.push(...(await traced(async () => await playToTheEnd())));
}
console.log(`${tokens} tokens: ${inWords(frames)}`);

await page.keyboard.press('r');
for (let next = 1_000; next <= 10_000; ) {
  await start(tokens);
  await playToTheEnd();
  if ((await steps()) < next) continue;
  console.log(`${await steps()} steps: ${(await heap()).toFixed(1)} MB`);
  next += 1_000;
}
await browser.close();

/** Plays one instance, and takes at each gateway the first way from then on. */
async function decideOnceForAll() {
  await page.selectOption('#simulation select', '0');
  await page.keyboard.press(' ');
  while (!(await status()).startsWith('All has ended')) {
    const way = page.locator('.procedo-offers .way').first();
    if (await way.isVisible()) await way.click({ modifiers: ['Shift'] });
    await page.waitForTimeout(50);
  }
}

/** Begins that many instances. */
async function start(count) {
  await page.selectOption('#simulation select', '0');
  await page.evaluate(async (count) => {
    for (let each = 0; each < count; each++) {
      const buttons = [...document.querySelectorAll('#simulation ol[aria-label="What can be done"] button:not(.run)')];
      buttons.find(({ textContent }) => textContent?.startsWith('Start'))?.click();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, count);
}

async function playToTheEnd() {
  await page.keyboard.press(' ');
  await page.waitForFunction(
    () => document.querySelector('#simulation .status')?.textContent?.startsWith('All has ended'),
    undefined,
    { polling: 500, timeout: 120_000 },
  );
}

async function status() {
  return (await page.textContent('#simulation .status')) ?? '';
}

async function steps() {
  return Number(await page.getAttribute('#simulation', 'data-steps'));
}

/** Memory in use after a collection, in MB. */
async function heap() {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}

/** The own work of each frame while something is done, and of all tasks of the thread in it, in ms. */
async function traced(act) {
  await browser.startTracing(page, {
    categories: [
      'toplevel',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'disabled-by-default-devtools.timeline.frame',
      '__metadata',
    ],
  });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return framesOf(traceEvents);
}

function framesOf(events) {
  const thread = busiest(events);
  const mine = events.filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid);
  const begins = mine.filter(({ name }) => name === 'BeginMainThreadFrame').map(({ ts }) => ts);
  const work = begins.map(() => ({ own: 0, all: 0 }));
  add(outermost(mine.filter(({ name, ph }) => ph === 'X' && ownWork.has(name))), 'own');
  add(outermost(mine.filter(({ name, ph }) => ph === 'X' && /RunTask$/.test(name))), 'all');
  return work;

  function add(list, what) {
    for (const { ts, tdur, dur } of list) {
      const frame = begins.findLastIndex((begin) => begin <= ts + (dur ?? 0));
      if (frame >= 0) work[frame][what] += (tdur ?? dur ?? 0) / 1_000;
    }
  }
}

/** The thread of a page that had most to do: that of the page looked at. */
function busiest(events) {
  const counts = new Map();
  for (const { name, pid, tid } of events) {
    if (name !== 'FireAnimationFrame' && name !== 'BeginMainThreadFrame' && name !== 'FunctionCall') continue;
    const key = `${pid} ${tid}`;
    counts.set(key, { pid, tid, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0] ?? { pid: 0, tid: 0 };
}

function outermost(list) {
  let end = 0;
  return list
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}

function inWords(frames) {
  const of = (what) => {
    const sorted = frames.map((frame) => frame[what]).sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(1) ?? '–';
    return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
  };
  return `${frames.length} frames, own work ${of('own')}, all of the thread ${of('all')}`;
}
