/**
 * A case is a folder of `test/fixtures/follow`: `text.procedo`, and beside it the layout file that was written when labels were others. What becomes of
 * it is in `after.layout`, what is said in `problems.txt`, both written by `npm run test:update`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportXml, loadFormatting, open } from '../../src/workspace/index.ts';
import { memoryFiles } from './memory-files.ts';

const folder = new URL('../fixtures/follow/', import.meta.url);
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(readdirSync(folder))('%s', (name) => {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
  const [text, before] = [read('text.procedo'), read('text.procedo.layout')];
  const opened = (layout: string) => open('text.procedo', bytes(text), memoryFiles({ 'text.procedo.layout': layout }));

  test('lines follow, and what is lost is said once', async () => {
    const { tidyLayoutOf } = await loadFormatting();
    const document = await opened(before);
    const said = document.problems.map(({ severity, code, message }) => `${severity}: ${message} [${code}]\n`).join('');
    await expect(said).toMatchFileSnapshot(new URL(`${name}/problems.txt`, folder).pathname);
    const after = tidyLayoutOf(document, before).text;
    await expect(after).toMatchFileSnapshot(new URL(`${name}/after.layout`, folder).pathname);
  });

  test('the file that was followed says the same without a word', async () => {
    const document = await opened(read('after.layout'));
    expect(document.problems).toEqual([]);
    for (const notation of ['bpmn', 'cmmn'] as const)
      expect(exportXml(document, notation)).toBe(exportXml(await opened(before), notation));
  });
});
