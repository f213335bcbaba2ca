/** The diagram that is shown, put into the clipboard: by its button, by its key, and where it cannot be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium, PreviewPage } from './preview-page.ts';

const xml = readFileSync(join(import.meta.dirname, '../fixtures/webview/nested.bpmn'), 'utf8');
/** One pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let browser: Browser;
let preview: PreviewPage;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  preview = await PreviewPage.open(browser);
  await preview.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await preview.show({ xml });
});
afterEach(async () => {
  expect(preview.complaints).toEqual([]);
  await preview.page.close();
});

const announced = () => preview.page.locator('#announcement').textContent();

function answerWith(picture: string): void {
  preview.heard = ({ type }) => {
    if (type === 'picture') void preview.send({ type: 'picture', png: picture });
  };
}

function typesInClipboard(): Promise<readonly string[]> {
  return preview.page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
}

it('the button puts the picture that the extension makes into the clipboard, and says so', async () => {
  answerWith(png);
  await preview.page.getByRole('button', { name: 'Copy as a picture (Ctrl+C)' }).click();
  await preview.until(async () => (await announced()) === 'The picture is in the clipboard');
  expect(await typesInClipboard()).toEqual(['image/png']);
});

it('so does the key', async () => {
  answerWith(png);
  await preview.page.locator('#canvas svg').first().focus();
  await preview.page.keyboard.press('Control+c');
  await preview.until(async () => (await announced()) === 'The picture is in the clipboard');
});

it('where no picture can be made, of which the extension has told, nothing more is said', async () => {
  answerWith('');
  await preview.page.getByRole('button', { name: 'Copy as a picture (Ctrl+C)' }).click();
  await preview.until(() => preview.last('picture') !== undefined);
  answerWith(png);
  await preview.page.getByRole('button', { name: 'Copy as a picture (Ctrl+C)' }).click();
  await preview.until(async () => (await announced()) === 'The picture is in the clipboard');
  expect(preview.last('notCopied')).toBeUndefined();
});

it('a clipboard that takes no picture is told', async () => {
  answerWith(png);
  await preview.page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('Not now'));
  });
  await preview.page.getByRole('button', { name: 'Copy as a picture (Ctrl+C)' }).click();
  await preview.until(() => preview.last('notCopied') !== undefined);
  expect(preview.last('notCopied')?.message).toBe('Not now');
});
