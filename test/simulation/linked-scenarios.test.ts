/** Scenarios in which a process calls a case and a case runs a process: acts and expectations of both kinds. */
import { expect, test } from 'vitest';
import { readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { readScenario, runScenario, type ScenarioStep } from '../../src/simulation/index.ts';

const model = buildLinked(
  [
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="b">
      <process id="Order"><startEvent id="o0"/><sequenceFlow id="o1" sourceRef="o0" targetRef="handle"/><callActivity id="handle" calledElement="c:Claim"/>
        <sequenceFlow id="o2" sourceRef="handle" targetRef="close"/><userTask id="close"/><sequenceFlow id="o3" sourceRef="close" targetRef="o4"/><endEvent id="o4"/></process>
      <process id="Refund"><startEvent id="r0"/><sequenceFlow id="r1" sourceRef="r0" targetRef="book"/><serviceTask id="book"/>
        <sequenceFlow id="r2" sourceRef="book" targetRef="pay"/><userTask id="pay"/><sequenceFlow id="r3" sourceRef="pay" targetRef="r4"/><endEvent id="r4"/></process></definitions>`,
    `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="c"><case id="Claim"><caseFileModel><caseFileItem id="photo"/></caseFileModel>
      <casePlanModel id="ClaimPlan" autoComplete="true"><planItem id="assess" definitionRef="T"/>
        <planItem id="refund" definitionRef="R"><entryCriterion id="in" sentryRef="s"/></planItem>
        <sentry id="s"><planItemOnPart sourceRef="assess"><standardEvent>complete</standardEvent></planItemOnPart><ifPart><condition>covered</condition></ifPart></sentry>
        <humanTask id="T"/><processTask id="R" processRef="Refund"/></casePlanModel></case></definitions>`,
  ].flatMap((xml) => readModel(xml).definitions ?? []),
);

function run(kind: 'bpmn' | 'cmmn', steps: readonly ScenarioStep[], initial = {}) {
  const start = kind === 'bpmn' ? { process: 'Order' } : { case: 'Claim' };
  const text = JSON.stringify({ name: 'n', kind, model: 'order.bpmn', models: ['claim.cmmn'], start, initial, steps });
  const { value } = readScenario(text);
  return value && runScenario(model, value.scenario);
}

test('a process calls a case that runs a process', () => {
  const result = run(
    'bpmn',
    [
      { do: { file: { item: 'photo', transition: 'create' } } },
      { do: { complete: 'assess', set: { covered: true } }, expect: { active: ['pay'], states: { refund: 'active' } } },
      { do: { complete: 'pay' }, expect: { active: ['close'], case: 'completed', states: { refund: 'completed' } } },
      { do: { complete: 'close' }, expect: { ended: true, endEvents: ['r4', 'o4'] } },
    ],
    { active: [], states: { assess: 'active' }, case: 'active' },
  );
  expect(result?.failure).toBeUndefined();
  expect([...(result?.covered ?? [])].sort()).toEqual(
    ['ClaimPlan', 'assess', 'book', 'close', 'handle', 'in', 'pay', 'refund']
      .concat('o0 o1 o2 o3 o4 r0 r1 r2 r3 r4'.split(' '))
      .sort(),
  );
});

test('a case runs a process', () => {
  const steps: ScenarioStep[] = [
    { do: { complete: 'assess', set: { covered: true } }, expect: { active: ['refund', 'pay'] } },
    { do: { suspend: 'refund' }, expect: { states: { refund: 'suspended' } } },
    { do: { complete: 'pay' }, expect: { rejected: true } },
    { do: { resume: 'refund' } },
    { do: { complete: 'pay' }, expect: { case: 'completed', endEvents: ['r4'] } },
  ];
  expect(run('cmmn', steps)?.failure).toBeUndefined();
});

test.each([
  [
    [{ do: { complete: 'handle' } }],
    { message: 'handle runs Claim: it is done when that is over.', possible: ['assess'] },
  ],
  [[{ do: { complete: 'close' } }], { message: 'close is not at work and cannot be completed.', possible: ['assess'] }],
  [
    [{ do: { complete: 'assess', set: { covered: true } } }, { do: { complete: 'refund' } }],
    { step: 1, message: 'refund runs Refund: it is done when that is over.', possible: ['pay'] },
  ],
  [
    [{ do: { complete: 'assess' }, expect: { states: { refund: 'active' } } }],
    { message: 'refund should be active, but it is terminated.' },
  ],
])('what is not possible says what is: %j', (steps, failure) => {
  expect(run('bpmn', steps as ScenarioStep[])?.failure).toMatchObject(failure);
});
