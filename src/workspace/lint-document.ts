/** The rules held against a document, text or XML. */
import type { Verdict } from '../analysis/index.ts';
import { hasErrors } from '../base/problem.ts';
import { type ActiveRule, type Finding, lint, type PlaceOf, withSuppressions } from '../lint/index.ts';
import { elementsById, is, sourceOf } from '../model/index.ts';
import { proofsIn, proofsOf } from './proofs.ts';
import type { SourceDocument } from './source-document.ts';

export interface LintDocumentOptions {
  /** Whether comments in the document may take findings away, as they may where nothing is said. */
  readonly suppressions?: boolean;
  /** How many states may be looked at for each process, to prove how it behaves; nothing is proven without it. */
  readonly maxStates?: number;
  /** Verdicts that are known, in place of looking. */
  readonly verdicts?: readonly Verdict[];
  /** false: findings come without what mends them, which takes a while to find. */
  readonly withFixes?: boolean;
}

/**
 * What the rules find in a document, without what its comments suppress. Of a text with errors nothing: its model has holes
 * where the mistakes are, and the problems of the document say them. Elements of a text stand where the source map has them.
 */
export function lintDocument(
  document: SourceDocument,
  rules: readonly ActiveRule[],
  { suppressions = true, maxStates, verdicts, withFixes }: LintDocumentOptions = {},
): Finding[] {
  const { kind, problems, definitions, cases, sourceMap } = document;
  if (kind === 'unreadable' || (kind === 'text' && hasErrors(problems))) return [];
  const ofText: PlaceOf = (element) => {
    const id = element.get('id');
    const place = typeof id === 'string' ? sourceMap?.rangeOf(id) : undefined;
    // Most flows have no words of their own: they stand where they leave.
    return place ?? (is(element, 'bpmn:SequenceFlow') && element.sourceRef ? ofText(element.sourceRef) : undefined);
  };
  const isText = kind === 'text' || kind === 'mermaid';
  const options = { hasDrawing: !isText, placeOf: isText ? ofText : sourceOf, withFixes };
  const models = [definitions, cases].filter((model) => model !== undefined);
  const findings = models.flatMap((model) => {
    const proofs = () => {
      if (verdicts) return proofsIn(verdicts, model);
      return maxStates === undefined ? [] : proofsOf(model, maxStates);
    };
    return lint(model, rules, { ...options, proofs });
  });
  // Most documents have no word to us in a comment, and to list comments takes a walk through all tokens.
  if (!suppressions || !document.text.includes('lint-')) return findings;
  let ids: ReadonlySet<string> | undefined;
  const isElement = (id: string) => {
    ids ??= new Set(models.flatMap((model) => [...elementsById(model).keys()]));
    return ids.has(id);
  };
  return withSuppressions(findings, document.comments?.() ?? [], rules, isElement);
}

export { activeRules, isInPreset, presetNames, readConfiguration, ruleNamed, rules } from '../lint/index.ts';
