/** Cases: the states of the items, sentries part by part, what may be added, and the case file. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './preview-page.ts';
import { Simulated } from './simulated.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const care = `case care "Care" {
  file scan "Scan"
  human score "Score"
  human image "Image"
  human decide "Decide"
    enter when score completes and image completes
  discretionary human second "Second opinion"
}`;

const lit = (run: Simulated) =>
  run.page
    .locator('.procedo-lit')
    .evaluateAll((all) => all.map((one) => one.getAttribute('class')?.includes('connection')));

test('a sentry lights up part by part, and says what it has heard', async () => {
  const run = await Simulated.open(browser, care);
  await run.take('Open the case "Care"');
  expect(await lit(run)).toEqual([]);
  expect(await run.lines('What waits')).toEqual(['"Decide" waits until "Score" completes and "Image" completes.']);
  await run.take('Complete "Score"');
  expect(await lit(run)).toEqual([true]);
  expect(await run.lines('What waits')).toEqual(['"Decide" waits until "Image" completes.']);
  expect(await run.lines('What happened')).toContain('"Decide" heard that "Score" completes');
  await run.take('Complete "Image"');
  expect(await lit(run)).toEqual([]);
  expect(await run.offers()).toContain('Complete "Decide"');
});

test('what may be added is offered at itself and at the planning table', async () => {
  const run = await Simulated.open(browser, care);
  await run.take('Open the case "Care"');
  const buttons = run.page.locator('.procedo-offers .plan');
  expect(await buttons.count()).toBe(2);
  const before = await run.painted();
  await buttons.last().click();
  await run.until(async () => (await run.offers()).includes('Complete "Second opinion"'));
  expect(await buttons.count()).toBe(0);
  expect(await run.painted()).not.toBe(before);
});
