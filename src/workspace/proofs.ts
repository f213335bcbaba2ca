/** What the analysis has shown of a model, for the rules that tell of it. */
import { analyzeCases, analyzeProcesses, type Verdict } from '../analysis/index.ts';
import type { Proof } from '../lint/index.ts';
import { type Cmmn, type Definitions, elementsById, is } from '../model/index.ts';

/**
 * What does not hold of all runs of a model, each finding with a run that shows it; what is not decided after `maxStates` states is
 * no finding.
 */
export function proofsOf(model: Definitions | Cmmn.Definitions, maxStates: number): Proof[] {
  const verdicts = verdictsOf(model, maxStates);
  if (verdicts.every(({ witnesses }) => witnesses.length === 0)) return [];
  const byId = elementsById(model);
  return verdicts.flatMap(({ witnesses }) =>
    witnesses.map(({ elements, ...witness }) => ({
      ...witness,
      elements: elements.flatMap((id) => byId.get(id) ?? []),
    })),
  );
}

function verdictsOf(model: Definitions | Cmmn.Definitions, maxStates: number): Verdict[] {
  if (is(model, 'bpmn:Definitions')) {
    const hasProcess = model.rootElements.some((root) => is(root, 'bpmn:Process'));
    return hasProcess ? analyzeProcesses([model], { maxStates }) : [];
  }
  // What can never happen in a case is shown without a run.
  return is(model, 'cmmn:Definitions') && model.cases.length > 0 ? analyzeCases([model], 0) : [];
}
