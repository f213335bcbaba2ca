import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typesByRule } from '../../src/lint/generated/types-by-rule.ts';
import { rules } from '../../src/lint/index.ts';
import { lintModel } from '../../src/lint/lint-model.ts';
import { typesAskedFor, typesOf } from '../../src/lint/types-asked-for.ts';
import { readModel } from '../../src/model/index.ts';

const fixtures = join(import.meta.dirname, '../fixtures/lint');
const models = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(bpmn|cmmn)$/.test(name),
);
const active = rules.map((rule) => ({
  rule,
  severity: rule.severity,
  options: rule.options ?? {},
  profile: rule.profiles?.[0],
}));
const asked = typesAskedFor(active);

test.each(models)('a rule that is not asked of %s has nothing to say of it', (name) => {
  const { definitions } = readModel(readFileSync(join(fixtures, name), 'utf8'));
  if (!definitions) throw new Error('no model');
  const model = lintModel(definitions, true);
  for (const [index, { options, profile, rule }] of active.entries()) {
    if (asked[index]?.every((type) => model.all(type).length === 0) !== true) continue;
    const told: string[] = [];
    const report = (_: unknown, message: string) => told.push(message);
    rule.check?.({ ...model, proofs: () => [], options, profile, report });
    expect(told, rule.name).toEqual([]);
  }
});

test('most rules say what they look for', () => {
  expect(asked.filter((types) => !types).length).toBeLessThan(rules.length / 10);
});

test.each(rules)(
  'the table of types has what $name looks for: node scripts/generate-rules.ts --index writes it',
  (rule) => {
    const asked = rule.options ? undefined : typesOf({ rule, options: {}, profile: undefined });
    expect(typesByRule[rule.id]).toEqual(asked);
  },
);
