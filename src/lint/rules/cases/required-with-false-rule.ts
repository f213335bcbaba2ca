import { is } from '../../../model/index.ts';
import { constantOf } from '../../case-queries.ts';
import { remove } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { kindOf, the } from '../../words.ts';

export const requiredWithFalseRule: Rule = {
  id: 'CB09',
  name: 'required-with-false-rule',
  statement:
    'A rule whose condition never holds is not there, unless it says that an item starts by itself, and one that always holds has no condition.',
  why: 'That says the same in fewer words.',
  severity: 'info',
  references: [],
  fix: { title: 'Say it without a condition', isSafe: true },
  check({ all, report }) {
    const rules = [...all('cmmn:RequiredRule'), ...all('cmmn:RepetitionRule'), ...all('cmmn:ManualActivationRule')];
    for (const rule of rules) {
      if (!rule.condition?.body) continue;
      const constant = constantOf(rule.condition);
      const owner = rule.$parent?.$parent ?? rule;
      // To start by itself is what some engines take for granted, and others want to be told (`manual-activation-explicit`).
      if (constant === false && !is(rule, 'cmmn:ManualActivationRule'))
        report(rule, `The ${kindOf(rule)} of ${the(owner)} never holds. Take it away.`, { fix: [remove(rule)] });
      if (constant === true)
        report(rule, `The ${kindOf(rule)} of ${the(owner)} always holds. Take its condition away.`, {
          fix: [remove(rule.condition)],
        });
    }
  },
};
