/** Models run: scenarios and random runs, for every face. */
import type { Problem } from '../base/problem.ts';
import { contains, type Range } from '../base/range.ts';
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
import { scenariosOf, type TextScenario } from './scenarios.ts';
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
 * Runs the scenario blocks of a text on its models. A mistake in the text, outside of the other blocks, fails a scenario: its names may mean
 * something else than is meant.
 */
export function runTextScenarios(document: SourceDocument): ScenarioResult[] {
  const { problems } = document;
  const scenarios = document.scenarios ? scenariosOf(document.scenarios) : [];
  const [processes, cases] = [processesOf(document), casesOf(document)];
  const net = processes && buildNet([processes]);
  const plan = cases && buildCasePlan([cases]);
  return scenarios.map((each) => {
    const { scenario } = each;
    const mistake = problems.find((problem) => problem.severity === 'error' && concerns(each, scenarios, problem));
    if (mistake) return broken(scenario.name, mistake.message, mistake.range ?? each.range);
    const result =
      scenario.kind === 'cmmn' ? plan && runCaseScenario(plan, scenario) : net && runProcessScenario(net, scenario);
    return result ?? broken(scenario.name, 'The text holds nothing that could run.', each.range);
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
