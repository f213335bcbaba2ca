import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const casePlanModelRequired: Rule = {
  id: 'CM01',
  name: 'case-plan-model-required',
  statement: 'A case has a case plan model.',
  why: 'The plan says what can be done in the case.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.2.1',
  references: [],
  check({ all, report }) {
    for (const one of all('cmmn:Case')) {
      if (!one.casePlanModel) report(one, `${The(one)} has no plan. Give it a case plan model.`);
    }
  },
};
