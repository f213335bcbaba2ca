/** What the analysis has shown of a model, for the rules that tell of it. */
import { analyzeCases, analyzeProcesses, type Verdict } from '../analysis/index.ts';
import type { Proof } from '../lint/index.ts';
import { type Cmmn, type Definitions, elementsById, is, readModel } from '../model/index.ts';

/**
 * What does not hold of all runs of a model, each finding with a run that shows it; what is not decided after `maxStates` states is
 * no finding.
 */
export function proofsOf(model: Definitions | Cmmn.Definitions, maxStates: number): Proof[] {
  return proofsIn(verdictsOf(model, maxStates), model);
}

/** The same by verdicts that are known: those on another model are passed over. */
export function proofsIn(verdicts: readonly Verdict[], model: Definitions | Cmmn.Definitions): Proof[] {
  const areOfCases = is(model, 'cmmn:Definitions');
  const witnesses = verdicts.filter(({ kind }) => (kind === 'case') === areOfCases).flatMap((each) => each.witnesses);
  if (witnesses.length === 0) return [];
  const byId = elementsById(model);
  return witnesses.map(({ elements, ...witness }) => ({
    ...witness,
    elements: elements.flatMap((id) => byId.get(id) ?? []),
  }));
}

/** Verdicts on models as XML, one after the other; what cannot be read has none. */
export function verdictsOfXml(models: readonly string[], maxStates: number): Verdict[] {
  return models.flatMap((xml) => {
    const { definitions } = readModel(xml);
    return definitions ? verdictsOf(definitions, maxStates) : [];
  });
}

function verdictsOf(model: Definitions | Cmmn.Definitions, maxStates: number): Verdict[] {
  if (is(model, 'bpmn:Definitions')) {
    const hasProcess = model.rootElements.some((root) => is(root, 'bpmn:Process'));
    return hasProcess ? analyzeProcesses([model], { maxStates }) : [];
  }
  // What can never happen in a case is shown without a run.
  return is(model, 'cmmn:Definitions') && model.cases.length > 0 ? analyzeCases([model], 0) : [];
}
