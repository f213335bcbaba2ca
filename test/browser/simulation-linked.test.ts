/** A process that calls a case, and a case that runs a process, in one run: tokens and states in both, each diagram as it is needed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './preview-page.ts';
import { Simulated } from './simulated.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const claim = `process claim "Claim" {
  start filed "Filed"
  user check "Check"
  call examine "Examine" runs Examination
  end done "Done"
}

process pay "Pay" {
  start
  user transfer "Transfer"
  end
}

case Examination "Examination" autocomplete {
  human inspect "Inspect" required
  process refund "Refund" runs pay required
    enter when inspect completes
}`;

const tab = (run: Simulated) => run.page.locator('#tabs [aria-selected="true"]').textContent();

test('the called diagram opens, its tokens and states show, and the caller goes on', async () => {
  const run = await Simulated.open(browser, claim);
  await run.press('.');
  await run.take('Complete "Check"');
  await run.until(async () => (await tab(run)) === 'Examination');
  expect(await run.lines('What happened')).toContain('"Examine" runs the case "Examination"');
  expect(await run.page.locator('.procedo-offers .finish').count()).toBe(1);
  const before = await run.painted();
  await run.take('Complete "Inspect"');
  await run.until(async () => (await tab(run)) === 'Pay');
  expect(await run.painted()).not.toBe(before);
  await run.take('Complete "Transfer"');
  await run.until(async () => (await tab(run)) === 'Claim');
  expect(await run.status()).toContain('All has ended.');
  expect(await run.lines('What happened')).toContain('The case "Examination" is over, and "Examine" goes on');
  await run.press('w');
  await run.preview.until(() => run.preview.last('record') !== undefined);
  expect(run.preview.last('record')?.acts.map((act) => Reflect.get(act, 'in'))).toEqual([
    'processes',
    'processes',
    'cases',
    'processes',
  ]);
  expect(run.preview.complaints).toEqual([]);
});

test('what is called has the number and the colour of its caller', async () => {
  const run = await Simulated.open(browser, claim);
  await run.take('Start the process "Claim"');
  await run.take('Start the process "Claim"');
  await run.press('1');
  await run.press('1');
  await run.until(async () => (await run.offers()).filter((each) => each === 'Complete "Inspect"').length === 2);
  const rows = run.section('What can be done').locator('li', { hasText: 'Complete "Inspect"' });
  expect(await rows.locator('.run').allTextContents()).toEqual(['1', '2']);
});

test('played, it goes through all of them by itself', async () => {
  const run = await Simulated.open(browser, claim);
  await run.press(' ');
  await run.until(async () => (await run.status()).startsWith('All has ended.'));
  // The picture follows a moment later.
  await run.until(async () => (await tab(run)) === 'Claim');
  expect(await run.lines('What happened')).toContain('"Transfer" was completed');
});

test('what is on the screen begins, if nothing calls it', async () => {
  const run = await Simulated.open(browser, `${claim}\n\ncase Other "Other" {\n  human look "Look"\n}`);
  await run.page.locator('#tabs', { hasText: 'Other' }).getByText('Other', { exact: true }).click();
  await run.preview.element('look').waitFor();
  await run.press('.');
  await run.until(async () => (await run.offers())[0] === 'Complete "Look"');
});

test('what is called in another file runs at what calls it, and by hand where it is not found', async () => {
  const order = 'process order "Order" { start  call credit "Credit check" runs creditCheck  end }';
  const run = await Simulated.open(browser, order);
  await run.preview.until(() => run.preview.last('called') !== undefined);
  await run.take('Start the process "Order"');
  expect(await run.lines('What waits')).toEqual([
    '"Credit check" runs creditCheck, which is not in this file and in none that was found beside it: complete it by hand.',
  ]);
  await run.press('r');
  const texts = [
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="creditCheck"><userTask id="rate" name="Rate"/></process></definitions>',
  ];
  await run.preview.send({ type: 'called', texts });
  await run.take('Start the process "Order"');
  expect(await run.offers()).toContain('Complete "Rate"');
  expect(await run.page.locator('.procedo-offers .finish:visible').count()).toBe(1);
  await run.take('Complete "Rate"');
  expect(await run.status()).toContain('All has ended.');
  expect(run.preview.complaints).toEqual([]);
});
