/** Cases and processes that run each other, in one run. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CmmnDefinitions, type Definitions, readModel } from '../../../src/model/index.ts';
import {
  buildLinked,
  caseStartActs,
  enabledLinked,
  isOver,
  type LinkedAct,
  type LinkedModel,
  type LinkedState,
  type LinkedStep,
  nothingRuns,
  startActs,
  stepLinked,
} from '../../../src/semantics/index.ts';

const options = { unknown: 'choose', traced: true } as const;

/** A case with a task for the process `R`, one for the case `Inner`, one that does not wait; a process `Q` that calls `Inner` and may be interrupted. */
const model = linked(
  `<case id="Outer"><casePlanModel id="P">
     <planItem id="refund" definitionRef="refundTask"/>
     <planItem id="inner" definitionRef="innerTask"/>
     <planItem id="note" definitionRef="noteTask"/>
     <planItem id="after" definitionRef="T"><entryCriterion id="in" sentryRef="s"/></planItem>
     <sentry id="s"><planItemOnPart sourceRef="refund"><standardEvent>complete</standardEvent></planItemOnPart><ifPart><condition>paid</condition></ifPart></sentry>
     <processTask id="refundTask" processRef="external"/>
     <processTask id="noteTask" processRef="N" isBlocking="false"/>
     <caseTask id="innerTask" caseRef="Inner"/>
     <humanTask id="T"/>
   </casePlanModel></case>
   <case id="Inner"><casePlanModel id="I"><planItem id="look" definitionRef="L"/><humanTask id="L"/></casePlanModel></case>
   <process id="external" externalRef="b:R"/>`,
  `<error id="E" errorCode="bad"/>
   <process id="R"><startEvent id="r0"/><sequenceFlow id="r1" sourceRef="r0" targetRef="pay"/><userTask id="pay"/><sequenceFlow id="r2" sourceRef="pay" targetRef="r3"/><endEvent id="r3"/></process>
   <process id="N"><startEvent id="n0"/><sequenceFlow id="n1" sourceRef="n0" targetRef="write"/><userTask id="write"/></process>
   <process id="Q"><startEvent id="q0"/><sequenceFlow id="q1" sourceRef="q0" targetRef="call"/><callActivity id="call" calledElement="c:Inner"/><sequenceFlow id="q2" sourceRef="call" targetRef="done"/><userTask id="done"/>
     <boundaryEvent id="late" attachedToRef="call"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent></process>`,
);

function linked(cases: string, processes: string): LinkedModel {
  const read = (xml: string) => readModel(xml).definitions as Definitions | CmmnDefinitions;
  return buildLinked([
    read(`<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="t">${cases}</definitions>`),
    read(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">${processes}</definitions>`,
    ),
  ]);
}

/** `open Outer`, `start Q`, `finish pay`, `fault pay`, `fire late`, else a transition of a plan item: `suspend refund`. */
function actOf(state: LinkedState, text: string): LinkedAct {
  const [verb = '', id = '', set = ''] = text.split(' ');
  const values = set ? { set: { [set]: true } } : {};
  if (verb === 'open') return { in: 'cases', act: { do: 'open', case: id, ...values } };
  if (verb === 'start') return { in: 'processes', act: { do: 'start', node: id } };
  const { net, plan } = model;
  const nodes = state.processes.scopes.flatMap(({ instances }) => instances);
  if (verb === 'fire') return { in: 'processes', act: { do: 'fire', at: nodes[0]?.id ?? 0, event: id } };
  const node = nodes.find((each) => net.nodes[each.node]?.id === id);
  if (verb === 'finish') return { in: 'processes', act: { do: 'finish', at: node?.id ?? 0, ...values } };
  if (verb === 'fault' && node) return { in: 'processes', act: { do: 'fault', at: node.id, error: 'bad' } };
  const items = state.cases.cases.flatMap(({ instances }) => instances);
  const at = items.findLast(({ item }) => plan.items[item]?.id === id)?.id ?? 0;
  return { in: 'cases', act: { do: 'transition', at, transition: verb as 'complete', ...values } };
}

function played(...acts: readonly string[]): LinkedStep {
  let last: LinkedStep = { state: nothingRuns, trace: [] };
  for (const act of acts) {
    expect(last.refused, act).toBeUndefined();
    last = stepLinked(model, last.state, actOf(last.state, act), options);
  }
  return last;
}

/** Plan items with their states, and what is at work in processes. */
function standing({ state }: LinkedStep): string {
  const items = state.cases.cases.flatMap(({ instances }) =>
    instances.map(({ item, state: is }) => `${model.plan.items[item]?.id} ${is}`),
  );
  const nodes = state.processes.scopes.flatMap(({ instances }) =>
    instances.map(({ node }) => model.net.nodes[node]?.id),
  );
  return [...items, ...nodes].join(', ');
}

const opened =
  'P active, refund active, inner active, note completed, after available, I active, look active, pay, write';

test('tasks of a case run processes and cases, and go on when these are over', () => {
  expect(standing(played('open Outer'))).toBe(opened);
  expect(standing(played('open Outer', 'finish pay paid'))).toContain('refund completed');
  expect(standing(played('open Outer', 'finish pay paid'))).toContain('after active');
  expect(standing(played('open Outer', 'complete look'))).toContain('inner completed');
  expect(played('open Outer', 'complete look', 'finish pay', 'terminate P').state.links).toEqual([]);
});

test('one trace tells of both sides', () => {
  const { trace } = played('open Outer', 'finish pay paid');
  expect(trace.map((each) => `${each.in} ${each.entry.what}`)).toEqual([
    'processes completed',
    'processes took',
    'processes completed',
    'processes ended',
    'links returned',
    'cases went',
    'cases heard',
    'cases went',
  ]);
});

test('what a task runs ends with it', () => {
  expect(standing(played('open Outer', 'terminate refund'))).not.toContain('pay');
  expect(standing(played('open Outer', 'terminate inner'))).toContain('I terminated, look terminated');
  expect(standing(played('open Outer', 'terminate P'))).toBe(
    'P terminated, refund terminated, inner terminated, note completed, after terminated, I terminated, look terminated, write',
  );
});

test('a task whose process fails has failed', () => {
  expect(standing(played('open Outer', 'fault pay'))).toContain('refund failed');
  expect(standing(played('open Outer', 'fault pay', 'reactivate refund'))).toBe(
    'P active, refund active, inner active, note completed, after available, I active, look active, write, pay',
  );
});

test('what a task runs waits while the task is suspended', () => {
  expect(standing(played('open Outer', 'suspend inner'))).toContain('I suspended, look suspended');
  expect(standing(played('open Outer', 'suspend inner', 'resume inner'))).toBe(opened);
  expect(played('open Outer', 'suspend refund', 'finish pay').refused).toBe(
    'refund is suspended, so the process that it runs waits.',
  );
  expect(standing(played('open Outer', 'suspend refund', 'resume refund', 'finish pay'))).toContain('refund completed');
});

test('what runs something is not completed by hand', () => {
  expect(played('open Outer', 'complete refund').refused).toBe('refund runs R: it is done when that is over.');
  expect(played('start Q', 'finish call').refused).toBe('call runs Inner: it is done when that is over.');
});

test('a call activity calls a case', () => {
  expect(standing(played('start Q'))).toBe('I active, look active, call');
  expect(standing(played('start Q', 'complete look'))).toBe('I completed, look completed, done');
  expect(standing(played('start Q', 'fire late'))).toBe('I terminated, look terminated');
});

test('what parameter mappings name passes, and nothing else', () => {
  const mapped = linked(
    `<case id="A"><caseFileModel><caseFileItem id="bill"/></caseFileModel><casePlanModel id="P"><planItem id="t" definitionRef="T"/>
       <processTask id="T" processRef="ref"><input id="ti" bindingRef="bill"/><output id="to" name="paid"/>
         <parameterMapping sourceRef="ti" targetRef="pi"/><parameterMapping sourceRef="po" targetRef="to"><transformation>answer + 1</transformation></parameterMapping>
       </processTask></casePlanModel></case>
     <process id="ref" externalRef="R"><input id="pi" name="amount"/><output id="po" name="answer"/></process>`,
    '<process id="R"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/><userTask id="u"/></process>',
  );
  const open: LinkedAct = { in: 'cases', act: { do: 'open', case: 'A', set: { bill: 7, other: 1 } } };
  const { state } = stepLinked(mapped, nothingRuns, open, options);
  expect(state.processes.scopes[0]?.data).toEqual({ amount: 7 });
  const at = state.processes.scopes[0]?.instances[0]?.id ?? 0;
  const done = stepLinked(mapped, state, { in: 'processes', act: { do: 'finish', at, set: { answer: 41 } } }, options);
  expect(done.state.cases.cases[0]?.data).toEqual({ bill: 7, other: 1, paid: 42 });
});

test('a case that runs itself is left to people after a while', () => {
  const endless = linked(
    '<case id="A"><casePlanModel id="P"><planItem id="again" definitionRef="T"/><caseTask id="T" caseRef="A"/></casePlanModel></case>',
    '',
  );
  const { state, trace } = stepLinked(endless, nothingRuns, { in: 'cases', act: { do: 'open', case: 'A' } }, options);
  expect(state.links.length).toBeGreaterThan(10);
  expect(trace.at(-1)).toMatchObject({ in: 'links', entry: { what: 'left', element: 'again', called: 'A' } });
});

test('whatever is done, links lead from what is at work to what is not over', () => {
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(picks, (choices) => {
      let state = nothingRuns;
      for (const choice of choices) {
        const acts: LinkedAct[] = [
          ...enabledLinked(model, state, options),
          ...(state.links.length < 4
            ? [
                ...caseStartActs(model.plan).map((act): LinkedAct => ({ in: 'cases', act })),
                ...startActs(model.net).map((act): LinkedAct => ({ in: 'processes', act })),
              ]
            : []),
        ];
        const act = acts[choice % acts.length];
        if (!act) break;
        const kept = JSON.stringify(state);
        const made = stepLinked(model, state, act, options);
        expect(made.refused, JSON.stringify(act)).toBeUndefined();
        expect(JSON.stringify(state)).toBe(kept);
        expect(JSON.stringify(stepLinked(model, state, act, options))).toBe(JSON.stringify(made));
        state = made.state;
        checkLinks(state);
      }
    }),
    { numRuns: Number(process.env.PROCEDO_RUNS ?? 100) },
  );
});

function checkLinks({ links, processes, cases }: LinkedState): void {
  const nodes = processes.scopes.flatMap(({ instances }) => instances.map(({ id }) => id));
  const items = cases.cases.flatMap(({ instances }) => instances);
  for (const { caller, callee } of links) {
    if (caller.in === 'processes') expect(nodes).toContain(caller.at);
    else expect(['active', 'suspended']).toContain(items.find(({ id }) => id === caller.at)?.state);
    if (callee.in === 'processes') expect(processes.scopes.some(({ id }) => id === callee.at)).toBe(true);
    else expect(isOver(items.find(({ id }) => id === callee.at)?.state ?? 'closed')).toBe(false);
  }
}
