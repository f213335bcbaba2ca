import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const planModelNotEmpty: Rule = {
  id: 'CM02',
  name: 'plan-model-not-empty',
  statement: 'A case plan model and each stage has a plan item or a discretionary item.',
  why: 'There is nothing to do in it.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const stage of all('cmmn:Stage')) {
      const number = stage.planItems.length + (stage.planningTable?.tableItems.length ?? 0);
      if (number === 0) report(stage, `${The(stage)} has nothing in it. Add a plan item, or take it away.`);
    }
  },
};
