import { is } from '../../../model/index.ts';
import { caseItems, controlOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const manualActivationExplicit: Rule = {
  id: 'CB14',
  name: 'manual-activation-explicit',
  statement: 'A task or stage says whether a person starts it.',
  why: 'Where nothing is said CMMN 1.1 starts it by itself; CMMN 1.0 and some engines wait for a person.',
  severity: 'info',
  clause: 'CMMN 1.1, 5.4.11',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const { definitionRef } = item;
      const isWork = is(definitionRef, 'cmmn:Task') || is(definitionRef, 'cmmn:Stage');
      if (isWork && !controlOf(item)?.manualActivationRule)
        report(
          item,
          `${The(item)} does not say whether a person starts it. Give it a manual activation rule, with the condition false if it starts by itself.`,
        );
    }
  },
};
