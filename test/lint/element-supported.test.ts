/** What the versions of an engine run: which of the elements of a process are found by element-supported for that version. */
import { expect, test } from 'vitest';
import { activeRules, lint } from '../../src/lint/index.ts';
import { type Definitions, readModel, sourceOf } from '../../src/model/index.ts';

const startBySignal = '<startEvent id="s"><signalEventDefinition id="d"/></startEvent>';
const thrownSignal = '<intermediateThrowEvent id="t"><signalEventDefinition id="d"/></intermediateThrowEvent>';

test.each([
  ['8.1', startBySignal, ['s']],
  ['8.2', startBySignal, []],
  ['8.2', `<subProcess id="e" triggeredByEvent="true">${startBySignal}</subProcess>`, ['s']],
  ['8.3', `<subProcess id="e" triggeredByEvent="true">${startBySignal}</subProcess>`, []],
  ['8.2', thrownSignal, ['t']],
  ['8.3', thrownSignal, []],
  ['8.6', '<adHocSubProcess id="a"/>', ['a']],
  ['8.7', '<adHocSubProcess id="a"/>', []],
])('Camunda %s: %s', (version, content, found) => {
  const { definitions } = readModel(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p" isExecutable="true">${content}</process></definitions>`,
  );
  const rules = activeRules({
    profile: 'camunda8',
    rules: [['element-supported', { level: 'on', options: { version } }]],
  });
  const findings = lint(definitions as Definitions, rules, { hasDrawing: false, placeOf: sourceOf });
  expect(findings.map(({ element }) => element)).toEqual(found);
});
