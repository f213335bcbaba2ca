import type { Severity } from '../base/problem.ts';
import { findingCodes, type SourceDocument, type Verdict } from '../workspace/index.ts';
import type { DocumentFinding } from './document-finding.ts';

type Witness = Verdict['witnesses'][number];

/** What cannot be completed is an error; all else may be meant. */
const severities: Readonly<Record<Witness['property'], Severity>> = {
  optionToComplete: 'error',
  sound: 'warning',
  properCompletion: 'warning',
  safe: 'warning',
  noDeadActivities: 'warning',
  criterion: 'warning',
};

/** More places than these that a finding has to do with help nobody. */
const mostRelated = 5;

/** What verdicts say of a document, at the places of the elements that they are about. */
export function analysisFindings(verdicts: readonly Verdict[], document: SourceDocument): DocumentFinding[] {
  return verdicts.flatMap(({ witnesses }) => witnesses.map((witness) => findingOf(witness, document.sourceMap)));
}

function findingOf(witness: Witness, sourceMap: SourceDocument['sourceMap']): DocumentFinding {
  const { property, message, elements, run } = witness;
  const [element] = elements.filter((id) => sourceMap?.rangeOf(id));
  const range = sourceMap?.rangeOf(element ?? '');
  const places = new Set([range]);
  const related = [...choicesIn(run), ...others(witness)].flatMap(({ id, message: words }) => {
    const place = sourceMap?.rangeOf(id);
    if (!place || places.has(place)) return [];
    places.add(place);
    return [{ range: place, message: words }];
  });
  return {
    severity: severities[property],
    code: findingCodes[property],
    message,
    ...(range && { range }),
    ...(element !== undefined && { element }),
    by: 'analysis',
    related: related.slice(0, mostRelated),
    isUnnecessary: property === 'noDeadActivities',
    run: run.map(({ act }) => act),
  };
}

interface Related {
  readonly id: string;
  readonly message: string;
}

/** The ways that were chosen, the latest first: one of them has led there. */
function choicesIn(run: Witness['run']): Related[] {
  return run.toReversed().flatMap(({ act, sentence }) => {
    const flows = act.do === 'choose' && 'flows' in act ? act.flows : [];
    return flows.map((id) => ({ id, message: `The run that leads there: ${sentence}` }));
  });
}

function others({ property, elements }: Witness): Related[] {
  const message = property === 'optionToComplete' ? 'This is held up too.' : 'This has to do with it.';
  return elements.slice(1).map((id) => ({ id, message }));
}
