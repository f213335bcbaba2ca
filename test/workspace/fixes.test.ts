/** The fix of each rule, on its `fixable` fixture or the invalid one: `fixed.bpmn` is what becomes of `invalid.bpmn`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/base/problem.ts';
import { withEdits } from '../../src/base/text-edit.ts';
import { type ActiveRule, type Finding, isInPreset, type Rule, rules } from '../../src/lint/index.ts';
import { mend } from '../../src/workspace/fix-rounds.ts';
import { fixesFor } from '../../src/workspace/fixes.ts';
import { noFiles, type SourceDocument, SourceReader } from '../../src/workspace/index.ts';
import { lintDocument } from '../../src/workspace/lint-document.ts';

const fixtures = join(import.meta.dirname, '../fixtures/lint');

const on = (list: readonly Rule[]): ActiveRule[] =>
  list.map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));
/** Some rules tell of runs. */
const maxStates = 1000;
const reader = new SourceReader(noFiles);
const read = (path: string, text: string) => reader.open(path, new TextEncoder().encode(text));
const comments = (text: string) => {
  const isXml = text.trimStart().startsWith('<');
  // The address in a string is no comment.
  const found = text.match(isXml ? /<!--[\s\S]*?-->/g : /"(?:\\.|[^"\\])*"|\/\/.*|\/\*[\s\S]*?\*\//g) ?? [];
  return found.filter((one) => !one.startsWith('"')).toSorted();
};

/** The rules of errors that a document breaks. */
function errorsOf(document: SourceDocument): string[] {
  const found = lintDocument(document, on(rules), { maxStates }).filter(({ severity }) => severity === 'error');
  return [...new Set(found.map(({ rule }) => rule.name))];
}

const severities = ['info', 'warning', 'error'];
const recommended = on(rules.filter((rule) => isInPreset(rule, 'recommended')));

/** What the recommended rules say that ranks as high as what is mended, and that only a person can mend: names of rules. */
function burdens(document: SourceDocument, { severity }: Rule): string[] {
  const found = lintDocument(document, recommended, { maxStates });
  const isAsBad = (one: Finding) => severities.indexOf(one.severity) >= severities.indexOf(severity);
  return found.filter((one) => !one.fix && isAsBad(one)).map((one) => one.rule.name);
}

/** What only a person can mend, of a kind that was not there, and more of it than has gone. */
function added(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.length > before.length ? after.filter((name) => !before.includes(name)) : [];
}

/** `fixable` shows more than the shortest model that is invalid. */
const files = rules.flatMap((rule) =>
  ['bpmn', 'cmmn', 'procedo'].flatMap((ending) => {
    const paths = ['fixable', 'invalid'].map((name) => join(fixtures, rule.name, `${name}.${ending}`));
    const path = paths.find((one) => existsSync(one));
    return rule.fix && path ? [{ name: `${rule.name}.${ending}`, rule, path }] : [];
  }),
);

describe.each(files)('$name', ({ rule, path }) => {
  const text = readFileSync(path, 'utf8');
  // A rule about comments that suppress others needs others to be on.
  const active = on(rule.check ? [rule] : rules);
  const lint = (document: SourceDocument) =>
    lintDocument(document, active, { maxStates }).filter((finding) => finding.rule === rule);

  test('is mended as the fixture says', async () => {
    const document = await read(path, text);
    const mended = await mend(document, { lint, reopen: (changed) => read(path, changed), isWanted: () => true });
    expect(mended.count).toBeGreaterThan(0);
    expect(mended.findings.filter(({ fix }) => fix)).toEqual([]);
    await expect(mended.document.text).toMatchFileSnapshot(path.replace(/(invalid|fixable)\./, 'fixed.'));
  });

  test('each fix takes its finding away, brings no error and nothing as bad, and keeps the comments', async () => {
    const document = await read(path, text);
    const findings = lint(document);
    for (const fix of fixesFor(document, findings)) {
      const mended = withEdits(text, fix.edits);
      const after = await read(path, mended);
      expect(hasErrors(after.problems), mended).toBe(false);
      expect(lint(after).map(({ message }) => message)).not.toContain(fix.finding.message);
      expect(errorsOf(document)).toEqual(expect.arrayContaining(errorsOf(after)));
      expect(added(burdens(document, rule), burdens(after, rule)), mended).toEqual([]);
      if (rule.check) expect(comments(mended)).toEqual(comments(text));
    }
  });
});

test('what is mended in the fixtures is what rules with a fix find', () => {
  const folders = new Set(globSync('*/fixed.*', { cwd: fixtures }).map((path) => path.split(/[\\/]/)[0]));
  expect([...folders].sort()).toEqual(rules.flatMap(({ name, fix }) => (fix ? [name] : [])).sort());
});
