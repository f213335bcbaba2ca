/** Who plays decides: by a click, by keys, by data; now, or once for all; for one instance. */
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
  start "Filed"
  user check "Check"
  xor large "Large?" {
    when "yes" \`amount > 1000\` { user deep "Look closely" }
    otherwise "no"
  }
  end done "Done"
}`;

test('a decision asks for the variables that its conditions read, and they decide', async () => {
  const run = await Simulated.open(browser, claim);
  await run.press(' ');
  const form = run.page.locator('#simulation .question');
  await form.waitFor();
  expect(await form.locator('span').textContent()).toBe('"Large?" depends on amount');
  await form.locator('input').fill('5000');
  await run.press('Enter');
  await run.until(async () => (await run.status()).startsWith('All has ended.'));
  expect(await run.lines('What happened')).toContain('"Look closely" was completed');
});

test('a way taken with Shift is taken from then on, and listed until it is released', async () => {
  const run = await Simulated.open(browser, claim);
  await run.press(' ');
  await run.page
    .locator('.procedo-offers .way')
    .first()
    .click({ modifiers: ['Shift'] });
  await run.until(async () => (await run.status()).startsWith('All has ended.'));
  await run.press(' ');
  await run.until(async () => (await run.status()).startsWith('All has ended.'));
  expect(await run.lines('Chosen once for all')).toHaveLength(1);
  await run.section('Chosen once for all').locator('.cross').click();
  expect(await run.section('Chosen once for all').isVisible()).toBe(false);
});

test('where several things can be done at one place, a list opens there', async () => {
  const run = await Simulated.open(
    browser,
    'process p { start user "Ask" for each question of `questions` end "Asked" }',
  );
  await run.press(' ');
  await run.page.locator('.procedo-offers .count').click();
  const menu = run.page.getByRole('menu');
  expect(await menu.getByRole('menuitem').allTextContents()).toEqual([
    '0 × "Ask"',
    '1 × "Ask"',
    '2 × "Ask"',
    '3 × "Ask"',
  ]);
  await run.press('Escape');
  expect(await menu.isVisible()).toBe(false);
  await run.page.locator('#simulation .question input').fill('5');
  await run.press('Enter');
  await run.until(async () => (await run.status()).startsWith('All has ended.'));
  const asked = (await run.lines('What happened')).filter((line) => line === '"Ask" was completed');
  expect(asked).toHaveLength(5);
});

test('a click on its number shows one instance alone', async () => {
  const run = await Simulated.open(browser, claim);
  await run.take('Start the process "Claim"');
  await run.take('Start the process "Claim"');
  const number = run.page.locator('#simulation .bar .run');
  expect(await number.allTextContents()).toEqual(['1', '2']);
  const before = await run.painted();
  await number.nth(1).click();
  expect(await number.nth(1).getAttribute('aria-pressed')).toBe('true');
  expect(await run.painted()).not.toBe(before);
  expect(await run.section('What can be done').locator('li.other').allTextContents()).toEqual(['1Complete "Check"']);
  await number.nth(1).click();
  expect(await run.painted()).toBe(before);
});

test('the focus stays in the list, at the same place, when what was chosen is gone', async () => {
  const run = await Simulated.open(browser, claim);
  await run.take('Start the process "Claim"');
  const focused = () => run.page.evaluate(() => document.activeElement?.textContent);
  await run.section('What can be done').getByRole('button', { name: 'Complete "Check"' }).focus();
  await run.press('Enter');
  await run.until(async () => (await run.offers()).length === 3);
  expect(await focused()).toBe('"Large?" yes');
  await run.press('ArrowDown');
  expect(await focused()).toBe('"Large?" no');
});

test('what happens is told to who does not see it', async () => {
  const run = await Simulated.open(browser, claim);
  const spoken = () => run.page.textContent('#simulation [role="status"]');
  await run.press('.');
  expect(await spoken()).toBe('"Filed" was completed. "Check" was reached.');
  await run.press('.');
  await run.press(',');
  expect(await spoken()).toBe('2 things can be done.');
});
