/** What holds for every process and case that call each other, whatever is done in them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explore } from '../../../src/analysis/index.ts';
import { type CmmnDefinitions, type Definitions, readModel } from '../../../src/model/index.ts';
import {
  buildLinked,
  enabledLinked,
  isAllOver,
  isOver,
  type LinkedAct,
  type LinkedModel,
  type LinkedState,
  linkedKey,
  nothingRuns,
  runnable,
  stepLinked,
} from '../../../src/semantics/index.ts';
import { randomRun } from '../../../src/simulation/index.ts';
import { type Block, blockModel, blockXml } from '../block-model.ts';
import { caseXml, type Node, randomCase } from '../cases/random-case.ts';

const options = { unknown: 'choose', traced: true } as const;
const runs = { numRuns: Number(process.env.PROCEDO_RUNS ?? 60) };
const bound = 500;
const seed = fc.nat();

/** A case `C` whose tasks run the process `P` or the case `D`; `P` may call `D` as well. */
function linkedModel([nodes, blocks]: readonly [readonly Node[], readonly Block[]]): LinkedModel {
  const inner =
    '<case id="D"><casePlanModel id="DP"><planItem id="look" definitionRef="L"/><humanTask id="L"/></casePlanModel></case>';
  return buildLinked([
    readModel(caseXml(nodes, inner)).definitions as CmmnDefinitions,
    readModel(blockXml(blocks)).definitions as Definitions,
  ]);
}

const models = fc.tuple(randomCase, blockModel).map(linkedModel);
/** So small that all its states can be seen. */
const small = fc
  .tuple(
    randomCase.map((nodes) => nodes.slice(0, 2).map((node) => ({ ...node, children: [] }))),
    blockModel.map((blocks) => blocks.slice(0, 1)),
  )
  .map(linkedModel);

function statesOf(model: LinkedModel, acts: readonly LinkedAct[]): LinkedState[] {
  let state = nothingRuns;
  return acts.map((act) => {
    const made = stepLinked(model, state, act, options);
    expect(made.refused, JSON.stringify(act)).toBeUndefined();
    state = made.state;
    return state;
  });
}

test('no random walk reaches what exhaustive search does not, and each path found leads where it says', () => {
  fc.assert(
    fc.property(small, seed, (model, number) => {
      const walk = statesOf(model, randomRun(model, number, 40).acts);
      const [first] = randomRun(model, number, 1).acts;
      const found = explore(runnable(model), first ? [first] : [], bound);
      fc.pre(found.isComplete);
      for (const state of walk) {
        expect(found.has(state)).toBe(true);
        const path = found.pathTo(linkedKey(state)) ?? [];
        expect(linkedKey(statesOf(model, path).at(-1) ?? nothingRuns)).toBe(linkedKey(state));
      }
    }),
    runs,
  );
});

test('every act that is offered is possible, and one that is not changes nothing and says why', () => {
  fc.assert(
    fc.property(models, seed, (model, number) => {
      for (const state of statesOf(model, randomRun(model, number, 30).acts)) {
        const kept = JSON.stringify(state);
        for (const act of enabledLinked(model, state, options))
          expect(stepLinked(model, state, act, options).refused, JSON.stringify(act)).toBeUndefined();
        for (const act of impossible(state)) {
          const { refused, state: same, trace } = stepLinked(model, state, act, options);
          expect(refused).toMatch(/^\S.*\.$/);
          expect(same).toBe(state);
          expect(trace).toEqual([]);
        }
        expect(JSON.stringify(state)).toBe(kept);
      }
    }),
    runs,
  );
});

/** What runs something is not done by hand, and what was never there cannot be done. */
function impossible({ links }: LinkedState): LinkedAct[] {
  return [
    { in: 'processes', act: { do: 'finish', at: 999_999 } },
    { in: 'cases', act: { do: 'transition', at: 999_999, transition: 'complete' } },
    ...links.map(
      ({ caller: { in: side, at } }): LinkedAct =>
        side === 'cases'
          ? { in: 'cases', act: { do: 'transition', at, transition: 'complete' } }
          : { in: 'processes', act: { do: 'finish', at } },
    ),
  ];
}

test('both sides end together', () => {
  fc.assert(
    fc.property(models, seed, (model, number) => {
      for (const state of statesOf(model, randomRun(model, number, 60).acts)) {
        const { links, processes, cases } = state;
        if (isAllOver(state)) expect(links).toEqual([]);
        const nodes = processes.scopes.flatMap(({ instances }) => instances.map(({ id }) => id));
        const items = cases.cases.flatMap(({ instances }) => instances);
        const stateOf = (at: number) => items.find(({ id }) => id === at)?.state ?? 'closed';
        for (const { caller, callee } of links) {
          if (caller.in === 'processes') expect(nodes).toContain(caller.at);
          else expect(['active', 'suspended']).toContain(stateOf(caller.at));
          if (callee.in === 'processes') expect(processes.scopes.some(({ id }) => id === callee.at)).toBe(true);
          else expect(isOver(stateOf(callee.at))).toBe(false);
        }
      }
    }),
    runs,
  );
});

test('a marking has one key, whatever the numbers of its instances', () => {
  fc.assert(
    fc.property(models, seed, (model, number) => {
      for (const state of statesOf(model, randomRun(model, number, 40).acts))
        expect(linkedKey(moved(state))).toBe(linkedKey(state));
    }),
    runs,
  );
});

/** The same with other numbers. */
function moved({ processes, cases, links }: LinkedState): LinkedState {
  const by = (distance: number) => (id: number) => (id > 0 ? id + distance : id);
  const [node, item] = [by(1000), by(5000)];
  return {
    processes: {
      ...processes,
      next: node(processes.next),
      messages: processes.messages.map((each) => ({ ...each, from: node(each.from) })),
      scopes: processes.scopes.map((scope) => ({
        ...scope,
        id: node(scope.id),
        parent: node(scope.parent),
        owner: node(scope.owner),
        root: node(scope.root),
        partners: scope.partners.map(node),
        instances: scope.instances.map((each) => ({ ...each, id: node(each.id), body: node(each.body) })),
      })),
    },
    cases: {
      next: item(cases.next),
      cases: cases.cases.map((each) => ({
        ...each,
        id: item(each.id),
        instances: each.instances.map((one) => ({ ...one, id: item(one.id), parent: item(one.parent) })),
      })),
    },
    links: links.map((link) => ({
      ...link,
      caller: { in: link.caller.in, at: (link.caller.in === 'cases' ? item : node)(link.caller.at) },
      callee: { in: link.callee.in, at: (link.callee.in === 'cases' ? item : node)(link.callee.at) },
    })),
  };
}
