/** Holds a model against rules. */
import type { Severity } from '../base/problem.ts';
import type { Range } from '../base/range.ts';
import type { CmmnDefinitions, Definitions, ModelElement } from '../model/index.ts';
import type { ModelChange } from './fixes/model-change.ts';
import { lintModel, once } from './lint-model.ts';
import type { Proof, ProofStep } from './proof.ts';
import type { ActiveRule, FindingDetails, Rule, RuleContext, RuleFix } from './rule.ts';
import { typesAskedFor } from './types-asked-for.ts';

/** What a rule has found. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** What is wrong and what to do. */
  readonly message: string;
  readonly references: readonly string[];
  /** Id of the element, or of the nearest around it that has one. */
  readonly element: string | undefined;
  readonly range: Range | undefined;
  /** What mends it, if that can be said without a person. */
  readonly fix?: FindingFix | undefined;
  /** A shortest run that shows it, where it is about runs. */
  readonly run?: readonly ProofStep[] | undefined;
}

export interface FindingFix extends RuleFix {
  /** Of the elements of the model that was looked at. */
  readonly changes: readonly ModelChange[];
  /** What of a comment has no use. */
  readonly uncomment?: Uncomment;
}

/** A comment to take away, or words of it. */
export interface Uncomment {
  /** Of the comment with its marks. */
  readonly range: Range;
  /** None: the whole comment. */
  readonly words: readonly string[];
}

/** Where an element stands in its source; undefined if it has no place of its own. */
export type PlaceOf = (element: ModelElement) => Range | undefined;

export interface LintOptions {
  readonly hasDrawing: boolean;
  readonly placeOf: PlaceOf;
  /** What does not hold of all runs of the model, asked for once if at all; without it the rules about runs say nothing. */
  readonly proofs?: () => readonly Proof[];
  /** false: findings are only told, and what mends them is not looked for. */
  readonly withFixes?: boolean | undefined;
}

/** All findings of the rules, in their order. A rule that fails on a model is our mistake and throws. */
export function lint(
  definitions: Definitions | CmmnDefinitions,
  rules: readonly ActiveRule[],
  { hasDrawing, placeOf, proofs = () => [], withFixes = true }: LintOptions,
): Finding[] {
  const findings: Finding[] = [];
  let active: ActiveRule | undefined;
  // One context for all rules: to make one for each takes as long as the rules themselves.
  const context: { -readonly [K in keyof RuleContext]: RuleContext[K] } = {
    ...lintModel(definitions, hasDrawing),
    proofs: once(proofs),
    options: {},
    profile: undefined,
    report: (element, message, details) => {
      if (!active) return;
      const { rule, severity } = active;
      const references = details?.references ?? rule.references;
      const place = { element: idOf(element), range: rangeOf(element, placeOf) };
      const fix = withFixes ? fixOf(rule, details) : undefined;
      findings.push({ rule, severity, message, references, ...place, fix, run: details?.run });
    },
  };
  const asked = typesAskedFor(rules);
  for (let index = 0; index < rules.length; index++) {
    const types = asked[index];
    if (types && !context.hasAny(types)) continue;
    active = rules[index] as ActiveRule;
    context.options = active.options;
    context.profile = active.profile;
    active.rule.check?.(context);
  }
  return findings;
}

function fixOf({ fix }: Rule, details: FindingDetails = {}): FindingFix | undefined {
  const { fix: changes, fixTitle } = typeof details.fix === 'function' ? details.fix() : details;
  if (!fix || !changes || typeof changes === 'function') return undefined;
  return { title: fixTitle ?? fix.title, isSafe: fix.isSafe, changes };
}

function idOf(element: ModelElement): string | undefined {
  for (let around: ModelElement | undefined = element; around; around = around.$parent) {
    const id = around.get('id');
    if (typeof id === 'string') return id;
  }
  return undefined;
}

function rangeOf(element: ModelElement, placeOf: PlaceOf): Range | undefined {
  for (let around: ModelElement | undefined = element; around; around = around.$parent) {
    const place = placeOf(around);
    if (place) return place;
  }
  return undefined;
}
