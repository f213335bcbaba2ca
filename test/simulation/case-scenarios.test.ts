import { expect, test } from 'vitest';
import { type CmmnDefinitions, readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { type CaseScenarioAct, type Expectation, runScenario, type ScenarioAct } from '../../src/simulation/index.ts';

const model = buildLinked([
  readModel(`<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="t"><case id="C">
    <caseFileModel><caseFileItem id="F"/></caseFileModel>
    <casePlanModel id="P">
      <planItem id="a" definitionRef="T"/>
      <planItem id="b" definitionRef="T"><entryCriterion id="in" sentryRef="s"/></planItem>
      <sentry id="s"><planItemOnPart sourceRef="a"><standardEvent>complete</standardEvent></planItemOnPart></sentry>
      <planningTable><discretionaryItem id="x" definitionRef="T"/></planningTable>
      <humanTask id="T"/>
    </casePlanModel></case></definitions>`).definitions as CmmnDefinitions,
]);

interface Row {
  readonly steps: readonly { readonly do: ScenarioAct | CaseScenarioAct; readonly expect?: Expectation }[];
  readonly failure?: object;
}

/** What a failed scenario says: the step, what differed, and what was possible instead. */
const rows: readonly Row[] = [
  { steps: [{ do: { complete: 'a' }, expect: { states: { a: 'completed', b: ['active'] }, case: 'active' } }] },
  { steps: [{ do: { manualStart: 'b' }, expect: { rejected: true, states: { b: 'available' } } }] },
  {
    steps: [{ do: { complete: 'a' } }, { do: { complete: 'a' } }],
    failure: { step: 1, message: 'a is completed and cannot complete. Nothing can be done with it.', possible: ['b'] },
  },
  {
    steps: [{ do: { complete: 'b' } }],
    failure: {
      step: 0,
      message: 'b is available and cannot complete. It goes on when one of its entry criteria is met.',
      possible: ['a'],
    },
  },
  {
    steps: [{ do: { complete: 'c' } }],
    failure: { step: 0, message: 'There is no plan item c in the model.', possible: ['a'] },
  },
  {
    steps: [{ do: { complete: 'x' } }],
    failure: { step: 0, message: 'x is not there yet.', possible: ['a'] },
  },
  {
    steps: [{ do: { plan: 'b' } }],
    failure: { step: 0, message: 'b is not offered now.', possible: ['x'] },
  },
  {
    steps: [{ do: { file: { item: 'F', transition: 'update' } } }],
    failure: { step: 0, message: 'F is not there: create it first.', possible: ['F'] },
  },
  {
    steps: [{ do: { complete: 'a' }, expect: { rejected: true } }],
    failure: { step: 0, message: 'The act was expected to be refused, but it was possible.' },
  },
  {
    steps: [{ do: { complete: 'a' }, expect: { states: { b: 'enabled' } } }],
    failure: { step: 0, message: 'b should be enabled, but it is active.' },
  },
  {
    steps: [{ do: { plan: 'x' }, expect: { states: { x: ['active', 'active'] } } }],
    failure: { step: 0, message: 'Of x there should be: active, active. There is: active.' },
  },
  {
    steps: [{ do: { complete: 'a' }, expect: { case: 'completed' } }],
    failure: { step: 0, message: 'The case should be completed, but it is active: b is active.' },
  },
];

test.each(rows)('$steps', ({ steps, failure }) => {
  const empty = { name: 'n', kind: 'cmmn', waits: [], effects: [], watch: [], unknown: 'false' } as const;
  const start = { case: 'C', before: [], variables: {} };
  const result = runScenario(model, { ...empty, start, steps });
  if (failure) expect(result.failure).toMatchObject(failure);
  else expect(result.failure).toBeUndefined();
});

test('what has begun, and the criteria that were met, are covered', () => {
  const empty = { name: 'n', kind: 'cmmn', waits: [], effects: [], watch: [], unknown: 'false' } as const;
  const start = { case: 'C', before: [], variables: {} };
  const { covered } = runScenario(model, { ...empty, start, steps: [{ do: { complete: 'a' } }] });
  expect([...covered].sort()).toEqual(['P', 'a', 'b', 'in']);
});

test('timers of a case go by the clock', () => {
  const timed = buildLinked([
    readModel(`<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="t"><case id="C"><casePlanModel id="P">
      <planItem id="late" definitionRef="L"/><planItem id="a" definitionRef="T"/>
      <timerEventListener id="L"><timerExpression>PT2H</timerExpression></timerEventListener><humanTask id="T"/>
    </casePlanModel></case></definitions>`).definitions as CmmnDefinitions,
  ]);
  const run = (hours: number) => {
    const empty = { name: 'n', kind: 'cmmn', waits: [], effects: [], watch: [], unknown: 'false' } as const;
    const steps = [{ do: { timer: 'late' } }, { expect: { within: hours * 3_600_000 } }];
    return runScenario(timed, { ...empty, start: { case: 'C', before: [], variables: {} }, steps }).failure?.message;
  };
  expect(run(2)).toBeUndefined();
  expect(run(1)).toBe('It should take no longer than 1 h, but the clock shows 2 h.');
});
