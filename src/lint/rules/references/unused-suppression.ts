import type { Rule } from '../../rule.ts';

export const unusedSuppression: Rule = {
  id: 'REF10',
  name: 'unused-suppression',
  statement: 'A comment that suppresses a rule has a finding to suppress.',
  why: 'What it was written for is mended or gone, and the next finding of the rule there would go unseen.',
  severity: 'warning',
  references: [],
  fix: { title: 'Take away what suppresses nothing', isSafe: true },
  checkSuppression({ rules, unused }) {
    if (unused.length === 0) return undefined;
    const what = unused.length === rules.length ? 'this comment' : `${unused.join(', ')} from this comment`;
    return `There is no finding of ${unused.join(', ')} to suppress. Take ${what} away.`;
  },
};
