/** The findings that the comments of a document leave, and what is wrong with these comments. */
import type { SourceComment } from '../base/source-comment.ts';
import type { Finding, FindingFix } from './lint.ts';
import type { ActiveRule, Rule } from './rule.ts';
import { ruleNamed } from './settings.ts';
import { type Suppression, suppress } from './suppressions.ts';

/**
 * Takes away what comments suppress, and adds what the rules about such comments find. `rules` are those that were on,
 * `isElement` says whether an id is that of an element of the document.
 */
export function withSuppressions(
  findings: readonly Finding[],
  comments: readonly SourceComment[],
  rules: readonly ActiveRule[],
  isElement: (id: string) => boolean,
): Finding[] {
  const on = new Set(rules.map(({ rule }) => rule.id));
  const { left, suppressions } = suppress(findings, comments, {
    idsOfRule: (word) => ruleNamed(word).map(({ id }) => id),
    isOn: (id) => on.has(id),
    isElement,
  });
  const ofComments = rules.flatMap(({ rule, severity }) =>
    suppressions.flatMap((suppression): Finding[] => {
      const message = rule.checkSuppression?.(suppression);
      if (message === undefined) return [];
      const { references } = rule;
      const fix = fixOf(rule, suppression);
      return [{ rule, severity, message, references, element: undefined, range: suppression.range, fix }];
    }),
  );
  return [...left, ...ofComments];
}

/** What is not decided of runs is no finding, and may be one when somebody looks longer: such a word goes only if it is asked for. */
function fixOf({ fix }: Rule, { range, rules, unused }: Suppression): FindingFix | undefined {
  if (!fix || unused.length === 0) return undefined;
  const mayCome = unused.some((word) => ruleNamed(word).some(({ isOfRuns }) => isOfRuns));
  const words = unused.length === rules.length ? [] : unused;
  return { title: fix.title, isSafe: fix.isSafe && !mayCome, changes: [], uncomment: { range, words } };
}
