import { remove } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const defaultControlCasePlan: Rule = {
  id: 'CM25',
  name: 'default-control-case-plan',
  statement: 'A case plan model has no default control.',
  why: 'It is no item of another stage: nothing could require, repeat or start it.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.1',
  references: [],
  fix: { title: 'Remove the default control', isSafe: true },
  check({ all, report }) {
    for (const { casePlanModel } of all('cmmn:Case')) {
      if (casePlanModel?.defaultControl)
        report(casePlanModel, `${The(casePlanModel)} is the plan of a case and has a default control. Take it away.`, {
          fix: [remove(casePlanModel.defaultControl)],
        });
    }
  },
};
