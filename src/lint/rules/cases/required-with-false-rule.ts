import { constantOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { kindOf, the } from '../../words.ts';

export const requiredWithFalseRule: Rule = {
  id: 'CB09',
  name: 'required-with-false-rule',
  statement: 'A rule whose condition never holds is not there, and one that always holds has no condition.',
  why: 'That says the same in fewer words.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    const rules = [...all('cmmn:RequiredRule'), ...all('cmmn:RepetitionRule'), ...all('cmmn:ManualActivationRule')];
    for (const rule of rules) {
      if (!rule.condition?.body) continue;
      const constant = constantOf(rule.condition);
      const owner = rule.$parent?.$parent ?? rule;
      if (constant === false) report(rule, `The ${kindOf(rule)} of ${the(owner)} never holds. Take it away.`);
      if (constant === true)
        report(rule, `The ${kindOf(rule)} of ${the(owner)} always holds. Take its condition away.`);
    }
  },
};
