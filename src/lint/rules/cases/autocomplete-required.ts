import { type Cmmn, is } from '../../../model/index.ts';
import { controlOf, itemsIn } from '../../case-queries.ts';
import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const autocompleteRequired: Rule = {
  id: 'CM27',
  name: 'autocomplete-required',
  statement: 'A stage whose items may stay open completes by itself, or says what people do in it.',
  why: 'Without `autoComplete` it waits for a person to complete it when something in it never begins.',
  severity: 'info',
  clause: 'CMMN 1.1, 8.6.1',
  references: [],
  fix: { title: 'Let it complete by itself', isSafe: false },
  check({ all, report }) {
    for (const stage of all('cmmn:Stage')) {
      const items = itemsIn(stage);
      const leavesIt = stage.planItems.find(mayStayOpen);
      // What can be planned, and what is required, is there for people who know when all is done.
      const isForPeople = items.length > stage.planItems.length || items.some((item) => controlOf(item)?.requiredRule);
      if (leavesIt && !stage.autoComplete && !isForPeople)
        report(
          stage,
          `${The(stage)} waits for a person to complete it, since ${the(leavesIt)} may never be over. Set autoComplete and require what must be done, or leave it if people complete it.`,
          { fix: [set(stage, 'autoComplete', true)] },
        );
    }
  },
};

/** What waits for something that need not happen. */
function mayStayOpen(item: Cmmn.PlanItem): boolean {
  const isWaiting = is(item.definitionRef, 'cmmn:EventListener') || item.entryCriteria.length > 0;
  return isWaiting || controlOf(item)?.repetitionRule !== undefined;
}
