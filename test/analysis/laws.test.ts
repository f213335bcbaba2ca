/** What holds of every verdict, whatever the model. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { analyzeProcesses, type Verdict } from '../../src/analysis/index.ts';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked, whyWaiting } from '../../src/semantics/index.ts';
import { randomRun, Session } from '../../src/simulation/index.ts';
import { blockModel, blockXml } from '../semantics/block-model.ts';
import { tangle, tangledXml } from '../semantics/tangled-model.ts';
import { lonePool, mixedPools, plainPool, talkingPools } from './pools-model.ts';
import { poolsXml } from './pools-xml.ts';
import { tokenGame } from './token-game.ts';
import { wired, wiredModel } from './wired-model.ts';

// Some models have many states, and other tests run beside these.
vi.setConfig({ testTimeout: 180_000 });

const runs = { numRuns: Number(process.env.PROCEDO_RUNS ?? 60) };
const properties = ['optionToComplete', 'properCompletion', 'safe', 'noDeadActivities'] as const;
const read = (xml: string) => readModel(xml).definitions as Definitions;

function holdings(verdict: Verdict): (boolean | null)[] {
  return properties.map((property) => verdict[property]);
}

test('a block-structured process is sound', () => {
  fc.assert(
    fc.property(blockModel, (model) => {
      for (const isReduced of [true, false]) {
        const [verdict] = analyzeProcesses([read(blockXml(model))], { maxStates: 2000, isReduced });
        if (verdict && !verdict.bounded && holdings(verdict).every((holds) => holds !== null))
          expect(verdict).toMatchObject({ sound: true });
        expect(verdict?.witnesses.filter(({ property }) => property !== 'safe')).toEqual([]);
      }
    }),
    runs,
  );
});

test('proofs by structure and by some orders say what all orders say', () => {
  fc.assert(
    fc.property(wired, (model) => {
      const [reduced] = analyzeProcesses([wiredModel(model)], { maxStates: 800 });
      const [plain] = analyzeProcesses([wiredModel(model)], { maxStates: 800, isReduced: false });
      if (!reduced || !plain) return;
      for (const property of properties)
        if (reduced[property] !== null && plain[property] !== null)
          expect(reduced[property], property).toBe(plain[property]);
    }),
    { numRuns: runs.numRuns * 4 },
  );
});

test('what few states show is not taken back by more', () => {
  fc.assert(
    fc.property(wired, fc.integer({ min: 1, max: 12 }), (model, maxStates) => {
      const [few] = analyzeProcesses([wiredModel(model)], { maxStates });
      const [many] = analyzeProcesses([wiredModel(model)], { maxStates: 800 });
      if (!few || !many) return;
      for (const property of properties)
        if (few[property] !== null && many[property] !== null) expect(few[property], property).toBe(many[property]);
    }),
    { numRuns: runs.numRuns * 4 },
  );
});

test('processes and pools of all that can be drawn are judged the same in some orders as in all', () => {
  fc.assert(
    fc.property(fc.oneof(lonePool, talkingPools, mixedPools), (pools) => {
      const models = [read(poolsXml(pools))];
      const plain = analyzeProcesses(models, { maxStates: 300, isReduced: false });
      const reduced = analyzeProcesses(models, { maxStates: 300 });
      for (const [at, verdict] of plain.entries()) expect(contradictions(verdict, reduced[at] as Verdict)).toEqual([]);
    }),
    { numRuns: runs.numRuns * 2 },
  );
});

test('a bound leaves some undecided, and says nothing that a larger one denies', () => {
  const few = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 80 }));
  fc.assert(
    fc.property(fc.oneof(lonePool, talkingPools, mixedPools), few, fc.boolean(), (pools, maxStates, isReduced) => {
      const models = [read(poolsXml(pools))];
      const whole = analyzeProcesses(models, { maxStates: 800 });
      const part = analyzeProcesses(models, { maxStates, isReduced });
      for (const [at, verdict] of whole.entries()) expect(contradictions(verdict, part[at] as Verdict)).toEqual([]);
    }),
    { numRuns: runs.numRuns * 2 },
  );
});

test('a workflow net is judged as its token game says, step by step or by structure', () => {
  fc.assert(
    fc.property(plainPool, fc.boolean(), (pools, isReduced) => {
      const xml = poolsXml(pools);
      const opinion = tokenGame(xml.slice(0, xml.indexOf('</process>')));
      fc.pre(opinion !== undefined);
      const [verdict] = analyzeProcesses([read(xml)], { isReduced });
      if (verdict) expect(contradictions({ ...verdict, ...opinion }, verdict)).toEqual([]);
    }),
    { numRuns: runs.numRuns * 2 },
  );
});

/** Properties of which one verdict says that they hold and the other one that they do not. */
function contradictions(one: Verdict, other: Verdict): string[] {
  return properties.filter((name) => one[name] !== null && other[name] !== null && one[name] !== other[name]);
}

test('every run that shows a finding can be played, and a run that shows a deadlock ends in one', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        wired.map(wiredModel),
        fc.oneof(talkingPools, mixedPools).map((pools) => read(poolsXml(pools))),
        tangle.map((model) => read(tangledXml(model))),
      ),
      (model) => {
        for (const { witnesses } of analyzeProcesses([model], { maxStates: 300 }))
          for (const { run, message } of witnesses) {
            const session = new Session(buildLinked([model]));
            for (const { act, sentence } of run) expect(session.do({ in: 'processes', act }), sentence).toBeUndefined();
            if (message.startsWith('The join'))
              expect(whyWaiting(session.model.net, session.state.processes).map((waiting) => waiting.for)).toContain(
                'join',
              );
          }
      },
    ),
    runs,
  );
});

test('no run by chance contradicts what is said to hold', () => {
  fc.assert(
    fc.property(wired, fc.nat(), (model, seed) => {
      const [verdict] = analyzeProcesses([wiredModel(model)], { maxStates: 3000 });
      const run = randomRun(buildLinked([wiredModel(model)]), seed, 200);
      if (verdict?.optionToComplete) expect(run.end).not.toBe('stuck');
      if (verdict?.noDeadActivities === false)
        for (const { property, elements } of verdict.witnesses)
          if (property === 'noDeadActivities') expect(run.passed.has(elements[0] ?? '')).toBe(false);
    }),
    { numRuns: runs.numRuns * 2 },
  );
});

test('nothing throws, whatever is wired with what, and the bound is kept', () => {
  fc.assert(
    fc.property(tangle, (model) => {
      for (const { states } of analyzeProcesses([read(tangledXml(model))], { maxStates: 200 }))
        expect(states).toBeLessThanOrEqual(200);
    }),
    runs,
  );
});

test('large states count for more: the bound bounds the time that an answer takes', () => {
  const flow = (id: string, from: string, to: string) =>
    `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
  const ways = Array.from(
    { length: 9 },
    (_, at) => `<task id="t${at}"/>${flow(`f${at}`, 'a', `t${at}`)}${flow(`g${at}`, `t${at}`, 'j')}`,
  );
  /** Nine tasks beside each other, and so many tokens that wait for them. */
  const judged = (waiting: number) => {
    const straight = Array.from({ length: waiting }, (_, at) => flow(`w${at}`, 'a', 'j'));
    const process = `<startEvent id="s"/>${flow('f', 's', 'a')}<parallelGateway id="a"/>${ways.join('')}${straight.join('')}<parallelGateway id="j"/>`;
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${process}</process></definitions>`;
    return analyzeProcesses([read(xml)], { maxStates: 1000, isReduced: false })[0];
  };
  expect(judged(0)).toMatchObject({ bounded: false, optionToComplete: true });
  expect(judged(60)).toMatchObject({ bounded: true, optionToComplete: null });
});
