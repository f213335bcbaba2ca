/** Models run: scenarios and random runs, for every face. */
import { type CmmnDefinitions, type Definitions, is } from '../model/index.ts';
import { buildCasePlan, buildLinked, buildNet, type LinkedModel, linkedBeginnings } from '../semantics/index.ts';
import {
  runCaseScenario,
  runProcessScenario,
  type ScenarioFile,
  type ScenarioResult,
  type Simulation,
  simulate,
} from '../simulation/index.ts';
import type { SourceDocument } from './source-document.ts';

export { readScenario } from '../simulation/index.ts';
export { coverableIn } from './coverable.ts';

/** The processes of a document; none: it holds no process, or cannot be read. */
export function processesOf({ definitions }: SourceDocument): Definitions | undefined {
  if (!definitions || !is(definitions, 'bpmn:Definitions')) return undefined;
  return definitions.rootElements.some((root) => root.$type === 'bpmn:Process') ? definitions : undefined;
}

/** The cases of a document; none: it holds no case, or cannot be read. */
export function casesOf({ definitions, cases }: SourceDocument): CmmnDefinitions | undefined {
  const found = cases ?? (definitions && is(definitions, 'cmmn:Definitions') ? definitions : undefined);
  return found && found.cases.length > 0 ? found : undefined;
}

/** Runs a scenario on its models, in the order in which it names them. */
export function runScenario({ scenario }: ScenarioFile, models: readonly SourceDocument[]): ScenarioResult {
  if (scenario.kind === 'cmmn')
    return runCaseScenario(buildCasePlan(models.flatMap((model) => casesOf(model) ?? [])), scenario);
  return runProcessScenario(buildNet(models.flatMap((model) => processesOf(model) ?? [])), scenario);
}

/** All models of documents that run, in one. */
function linkedOf(documents: readonly SourceDocument[]): LinkedModel {
  return buildLinked(documents.flatMap((each) => [processesOf(each) ?? [], casesOf(each) ?? []].flat()));
}

/**
 * Runs the processes and cases of a document by chance.
 * @returns undefined: nothing in it can be started
 */
export function simulateRuns(document: SourceDocument, runs: number, seed: number): Simulation | undefined {
  const model = linkedOf([document]);
  return linkedBeginnings(model).length > 0 ? simulate(model, runs, seed) : undefined;
}
