import type { Rule } from '../../rule.ts';

export const suppressionNeedsReason: Rule = {
  id: 'REF11',
  name: 'suppression-needs-reason',
  statement: 'A comment that suppresses a rule says why.',
  why: 'Who reads it later must know whether the reason still holds.',
  severity: 'warning',
  references: [],
  checkSuppression({ directive, rules, reason }) {
    if (directive === 'lint-enable' || rules.length === 0 || reason !== undefined) return undefined;
    return `Nothing says why ${rules.join(', ')} does not count here. Put a colon and the reason at the end of the comment.`;
  },
};
