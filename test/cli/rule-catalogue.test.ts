import { expect, test } from 'vitest';
import { catalogued, catalogueEntry } from '../../src/cli/rule-catalogue.ts';
import { rules } from '../../src/lint/index.ts';

/** Found by the layout, not by a rule. */
const withoutRule = ['layout-drift'];

test.each(catalogued.filter((code) => !withoutRule.includes(code)))('%s is what a rule finds too', (problem) => {
  const { rule: name, code: id } = catalogueEntry(problem);
  expect(rules.find((rule) => rule.name === name)?.id).toBe(id);
});

test('a problem of syntax goes by its code', () => {
  expect(catalogueEntry('syntax')).toEqual({ rule: 'syntax', code: 'syntax', references: [] });
});
