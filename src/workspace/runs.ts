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
import type { CalledFile } from './called-file.ts';
import { modelsOf } from './models-that-run.ts';
import { scenariosOf, type TextScenario } from './scenarios.ts';
import type { SourceDocument } from './source-document.ts';

export { placeOfStep, readScenario } from '../simulation/index.ts';
export { type CalledFile, xmlOf } from './called-file.ts';
export { calledFiles } from './called-models.ts';
export { coverableIn } from './coverable.ts';
export { type RecordedScenario, recordedScenario } from './recorded-scenario.ts';

/** Runs a scenario on its models, in the order in which it names them, and on what these call in other files. */
export function runScenario(
  { scenario }: ScenarioFile,
  models: readonly SourceDocument[],
  called: readonly CalledFile[],
): ScenarioResult {
  return runLinked(linkedOf(models, called), scenario);
}

/** All models of documents that run, in one. */
function linkedOf(documents: readonly SourceDocument[], called: readonly CalledFile[]): LinkedModel {
  return buildLinked(
    documents.flatMap(modelsOf),
    called.flatMap(({ models }) => models),
  );
}

/**
 * Runs the scenario blocks of a text on its models, and on what these call in other files. A mistake in the text, outside of the other blocks,
 * fails a scenario: its names may mean something else than is meant.
 */
export function runTextScenarios(document: SourceDocument, called: readonly CalledFile[]): ScenarioResult[] {
  const { problems } = document;
  const scenarios = document.scenarios ? scenariosOf(document.scenarios, called) : [];
  const model = linkedOf([document], called);
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
 * Runs the processes and cases of a document by chance, with what these call in other files.
 * @returns undefined: nothing in it can be started
 */
export function simulateRuns(
  document: SourceDocument,
  called: readonly CalledFile[],
  runs: number,
  seed: number,
): Simulation | undefined {
  const model = linkedOf([document], called);
  return linkedBeginnings(model).length > 0 ? simulate(model, runs, seed) : undefined;
}
