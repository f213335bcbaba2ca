/** "This join waits for ever: here is the run": from the text through the language server to the picture. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeLens, ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { FindingRun } from '../../src/protocol/findings.ts';
import type { DiagramModel } from '../../src/protocol/server.ts';
import { connectInMemory, initialize, next, openText } from '../server/server-client.ts';
import { launchChromium, PreviewPage } from './preview-page.ts';

const text = readFileSync(join(import.meta.dirname, '../fixtures/server/findings/deadlock.procedo'), 'utf8');
const uri = 'file:///deadlock.procedo';

let browser: Browser;
let client: ProtocolConnection;
let model: DiagramModel;
let run: FindingRun;

beforeAll(async () => {
  browser = await launchChromium();
  client = connectInMemory();
  await initialize(client);
  const found = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'deadlock-xor-and'),
  );
  await openText(client, uri, text);
  await found;
  const lenses = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const [, rule, element] =
    lenses.find(({ command }) => command?.command === 'procedo.playRun')?.command?.arguments ?? [];
  run = await client.sendRequest('procedo/findingRun', { uri, rule, element });
  model = await client.sendRequest('procedo/model', { uri });
});
afterAll(async () => {
  client.dispose();
  await browser.close();
});

const shown = () => {
  const { xml, caseXml, diagrams, problems } = model;
  return { xml, caseXml, diagrams, problems };
};
const status = async ({ page }: PreviewPage) => (await page.textContent('#simulation .status')) ?? '';
const steps = ({ page }: PreviewPage) => page.getAttribute('#simulation', 'data-steps');

test('a run is played to the join that waits for ever, which says why', async () => {
  const preview = await PreviewPage.open(browser);
  await preview.show(shown());
  await preview.send({ type: 'play', ...run });
  await preview.until(
    async () => (await preview.page.$('#simulation')) !== null && (await status(preview)).includes('waits for ever'),
  );
  expect(await steps(preview)).toBe(String(run.acts.length));
  expect(await status(preview)).toContain('The join "both" waits for ever');
  expect(await preview.page.locator('#simulation li.for-ever').allTextContents()).toHaveLength(1);
  const missing = preview.page.locator('.procedo-missing .djs-visual > path').last();
  expect(await missing.evaluate((path) => getComputedStyle(path).strokeDasharray)).toBe('6px, 4px');
  expect(preview.complaints).toEqual([]);
  await preview.page.screenshot({ path: join(import.meta.dirname, '../../test-output/finding-run.png') });
});

test('a run that is asked for before anything is drawn is played when it is', async () => {
  const preview = await PreviewPage.open(browser);
  await preview.send({ type: 'play', ...run });
  await preview.show(shown());
  await preview.until(
    async () => (await preview.page.$('#simulation')) !== null && (await status(preview)).includes('waits for ever'),
  );
  expect(await steps(preview)).toBe(String(run.acts.length));
});

test('whoever steps back meanwhile has the run at hand', async () => {
  const preview = await PreviewPage.open(browser, { reducedMotion: 'no-preference' });
  await preview.show(shown());
  await preview.send({ type: 'play', ...run });
  await preview.until(async () => (await preview.page.$('#simulation')) !== null && (await steps(preview)) === '2');
  await preview.page.keyboard.press('r');
  await preview.until(async () => (await steps(preview)) === '0');
  await preview.page.waitForTimeout(1_000);
  expect(await steps(preview)).toBe('0');
});

test('a run of another model says where it ends', async () => {
  const preview = await PreviewPage.open(browser);
  await preview.show(shown());
  const [first] = run.acts;
  const strange = { in: 'processes', act: { do: 'finish', at: 4711 } };
  await preview.send({ type: 'play', message: 'It waits.', acts: [first, strange] });
  await preview.until(
    async () => (await preview.page.$('#simulation')) !== null && (await status(preview)).includes('cannot be played'),
  );
});
