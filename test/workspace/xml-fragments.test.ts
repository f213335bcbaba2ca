/** Parts of models that are copied as XML and pasted as text: `test/fixtures/fragments/NAME.xml`, and the statements that they become in `NAME.procedo`. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportXml, loadImport, noFiles, open, wrapFragment, xmlOfPart } from '../../src/workspace/index.ts';

const folder = new URL('../fixtures/fragments/', import.meta.url);
const bytes = (text: string) => new TextEncoder().encode(text);

async function pasted(fragment: string): Promise<string | undefined> {
  const { ModelImporter } = await loadImport();
  const wrapped = wrapFragment(fragment);
  if (!wrapped) return undefined;
  const made = await new ModelImporter().import(await open('given.xml', bytes(wrapped.xml), noFiles));
  return 'text' in made ? wrapped.partOf(made.text) : undefined;
}

test.each(readdirSync(folder).filter((name) => name.endsWith('.xml')))('%s', async (name) => {
  const text = await pasted(readFileSync(new URL(name, folder), 'utf8'));
  await expect(text).toMatchFileSnapshot(new URL(name.replace(/xml$/, 'procedo'), folder).pathname);
});

const statements = [
  'process p {\n  start\n  user "Check it"\n    on timer after `PT2H` { task "Remind" }\n  service "Pay"\n  end\n}\n',
  'case c {\n  human "Look"\n  stage "Decide" enter when look completes {\n    human "Think"\n  }\n}\n',
];

test.each(statements)('what is copied from a text means the same where it is pasted: %s', async (text) => {
  const lines = text.trimEnd().split('\n');
  const part = { start: { line: 1, character: 0 }, end: { line: lines.length - 1, character: 0 } };
  const document = await open('a.procedo', bytes(text), noFiles);
  const again = `${lines[0]}\n${await pasted(xmlOfPart(document, part) ?? '')}}\n`;
  expect(exportXml(await open('a.procedo', bytes(again), noFiles))).toBe(exportXml(document));
});

test.each(['', 'process p { }', '<a/>', '<task', '<html><body>task</body></html>'])(
  '%j is no part of a model',
  (text) => {
    expect(wrapFragment(text)).toBeUndefined();
  },
);
