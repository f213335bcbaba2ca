/** The errors that `docs/lint.md` lists for the reference models of the BPMN MIWG are those that are found. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInPreset, rules } from '../../src/lint/index.ts';
import { noFiles, open } from '../../src/workspace/index.ts';
import { lintDocument } from '../../src/workspace/lint-document.ts';
import { shared } from '../shared.ts';

const folder = shared('corpus/bpmn/miwg-reference');
const correctness = rules
  .filter((rule) => isInPreset(rule, 'correctness'))
  .map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));

/** Lines such as `A.2.1 formal-expression-body 4`. */
function listed(): string[] {
  const page = readFileSync(join(import.meta.dirname, '../../docs/lint.md'), 'utf8');
  const rows = page.matchAll(/^\| ([A-Z]\.\d+\.\d+) \| \[([a-z-]+)\]\([^)]*\) \| (\d+) \|/gm);
  return [...rows].map(([, model, rule, number]) => `${model} ${rule} ${number}`).sort();
}

async function found(): Promise<string[]> {
  const lines: string[] = [];
  for (const path of globSync('**/*.bpmn', { cwd: folder ?? '' })) {
    const document = await open(path, readFileSync(join(folder ?? '', path)), noFiles);
    const findings = lintDocument(document, correctness, { maxStates: 200 });
    const model = /[A-Z]\.\d+\.\d+/.exec(basename(path))?.[0] ?? basename(path);
    const byRule = Map.groupBy(findings, ({ rule }) => rule.name);
    lines.push(...[...byRule].map(([rule, some]) => `${model} ${rule} ${some.length}`));
  }
  return lines.sort();
}

describe.skipIf(!folder)('the reference models of the BPMN MIWG', () => {
  test('have the errors that the page lists', async () => {
    expect(await found()).toEqual(listed());
  });
});
