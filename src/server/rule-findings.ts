import { isRecord } from '../base/is-record.ts';
import type { Problem } from '../base/problem.ts';
import { comparePositions, type Position } from '../base/range.ts';
import type { Finding, SourceDocument } from '../workspace/index.ts';
import type { DocumentFinding } from './document-finding.ts';

/** What rules have found in a document, as it is told: in the order of the text. */
export function ruleFindings(findings: readonly Finding[], document: SourceDocument): DocumentFinding[] {
  const found = findings.map((finding) => findingOf(finding, document));
  return found.sort((a, b) => comparePositions(startOf(a), startOf(b)));
}

function startOf({ range: place }: Problem): Position {
  return place?.start ?? { line: 0, character: 0 };
}

function findingOf(finding: Finding, { sourceMap }: SourceDocument): DocumentFinding {
  const { rule, severity, message, element, range: place, run = [], fix } = finding;
  return {
    severity,
    code: rule.name,
    message,
    ...(place && { range: place }),
    ...(element !== undefined && { element }),
    by: rule.isOfRuns ? 'runs' : 'model',
    related: choicesIn(run, sourceMap),
    fix: fix && (fix.isSafe ? 'safe' : 'asked'),
    isUnnecessary: unnecessary.has(rule.name),
    run: run.flatMap(({ act }) => (isRecord(act) ? [act] : [])),
  };
}

/** More places than these help nobody. */
const mostRelated = 5;

/** The ways that a run chose, the latest first: one of them has led there. */
function choicesIn(
  run: NonNullable<Finding['run']>,
  sourceMap: SourceDocument['sourceMap'],
): DocumentFinding['related'] {
  const choices = run.toReversed().flatMap(({ act, sentence }) => {
    const flows = isRecord(act) && Array.isArray(act.flows) ? act.flows : [];
    return flows.flatMap((id) => {
      const place = sourceMap?.rangeOf(String(id));
      return place ? [{ range: place, message: `The run that leads there: ${sentence}` }] : [];
    });
  });
  return choices.slice(0, mostRelated);
}

/** Rules about what may as well be left out. */
const unnecessary: ReadonlySet<string> = new Set([
  'data-object-unused',
  'dead-activity',
  'empty-lane',
  'listener-unused',
  'superfluous-flow-label',
  'superfluous-termination',
  'unused-definition',
  'unused-suppression',
]);
