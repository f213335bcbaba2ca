/** What the pages on lint and analysis say of their first examples is what is found in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInPreset, rules } from '../../src/lint/index.ts';
import { noFiles, open } from '../../src/workspace/index.ts';
import { lintDocument } from '../../src/workspace/lint-document.ts';

const docs = join(import.meta.dirname, '../../docs');
const active = rules
  .filter((rule) => isInPreset(rule, 'recommended'))
  .map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));

test.each(['lint.md', 'analysis.md'])('%s', async (page) => {
  const text = readFileSync(join(docs, page), 'utf8');
  const [, example = '', told = ''] = /^```procedo\n(.*?)^```$.*?^```text\n(.*?)^```$/ms.exec(text) ?? [];
  const document = await open('example.procedo', new TextEncoder().encode(example), noFiles);
  const found = lintDocument(document, active, { maxStates: 1000 }).map(({ severity, message, range }) => {
    const { line, character } = range?.start ?? { line: 0, character: 0 };
    return `${line + 1}:${character + 1}: ${severity}: ${message}`;
  });
  const said = [...told.matchAll(/^\w+\.procedo:(\d.*) \[[a-z-]+\]$/gm)].map(([, finding]) => finding);
  expect(said).toEqual(found);
});
