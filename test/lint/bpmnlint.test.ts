import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleNamed } from '../../src/lint/index.ts';

const theirs = readdirSync(join(import.meta.dirname, '../../node_modules/bpmnlint/rules'))
  .filter((file) => /^[a-z-]+\.js$/.test(file) && file !== 'helper.js')
  .map((file) => file.replace('.js', ''));

test('bpmnlint has the rules that are known', () => {
  expect(theirs.length).toBe(28);
});

test.each(theirs)('%s of bpmnlint has its counterpart', (name) => {
  expect(ruleNamed(`bpmnlint/${name}`).length).toBeGreaterThan(0);
});
