/** What somebody did in a run, written down as a scenario, leads to the same end. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../src/model/index.ts';
import { buildLinked, key, type LinkedModel, type Net, type State, step } from '../../src/semantics/index.ts';
import { playScenario, Session } from '../../src/simulation/index.ts';
import { SourceReader } from '../../src/workspace/index.ts';
import { processesOf } from '../../src/workspace/models-that-run.ts';
import { recordScenario } from '../../src/workspace/runs.ts';
import { scenariosOf } from '../../src/workspace/scenarios.ts';
import { memoryFiles } from './memory-files.ts';

const folder = join(import.meta.dirname, '../../examples');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.procedo'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
  .filter(([, text]) => /^process /m.test(text));

async function read(text: string) {
  const path = '/recorded.procedo';
  const document = await new SourceReader(memoryFiles({ [path]: text })).open(path, new TextEncoder().encode(text));
  const model = buildLinked([processesOf(document) as Definitions]);
  return { document, model };
}

/** A run in which each number picks one of the acts that are possible, some with a variable. */
function play(model: LinkedModel, picks: readonly number[]): Session {
  const session = new Session(model);
  for (const pick of picks) {
    const acts = session.acts();
    const each = acts[pick % acts.length];
    if (!each) break;
    const act = each.in === 'processes' ? each.act : undefined;
    const set = { picked: pick, said: `a "b" \\ ${pick}`, list: [true, null] };
    session.do(pick % 5 === 0 && act?.do === 'finish' ? { in: 'processes', act: { ...act, set } } : each);
  }
  return session;
}

/** The state at the last moment at which nobody had to choose, what rests gone on. */
function calmEnd(net: Net, states: readonly State[]): string {
  const calm = states.findLast(({ scopes }) =>
    scopes.every(({ instances }) => instances.every(({ kind }) => kind !== 'choice')),
  );
  let state = calm ?? { next: 1, scopes: [], messages: [], failures: [] };
  for (;;) {
    const scope = state.scopes.find(({ resting }) => resting.length > 0);
    if (!scope) return key(state);
    const flow = net.flows[scope.resting[0] ?? -1]?.id ?? '';
    state = step(net, state, { do: 'advance', scope: scope.id, flow }).state;
  }
}

describe.each(examples)('a run of %s', (_, text) => {
  test('written down, does the same', async () => {
    const { document, model } = await read(text);
    const { net } = model;
    let recorded = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 25 }), async (picks) => {
        const session = play(model, picks);
        const steps = session.history.whole ?? [];
        const source = document.scenarios;
        const block =
          source &&
          recordScenario(
            source,
            model,
            steps.flatMap(({ act }) => (act.in === 'processes' ? [act.act] : [])),
            'recorded',
          );
        if (block === undefined) return;
        recorded++;
        const again = await read(`${text}\n${block}`);
        expect(
          again.document.problems.filter(({ severity }) => severity === 'error'),
          block,
        ).toEqual([]);
        const found =
          again.document.scenarios &&
          scenariosOf(again.document.scenarios).find(({ scenario }) => scenario.name === 'recorded');
        if (!found) throw new Error(`Nothing was read:\n${block}`);
        const { player, failure } = playScenario(again.model, found.scenario);
        expect(failure, block).toBeUndefined();
        expect(key(player.processes.state), block).toBe(
          calmEnd(
            net,
            steps.map(({ state }) => state.processes),
          ),
        );
      }),
      { numRuns: 10 },
    );
    expect(recorded, 'most runs can be written down').toBeGreaterThan(2);
  });
});
