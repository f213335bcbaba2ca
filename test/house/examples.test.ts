/** What the examples promise: each is without a problem of any kind, and together they show what the language is for. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isInPreset, rules } from '../../src/lint/index.ts';
import { allElements, is } from '../../src/model/index.ts';
import { exportXml, type Files, loadRuns, notationsOf, open, render } from '../../src/workspace/index.ts';
import { lintDocument } from '../../src/workspace/lint-document.ts';

const { runTextScenarios } = await loadRuns();

const folder = 'examples';
const names = readdirSync(folder).filter((name) => name.endsWith('.procedo'));

/** The examples share a name space, as files of a folder do: one runs a case of another. */
const files: Files = {
  read: async (path) => (names.includes(path.slice(folder.length + 1)) ? readFileSync(path) : undefined),
  siblings: async (path) => names.map((name) => `${folder}/${name}`).filter((other) => other !== path),
};

function read(name: string) {
  return open(`${folder}/${name}`, readFileSync(`${folder}/${name}`), files);
}

const recommended = rules
  .filter((rule) => isInPreset(rule, 'recommended'))
  .map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));

describe('an example', () => {
  test.each(names)('%s keeps the recommended rules', async (name) => {
    const findings = lintDocument(await read(name), recommended, { maxStates: 200 });
    expect(findings.map(({ rule, message }) => `${rule.name}: ${message}`)).toEqual([]);
  });

  test.each(names)('%s has no problem, and says at its head what it is about', async (name) => {
    expect((await read(name)).problems).toEqual([]);
    expect(readFileSync(`${folder}/${name}`, 'utf8')).toMatch(/^\/\/ \S/);
  });

  test.each(names)('%s has scenarios, and all pass', async (name) => {
    const results = runTextScenarios(await read(name), []);
    expect(results.map(({ failure }) => failure?.message)).toEqual(results.map(() => undefined));
    expect(results).not.toEqual([]);
  });

  test.each(names)('%s is exported, and what draws it in bpmn-js and cmmn-js misses nothing', async (name) => {
    const document = await read(name);
    const notations = notationsOf(document);
    expect(notations).not.toEqual([]);
    for (const notation of notations) {
      const xml = new TextEncoder().encode(exportXml(document, notation));
      const exported = await open(`${name}.${notation}`, xml, files);
      expect(exported.problems).toEqual([]);
      const { value, problems } = await render(exported, { all: true });
      expect(problems).toEqual([]);
      expect(value).not.toEqual([]);
    }
  });
});

describe('among the examples', () => {
  const documents = Promise.all(names.map(read));
  const all = documents.then((some) =>
    some.map(({ definitions }) => (definitions ? [...allElements(definitions)] : [])),
  );
  const cases = documents.then((some) => some.flatMap(({ cases }) => (cases ? [[...allElements(cases)]] : [])));

  test('one has more than sixty steps', async () => {
    const steps = (await all).map((elements) => elements.filter((element) => is(element, 'bpmn:FlowNode')));
    const counts = steps.map((some) => some.filter((step) => !is(step, 'bpmn:Gateway')).length);
    expect(Math.max(...counts)).toBeGreaterThan(60);
  });

  test('one has three pools with a process each', async () => {
    const pools = (await all).map((elements) => elements.filter((element) => is(element, 'bpmn:Participant')));
    expect(pools.some((some) => some.filter(({ processRef }) => processRef).length === 3)).toBe(true);
  });

  test('every kind of gateway, of handler and of sub-process stands in one', async () => {
    const types = new Set((await all).flat().map(({ $type }) => $type));
    for (const type of ['Exclusive', 'Inclusive', 'Parallel', 'EventBased'])
      expect(types).toContain(`bpmn:${type}Gateway`);
    for (const type of ['SubProcess', 'AdHocSubProcess', 'BoundaryEvent']) expect(types).toContain(`bpmn:${type}`);
  });

  test('four or more are cases', async () => {
    expect((await cases).length).toBeGreaterThanOrEqual(4);
  });

  test.each([
    ...['HumanTask', 'ProcessTask', 'CaseTask', 'DecisionTask', 'Task', 'Stage', 'PlanFragment', 'Milestone'],
    ...['UserEventListener', 'TimerEventListener', 'EventListener', 'DiscretionaryItem', 'PlanningTable'],
    ...['ApplicabilityRule', 'RequiredRule', 'RepetitionRule', 'ManualActivationRule', 'EntryCriterion'],
    ...['ExitCriterion', 'IfPart', 'PlanItemOnPart', 'CaseFileItemOnPart', 'CaseFileItem', 'CaseFileItemStartTrigger'],
    ...[
      'PlanItemStartTrigger',
      'Role',
      'ParameterMapping',
      'CaseParameter',
      'TextAnnotation',
      'CaseFileItemDefinition',
    ],
  ])('a %s of CMMN stands in one', async (type) => {
    expect((await cases).flat().map(({ $type }) => $type)).toContain(`cmmn:${type}`);
  });
});
