import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Rule, rules } from '../../src/lint/index.ts';
import { noFiles, open } from '../../src/workspace/index.ts';
import { lintDocument } from '../../src/workspace/lint-document.ts';

const fixtures = join(import.meta.dirname, '../fixtures/lint');

/** A rule about comments that suppress others needs others to be on. */
function activeWith(rule: Rule) {
  return (rule.check ? [rule] : rules).map((one) => ({
    rule: one,
    severity: one.severity,
    options: { ...one.options, ...optionsFor(one) },
    profile: one.profiles?.[0],
  }));
}

/** What a rule's fixtures ask for, where its defaults say nothing. */
function optionsFor({ name }: Rule): Record<string, unknown> {
  const path = join(fixtures, name, 'options.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** The findings of one rule, a line each: `line:element: sentence`. */
async function findings(rule: Rule, path: string): Promise<string> {
  const document = await open(path, readFileSync(path), noFiles);
  if (!document.definitions) throw new Error(`${path} holds no model.`);
  return lintDocument(document, activeWith(rule), { maxStates: 1000 })
    .filter((finding) => finding.rule === rule)
    .map(({ range, element, message }) => `${(range?.start.line ?? 0) + 1}:${element ?? ''}: ${message}\n`)
    .join('');
}

describe.each(rules)('$id $name', (rule) => {
  const folder = join(fixtures, rule.name);
  const ending = existsSync(join(folder, 'valid.cmmn')) ? 'cmmn' : 'bpmn';

  test('says nothing of the valid model', async () => {
    expect(await findings(rule, join(folder, `valid.${ending}`))).toBe('');
  });

  test('says what is wrong with the invalid one', async () => {
    const found = await findings(rule, join(folder, `invalid.${ending}`));
    expect(found).not.toBe('');
    await expect(found).toMatchFileSnapshot(join(folder, 'invalid.findings.txt'));
  });
});

/** What a text cannot break has no pair of texts. */
const pairs = rules.flatMap((rule) => {
  const texts = ['invalid', 'valid'].map((name) => join(fixtures, rule.name, `${name}.procedo`));
  return texts.every((path) => existsSync(path)) ? [[rule.name, rule, texts] as const] : [];
});

test.each(pairs)('%s tells an invalid text from a valid one', async (_, rule, texts) => {
  const [wrong, right] = await Promise.all(texts.map((path) => findings(rule, path)));
  expect(wrong).not.toBe('');
  expect(right).toBe('');
});

test('every folder of fixtures is that of a rule', () => {
  expect(readdirSync(fixtures).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test('ids and names are unique and have one form, and all say what and why', () => {
  expect(new Set(rules.flatMap(({ id, name }) => [id, name])).size).toBe(2 * rules.length);
  for (const { id, name, statement, why, references } of rules) {
    expect(id).toMatch(/^[A-Z]{2,3}\d\d$/);
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const sentence of [statement, why]) expect(sentence, id).toMatch(/^[A-Z`].*\.$/s);
    for (const reference of references) expect(reference, id).toMatch(/^(bpmnlint\/[a-z-]+|EXT\.\d{3}|REF)$/);
  }
});
