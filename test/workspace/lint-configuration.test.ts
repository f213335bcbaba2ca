import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { Configurations } from '../../src/workspace/lint-configuration.ts';

const configurationsOf = (files: Readonly<Record<string, unknown>>) =>
  new Configurations({
    read: async (path) => (path in files ? JSON.stringify(files[path]) : undefined),
    matches: posix.matchesGlob,
  });

test('the nearest configuration counts, after those that it extends', async () => {
  const configurations = configurationsOf({
    '/company.json': { preset: 'strict', rules: { SE05: 'error' } },
    '/models/procedo.config.json': { extends: ['../company.json'], rules: { SE05: 'off' }, ignore: ['generated/**'] },
    '/procedo.config.json': { preset: 'correctness' },
  });
  const { settings, isIgnored } = await configurations.settingsFor('/models/sales/order.bpmn');
  expect(settings.preset).toBe('strict');
  expect(settings.rules.at(-1)).toEqual(['SE05', { level: 'off' }]);
  expect(isIgnored).toBe(false);
  expect((await configurations.settingsFor('/models/generated/a.bpmn')).isIgnored).toBe(true);
  expect((await configurations.settingsFor('/other/a.bpmn')).settings.preset).toBe('correctness');
});

test('one of bpmnlint counts only where there is none of ours further up', async () => {
  const bpmnlint = { '/models/.bpmnlintrc': { extends: 'bpmnlint:all' } };
  const alone = await configurationsOf(bpmnlint).settingsFor('/models/order.bpmn');
  expect(alone.settings.preset).toBe('strict');
  const both = configurationsOf({ ...bpmnlint, '/procedo.config.json': { preset: 'correctness' } });
  expect((await both.settingsFor('/models/order.bpmn')).settings.preset).toBe('correctness');
});

test('configurations that extend each other end, and it is said', async () => {
  const configurations = configurationsOf({
    '/procedo.config.json': { extends: ['b.json'] },
    '/b.json': { extends: ['procedo.config.json'] },
  });
  await configurations.settingsFor('/order.bpmn');
  expect(configurations.mistakes).toHaveLength(1);
});
