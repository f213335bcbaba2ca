import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explore } from '../../src/analysis/explore.ts';
import {
  type Act,
  emptyState,
  enabled,
  key,
  type LinkedAct,
  migrate,
  type Net,
  nothingRuns,
  runnable,
  type State,
  step,
} from '../../src/semantics/index.ts';
import { randomRun } from '../../src/simulation/index.ts';
import { type Block, blockLinked, blockModel, blockNet } from './block-model.ts';

const options = { unknown: 'choose', traced: true } as const;
const seed = fc.nat();
const start: LinkedAct = { in: 'processes', act: { do: 'start', node: 'P' } };
const bound = 500;
const runs = { numRuns: Number(process.env.PROCEDO_RUNS ?? 60) };

/** The acts of a random run. */
function walked(model: readonly Block[], number: number, most: number): Act[] {
  return processActs(randomRun(blockLinked(model), number, most).acts);
}

function processActs(acts: readonly LinkedAct[]): Act[] {
  return acts.flatMap((each) => (each.in === 'processes' ? [each.act] : []));
}

/** The states of a run, with the act that led to each. */
function statesOf(net: Net, acts: readonly Act[]): { act: Act; before: State; after: State }[] {
  let state = emptyState;
  return acts.map((act) => {
    const before = state;
    state = step(net, state, act, options).state;
    return { act, before, after: state };
  });
}

test('the same seed gives the same run, act by act and word by word', () => {
  fc.assert(
    fc.property(blockModel, seed, (model, number) => {
      const [one, other] = [walked(model, number, 100), walked(model, number, 100)];
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
      const net = blockNet(model);
      const traces = () =>
        one.reduce<[State, unknown[]]>(
          ([state, all], act) => {
            const after = step(net, state, act, options);
            return [after.state, [...all, after.trace]];
          },
          [emptyState, []],
        );
      expect(JSON.stringify(traces())).toBe(JSON.stringify(traces()));
    }),
    runs,
  );
});

test('a step leaves the state before it as it was, so that stepping back is going back to it', () => {
  fc.assert(
    fc.property(blockModel, seed, (model, number) => {
      const net = blockNet(model);
      for (const { act, before } of statesOf(net, walked(model, number, 60))) {
        const kept = JSON.stringify(before);
        const again = step(net, before, act, options).state;
        expect(JSON.stringify(before)).toBe(kept);
        expect(key(step(net, before, act, options).state)).toBe(key(again));
      }
    }),
    runs,
  );
});

test('a block-structured process never gets stuck', () => {
  fc.assert(
    fc.property(blockModel, (model) => {
      const found = explore(runnable(blockLinked(model)), [start], bound);
      expect(found.stuck).toEqual([]);
    }),
    runs,
  );
});

test('no random walk reaches what exhaustive search does not, and each path found leads where it says', () => {
  fc.assert(
    fc.property(blockModel, seed, (model, number) => {
      const net = blockNet(model);
      const found = explore(runnable(blockLinked(model)), [start], bound);
      fc.pre(found.isComplete);
      for (const { after } of statesOf(net, walked(model, number, 60))) {
        expect(found.has({ ...nothingRuns, processes: after })).toBe(true);
        const path = processActs(found.pathTo(key(after)) ?? []);
        expect(key(statesOf(net, path).at(-1)?.after ?? emptyState)).toBe(key(after));
      }
    }),
    runs,
  );
});

test('every act that is offered is possible, and one that is not changes nothing', () => {
  fc.assert(
    fc.property(blockModel, seed, (model, number) => {
      const net = blockNet(model);
      for (const { after } of statesOf(net, walked(model, number, 40))) {
        for (const act of enabled(net, after, options)) expect(step(net, after, act, options).refused).toBeUndefined();
        const refused = step(net, after, { do: 'finish', at: 999_999 }, options);
        expect(refused.refused).toBeDefined();
        expect(refused.state).toBe(after);
      }
    }),
    runs,
  );
});

test('a model that did not change keeps every token, and one that was halved drops only what it lost', () => {
  fc.assert(
    fc.property(blockModel, seed, (model, number) => {
      const net = blockNet(model);
      const other = blockNet(model.slice(0, 1));
      for (const { after } of statesOf(net, walked(model, number, 40))) {
        const same = migrate(after, net, net);
        expect(same.dropped).toEqual([]);
        expect(key(same.state)).toBe(key(after));
        const { state } = migrate(after, net, other);
        for (const act of enabled(other, state, options))
          expect(step(other, state, act, options).refused).toBeUndefined();
      }
    }),
    runs,
  );
});
