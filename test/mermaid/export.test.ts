/**
 * Each text and model of test/fixtures/mermaid/export becomes the text of Mermaid's beside it, and what that does not say is listed.
 * What Mermaid's texts can say comes back as it was.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffModels } from '../../src/diff/index.ts';
import { readMermaid, writeMermaid } from '../../src/mermaid/index.ts';
import { loadMermaid, noFiles, open } from '../../src/workspace/index.ts';

const { mermaidOf } = await loadMermaid();
const folder = 'test/fixtures/mermaid';

function filesIn(path: string, ending: RegExp): string[] {
  return readdirSync(path).filter((file) => ending.test(file));
}

describe.each(filesIn(`${folder}/export`, /\.(?:procedo|bpmn)$/))('%s', (file) => {
  test('is the diagram that a person would have written, and tells what is missing', async () => {
    const path = `${folder}/export/${file}`;
    const name = file.replace(/\.\w+$/, '');
    const { value, problems } = mermaidOf(await open(path, readFileSync(path), noFiles));
    const lost = problems.map(({ range, message }) => `${(range?.start.line ?? 0) + 1}: ${message}\n`).join('');
    await expect(value).toMatchFileSnapshot(`../fixtures/mermaid/export/${name}.mmd`);
    await expect(lost).toMatchFileSnapshot(`../fixtures/mermaid/export/${name}.lost.txt`);
    expect(readMermaid(value ?? '').problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe.each(filesIn(folder, /\.mmd$/))('%s', (file) => {
  const { definitions } = readMermaid(readFileSync(`${folder}/${file}`, 'utf8'));
  const { text, unsaid } = writeMermaid(definitions);
  const again = readMermaid(text);

  test('comes back as it was', () => {
    const changes = diffModels(definitions, again.definitions).filter(({ kind }) => kind !== 'id');
    expect(changes.map(({ sentence }) => sentence)).toEqual([]);
    expect(writeMermaid(again.definitions).text).toBe(text);
  });

  test('has nothing that the text does not say, save which triggers an event has that has several', () => {
    expect(unsaid.map(({ kind }) => kind).filter((kind) => !kind.startsWith('which triggers'))).toEqual([]);
  });
});
