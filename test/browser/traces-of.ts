/** What random runs of models leave behind, as a text: the same in Node and in a browser. */
import { is, readModel } from '../../src/model/index.ts';
import { buildLinked, linkedKey, nothingRuns, stepLinked } from '../../src/semantics/index.ts';
import { randomRun } from '../../src/simulation/index.ts';

/** For each model in XML: the acts, traces and last marking of a run by chance of so many acts at most. */
export function tracesOf(models: readonly string[], seed: number, acts: number): string[] {
  return models.map((xml) => {
    const { definitions } = readModel(xml);
    if (!definitions || !(is(definitions, 'bpmn:Definitions') || is(definitions, 'cmmn:Definitions'))) return '';
    const model = buildLinked([definitions]);
    let state = nothingRuns;
    const traces = randomRun(model, seed, acts).acts.map((act) => {
      const step = stepLinked(model, state, act);
      state = step.state;
      return [act, step.trace];
    });
    return `${JSON.stringify(traces)}\n${linkedKey(state)}`;
  });
}

Object.assign(globalThis, { tracesOf });
