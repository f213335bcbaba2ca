/** A model whose texts come as changes of those before, and what the page does if it has not received these. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeOf } from '../../src/base/text-change.ts';
import { launchChromium, PreviewPage } from './preview-page.ts';

const xml = readFileSync(join(import.meta.dirname, '../fixtures/webview/nested.bpmn'), 'utf8');
const changed = xml.replace('name="Check', 'name="Look well at');

let browser: Browser;
let preview: PreviewPage;

beforeAll(async () => {
  browser = await launchChromium();
  preview = await PreviewPage.open(browser);
});
afterAll(() => browser.close());

const readies = () => preview.posted.filter(({ type }) => type === 'ready').length;

it('a change of what the page has received is drawn', async () => {
  await preview.show({ xml });
  await preview.show({ xml: changeOf(xml, changed), base: 1 });
  expect(await preview.element('check').textContent()).toContain('Look well');
});

it('a change of what it has not received is asked for as a whole; the picture stays', async () => {
  const before = readies();
  await preview.send({
    type: 'model',
    seq: 9,
    uri: 'file:///a',
    diagrams: [],
    shown: '',
    xml: changeOf(xml, ''),
    caseXml: '',
    problems: [],
    base: 8,
  });
  await preview.until(() => readies() === before + 1);
  expect(await preview.element('check').textContent()).toContain('Look well');
  expect(preview.complaints).toEqual([]);
});
