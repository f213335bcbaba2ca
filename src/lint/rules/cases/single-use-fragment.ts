import { is } from '../../../model/index.ts';
import { caseItems } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const singleUseFragment: Rule = {
  id: 'CB18',
  name: 'single-use-fragment',
  statement: 'A plan fragment holds several items, or is used in several places.',
  why: 'It is there to plan several things at once; for one thing in one place that is a detour.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    const uses = Map.groupBy(caseItems({ all }), ({ definitionRef }) => definitionRef);
    for (const fragment of all('cmmn:PlanFragment')) {
      const [only, ...others] = fragment.planItems;
      if (is(fragment, 'cmmn:Stage') || !only || others.length > 0 || (uses.get(fragment)?.length ?? 0) > 1) continue;
      report(fragment, `${The(fragment)} holds ${the(only)} alone and is used once. Let that be planned itself.`);
    }
  },
};
