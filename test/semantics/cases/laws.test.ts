/** What holds for every case, whatever is done in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CaseAct,
  type CasePlan,
  type CaseState,
  type CaseTraceEntry,
  caseKey,
  caseStartActs,
  enabledInCases,
  isOver,
  lifeCycles,
  lookAtCases,
  migrateCases,
  noCases,
  stepCase,
  type Transition,
} from '../../../src/semantics/index.ts';
import { casePlan, type Node, randomCase } from './random-case.ts';

const options = { unknown: 'choose', traced: true } as const;
const runs = { numRuns: Number(process.env.PROCEDO_RUNS ?? 150) };
const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });

interface Moment {
  readonly act: CaseAct;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly trace: readonly CaseTraceEntry[];
}

/** A walk through a case: at each moment one of the acts that are possible. */
function walk(plan: CasePlan, choices: readonly number[]): Moment[] {
  const moments: Moment[] = [];
  let state = noCases;
  for (const choice of choices) {
    const acts = state === noCases ? caseStartActs(plan) : enabledInCases(plan, state, options);
    const act = acts[choice % acts.length];
    if (!act) break;
    const step = stepCase(plan, state, act, options);
    expect(step.refused, `${JSON.stringify(act)} is offered`).toBeUndefined();
    moments.push({ act, before: state, after: step.state, trace: step.trace });
    state = step.state;
  }
  return moments;
}

function always(law: (plan: CasePlan, moments: readonly Moment[]) => void): void {
  fc.assert(
    fc.property(randomCase, picks, (nodes: readonly Node[], choices) => {
      const plan = casePlan(nodes);
      law(plan, walk(plan, choices));
    }),
    runs,
  );
}

test('states change as the tables say, and by nothing else', () => {
  always((plan, moments) => {
    const known = new Map<number, string>();
    for (const { trace, after } of moments) {
      for (const entry of trace) {
        if (entry.what !== 'went') continue;
        expect(entry.from).toBe(known.get(entry.instance));
        known.set(entry.instance, entry.to);
        if (entry.from === undefined) continue;
        const { cycle } = plan.items[plan.itemOfId.get(entry.element) ?? -1] ?? { cycle: 'work' };
        const table: Readonly<Record<string, Transition>> = lifeCycles[cycle];
        expect(table[entry.transition]?.from).toContain(entry.from);
        if (table[entry.transition]?.to !== 'former') expect(table[entry.transition]?.to).toBe(entry.to);
      }
      for (const { instances } of after.cases) for (const { id, state } of instances) expect(known.get(id)).toBe(state);
    }
  });
});

test('nothing is at work in what is over', () => {
  always((_, moments) => {
    for (const { after } of moments)
      for (const { instances } of after.cases)
        for (const { id, parent, state } of instances) {
          const around = instances.find((each) => each.id === parent);
          if (around && isOver(around.state))
            expect(['completed', 'terminated', 'disabled', 'failed']).toContain(state);
          if (around?.state === 'suspended') expect(state, String(id)).not.toBe('active');
          expect(parent === 0 || around).toBeTruthy();
        }
  });
});

test('an act that is refused changes nothing, and says why', () => {
  always((plan, moments) => {
    for (const { after } of moments.slice(-1)) {
      const offered = new Set(enabledInCases(plan, after, options).map((act) => JSON.stringify(act)));
      for (const { instances } of after.cases)
        for (const { id } of instances)
          for (const name of new Set(Object.values(lifeCycles).flatMap((table) => Object.keys(table)))) {
            const act = { do: 'transition', at: id, transition: name } as CaseAct;
            const { state, refused, trace } = stepCase(plan, after, act, options);
            if (refused === undefined) continue;
            expect(offered.has(JSON.stringify(act))).toBe(false);
            expect(state).toBe(after);
            expect(trace).toEqual([]);
            expect(refused).toMatch(/^\S.*\.$/);
          }
    }
  });
});

test('the same act gives the same step, word by word, and leaves the state before as it was', () => {
  always((plan, moments) => {
    for (const { act, before, after, trace } of moments) {
      const kept = JSON.stringify(before);
      const again = stepCase(plan, before, act, options);
      expect(JSON.stringify([again.state, again.trace])).toBe(JSON.stringify([after, trace]));
      expect(JSON.stringify(stepCase(plan, before, act, { ...options, traced: false }).state)).toBe(
        JSON.stringify(after),
      );
      expect(JSON.stringify(before)).toBe(kept);
    }
  });
});

test('what is suspended goes on as it was', () => {
  always((plan, moments) => {
    // A case that was complete and is active again completes as soon as anything in it changes.
    if (moments.some(({ act }) => act.do === 'transition' && act.transition === 'reactivate')) return;
    // A condition that did not hold is asked for again after a pause.
    if (moments.some(({ act }) => act.do === 'choose' && 'criterion' in act && !act.holds)) return;
    for (const { after } of moments.slice(-3))
      for (const act of enabledInCases(plan, after, options)) {
        if (act.do !== 'transition' || act.transition !== 'suspend') continue;
        const paused = stepCase(plan, after, act, options);
        const isAlone = paused.trace.every((entry) => entry.what === 'went' && /uspend/.test(entry.transition));
        const isCase = after.cases.some(({ id }) => id === act.at);
        const resume: CaseAct = { ...act, transition: isCase ? 'reactivate' : 'resume' };
        const resumed = stepCase(plan, paused.state, resume, options);
        expect(resumed.refused).toBeUndefined();
        if (isAlone) expect(caseKey(resumed.state)).toBe(caseKey(after));
      }
  });
});

test('a marking has one key, whatever the numbers of its instances', () => {
  always((plan, moments) => {
    for (const { after } of moments) {
      const shifted = (id: number) => (id === 0 ? 0 : id + 1000);
      const other: CaseState = {
        next: shifted(after.next),
        cases: after.cases.map(({ id, instances, ...rest }) => ({
          ...rest,
          id: shifted(id),
          instances: instances.map((each) => ({ ...each, id: shifted(each.id), parent: shifted(each.parent) })),
        })),
      };
      expect(caseKey(other)).toBe(caseKey(after));
      expect(lookAtCases(plan, after).instances.length).toBe(lookAtCases(plan, other).instances.length);
      const acts = enabledInCases(plan, after, options).map((act) =>
        'at' in act ? { ...act, at: shifted(act.at) } : act,
      );
      expect(enabledInCases(plan, other, options)).toEqual(acts);
    }
  });
});

test('an edit that changes nothing keeps a run as it is', () => {
  fc.assert(
    fc.property(randomCase, picks, (nodes, choices) => {
      const plan = casePlan(nodes);
      const state = walk(plan, choices).at(-1)?.after ?? noCases;
      const moved = migrateCases(state, plan, casePlan(nodes));
      expect(moved.dropped).toEqual([]);
      expect(caseKey(moved.state)).toBe(caseKey(state));
    }),
    runs,
  );
});
