import { type Cmmn, is } from '../../../model/index.ts';
import { type CaseItem, caseItems, nameOfItem } from '../../case-queries.ts';
import { type ModelChange, remove, set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const singleUseFragment: Rule = {
  id: 'CB18',
  name: 'single-use-fragment',
  statement: 'A plan fragment holds several items, or is used in several places.',
  why: 'It is there to plan several things at once; for one thing in one place that is a detour.',
  severity: 'info',
  references: [],
  fix: { title: 'Let what it holds be planned itself', isSafe: true },
  check({ all, report }) {
    const uses = Map.groupBy(caseItems({ all }), ({ definitionRef }) => definitionRef);
    for (const fragment of all('cmmn:PlanFragment')) {
      const [only, ...others] = fragment.planItems;
      const [use, ...more] = uses.get(fragment) ?? [];
      if (is(fragment, 'cmmn:Stage') || !only || others.length + more.length > 0) continue;
      const fix = use && inlined(fragment, only, use);
      report(
        fragment,
        `${The(fragment)} holds ${the(only)} alone and is used once. Let that be planned itself.`,
        fix && { fix },
      );
    }
  },
};

/** Nothing where the item, or what holds the fragment, says more than which definition it is of. */
function inlined(fragment: Cmmn.PlanFragment, only: Cmmn.PlanItem, use: CaseItem): ModelChange[] | undefined {
  const isBare = fragment.sentries.length + only.entryCriteria.length + only.exitCriteria.length === 0;
  if (!isBare || only.itemControl || !only.definitionRef || only.get('extensionElements')) return undefined;
  const name = nameOfItem(only);
  return [set(use, 'definitionRef', only.definitionRef), ...(name ? [set(use, 'name', name)] : []), remove(fragment)];
}
