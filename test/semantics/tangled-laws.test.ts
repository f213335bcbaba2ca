/** What holds for every model, however it is wired. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explore } from '../../src/analysis/explore.ts';
import {
  type Act,
  emptyState,
  enabled,
  key,
  linkedBeginnings,
  look,
  migrate,
  type Net,
  runnable,
  type State,
  startActs,
  step,
  whyWaiting,
} from '../../src/semantics/index.ts';
import { randomNumbers } from '../../src/simulation/random.ts';
import { tangle, tangledLinked, tangledNet } from './tangled-model.ts';

const options = { unknown: 'choose', traced: true } as const;
/** Some wirings take long to be tried out. */
const limit = { timeout: 60_000 };
const runs = { numRuns: Number(process.env.PROCEDO_RUNS ?? 15) };

/** The states of a run in which chance chooses among all that can be done, new instances too as long as there are few. */
function walk(net: Net, seed: number, most: number, eachStep: (before: State, act: Act, after: State) => void): void {
  const random = randomNumbers(seed);
  let state = emptyState;
  for (let count = 0; count < most && state.scopes.length < 60; count++) {
    const acts = [...enabled(net, state, options), ...(count < 3 ? startActs(net) : [])];
    const act = acts[random(acts.length)];
    if (!act) return;
    const { state: after, refused } = step(net, state, act, options);
    expect(refused).toBeUndefined();
    // What would never end costs its share each time that it is tried: hostile-processes.test.ts looks after it.
    if (after.failures.includes('endless')) return;
    eachStep(state, act, after);
    state = after;
  }
}

test(
  'every act that is offered is possible, a step leaves the state before as it was, and every state can be read',
  limit,
  () => {
    fc.assert(
      fc.property(tangle, fc.nat(), (model, seed) => {
        const net = tangledNet(model);
        walk(net, seed, 30, (before, act, after) => {
          const kept = JSON.stringify(before);
          expect(JSON.stringify(step(net, before, act, options).state)).toBe(JSON.stringify(after));
          expect(JSON.stringify(before)).toBe(kept);
          look(net, after);
          whyWaiting(net, after);
          for (const offered of enabled(net, after, options))
            expect(step(net, after, offered, options).refused).toBeUndefined();
        });
      }),
      runs,
    );
  },
);

test('an act that is not possible changes nothing', limit, () => {
  fc.assert(
    fc.property(tangle, fc.nat(), fc.integer({ min: -1, max: 40 }), fc.nat(40), (model, seed, at, name) => {
      const net = tangledNet(model);
      const [node, flow] = [`n${name}`, `f${name}`];
      const acts: Act[] = [
        { do: 'finish', at },
        { do: 'fault', at, error: 'E' },
        { do: 'fire', at, event: node },
        { do: 'choose', at, flows: [flow] },
        { do: 'choose', at, flows: [] },
        { do: 'choose', at, count: 2 },
        { do: 'choose', at, again: true },
        { do: 'advance', scope: at, flow },
        { do: 'complete', at },
        { do: 'start', node, scope: at },
        { do: 'set', scope: at, set: { x: 2 } },
        { do: 'start', node },
      ];
      walk(net, seed, 15, (_, __, state) => {
        for (const act of acts) {
          const after = step(net, state, act, options);
          if (after.refused !== undefined) expect(after.state).toBe(state);
          for (const scope of after.state.scopes)
            if (scope.parent >= 0) expect(after.state.scopes.some(({ id }) => id === scope.parent)).toBe(true);
        }
      });
    }),
    runs,
  );
});

test('from states with the same key the same can be done, and it leads to states with the same keys', limit, () => {
  fc.assert(
    fc.property(tangle, fc.nat(), (model, seed) => {
      const net = tangledNet(model);
      const known = new Map<string, { state: State; next: string[] }>();
      const nextOf = (state: State) =>
        enabled(net, state, options)
          .map((act) => key(step(net, state, act, options).state))
          .sort();
      for (let round = 0; round < 4; round++) {
        walk(net, seed + round, 25, (_, __, after) => {
          // Which of two instances of a process is older, a key does not tell.
          const processes = after.scopes.filter(({ parent }) => parent < 0).map(({ scope }) => scope);
          if (new Set(processes).size < processes.length) return;
          const name = key(after);
          const before = known.get(name);
          if (!before) known.set(name, { state: after, next: nextOf(after) });
          else if (JSON.stringify(before.state) !== JSON.stringify(after)) expect(nextOf(after)).toEqual(before.next);
        });
      }
    }),
    runs,
  );
});

test('a model that did not change keeps every token', limit, () => {
  fc.assert(
    fc.property(tangle, fc.nat(), (model, seed) => {
      const net = tangledNet(model);
      walk(net, seed, 25, (_, __, state) => {
        const same = migrate(state, net, net);
        expect(same.dropped).toEqual([]);
      });
    }),
    runs,
  );
});

test('no random walk reaches what exhaustive search does not', limit, () => {
  fc.assert(
    fc.property(tangle, fc.nat(), (model, seed) => {
      const linked = tangledLinked(model);
      const [begin] = linkedBeginnings(linked);
      fc.pre(begin !== undefined);
      const way = runnable(linked);
      const found = explore(way, begin ?? [], 30);
      fc.pre(found.isComplete);
      const random = randomNumbers(seed);
      let state = (begin ?? []).reduce((at, act) => way.step(at, act, new Set()), way.nothing);
      for (let count = 0; count < 30; count++) {
        expect(found.has(state)).toBe(true);
        const acts = way.enabled(state);
        const act = acts[random(acts.length)];
        if (!act) return;
        state = way.step(state, act, new Set());
      }
    }),
    runs,
  );
});
