/** The findings that the comments of a document leave, and what is wrong with these comments. */
import type { SourceComment } from '../base/source-comment.ts';
import type { ActiveRule, Finding } from './lint.ts';
import { ruleNamed } from './settings.ts';
import { suppress } from './suppressions.ts';

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
      return [{ rule, severity, message, references, element: undefined, range: suppression.range }];
    }),
  );
  return [...left, ...ofComments];
}
