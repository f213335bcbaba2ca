import { is, type ModelElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const applicabilityRuleExists: Rule = {
  id: 'CM32',
  name: 'applicability-rule-exists',
  statement:
    'An item that can be planned, or a planning table in another, has applicability rules of the table around it.',
  why: 'Other rules are not looked at when people plan from this table.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.9',
  references: [],
  check({ all, report }) {
    for (const item of all('cmmn:TableItem')) {
      for (const rule of item.applicabilityRuleRefs) {
        if (rule.$parent && !tablesAround(item).has(rule.$parent))
          report(item, `${The(item)} has ${the(rule)} of another planning table. Put the rule into its own table.`);
      }
    }
  },
};

/** The planning tables that an item lies in; a table has its own rules too. */
function tablesAround(item: ModelElement): ReadonlySet<ModelElement> {
  const found = new Set<ModelElement>();
  for (let one: ModelElement | undefined = item; one; one = one.$parent) {
    if (is(one, 'cmmn:PlanningTable')) found.add(one);
    else if (one !== item) break;
  }
  return found;
}
