/** Models run: scenarios and random runs, for every face. */
import type { Problem } from '../base/problem.ts';
import { contains, type Range } from '../base/range.ts';
import { buildLinked, type LinkedModel, linkedBeginnings } from '../semantics/index.ts';
import {
  runScenario as runLinked,
  type ScenarioFile,
  type ScenarioResult,
  type Simulation,
  simulate,
} from '../simulation/index.ts';
import { casesOf, processesOf } from './models-that-run.ts';
import { scenariosOf, type TextScenario } from './scenarios.ts';
import type { SourceDocument } from './source-document.ts';

export { readScenario } from '../simulation/index.ts';
export { coverableIn } from './coverable.ts';
export { type RecordedScenario, recordedScenario } from './recorded-scenario.ts';

/** Runs a scenario on its models, in the order in which it names them. */
export function runScenario({ scenario }: ScenarioFile, models: readonly SourceDocument[]): ScenarioResult {
  return runLinked(linkedOf(models), scenario);
}

/** All models of documents that run, in one. */
function linkedOf(documents: readonly SourceDocument[]): LinkedModel {
  return buildLinked(documents.flatMap((each) => [processesOf(each) ?? [], casesOf(each) ?? []].flat()));
}

/**
 * Runs the scenario blocks of a text on its models. A mistake in the text, outside of the other blocks, fails a scenario: its names may mean
 * something else than is meant.
 */
export function runTextScenarios(document: SourceDocument): ScenarioResult[] {
  const { problems } = document;
  const scenarios = document.scenarios ? scenariosOf(document.scenarios) : [];
  const model = linkedOf([document]);
  return scenarios.map((each) => {
    const { scenario } = each;
    const mistake = problems.find((problem) => problem.severity === 'error' && concerns(each, scenarios, problem));
    if (mistake) return broken(scenario.name, mistake.message, mistake.range ?? each.range);
    return runLinked(model, scenario);
  });
}

function concerns(own: TextScenario, all: readonly TextScenario[], { range }: Problem): boolean {
  return !range || !all.some((each) => each !== own && contains(each.whole, range.start));
}

function broken(name: string, message: string, range: Range): ScenarioResult {
  return { name, covered: new Set(), failure: { step: -1, message, range, possible: [] } };
}

/**
 * Runs the processes and cases of a document by chance.
 * @returns undefined: nothing in it can be started
 */
export function simulateRuns(document: SourceDocument, runs: number, seed: number): Simulation | undefined {
  const model = linkedOf([document]);
  return linkedBeginnings(model).length > 0 ? simulate(model, runs, seed) : undefined;
}
