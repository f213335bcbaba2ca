/** Each text of test/fixtures/mermaid becomes the text of ours beside it; each with mistakes is told them, line by line. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadImport, noFiles, open } from '../../src/workspace/index.ts';

const folder = 'test/fixtures/mermaid';
const { ModelImporter } = await loadImport();
const importer = new ModelImporter();

function namesIn(path: string): string[] {
  return readdirSync(path).flatMap((file) => (file.endsWith('.mmd') ? [basename(file, '.mmd')] : []));
}

const openFile = (path: string) => open(path, readFileSync(path), noFiles);

describe.each(namesIn(folder))('%s', (name) => {
  test('is the text that a person would have written', async () => {
    const document = await openFile(`${folder}/${name}.mmd`);
    expect(document.kind, JSON.stringify(document.problems)).toBe('mermaid');
    const made = await importer.import(document);
    expect(made).toMatchObject({ lost: [] });
    const text = 'text' in made ? made.text : '';
    await expect(text).toMatchFileSnapshot(`../fixtures/mermaid/${name}.procedo`);
    const again = await open('x.procedo', new TextEncoder().encode(text), noFiles);
    expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe.each(namesIn(`${folder}/mistakes`))('%s', (name) => {
  test('is told each mistake', async () => {
    const { kind, problems } = await openFile(`${folder}/mistakes/${name}.mmd`);
    expect(kind).toBe('unreadable');
    const lines = problems.map(({ severity, code, message, range }) => {
      const { line = 0, character = 0 } = range?.start ?? {};
      return `${line + 1}:${character + 1}: ${severity}: ${message} [${code}]\n`;
    });
    await expect(lines.join('')).toMatchFileSnapshot(`../fixtures/mermaid/mistakes/${name}.txt`);
  });
});

test('the example of the page becomes what the page says', async () => {
  const [, mermaid = '', text] =
    /```text\n(bpmn-beta[\s\S]*?)```[\s\S]*?```procedo\n([\s\S]*?)```/.exec(readFileSync('docs/mermaid.md', 'utf8')) ??
    [];
  const made = await importer.import(await open('page.mmd', new TextEncoder().encode(mermaid), noFiles));
  expect(made).toMatchObject({ text });
});
