import { is, type ModelElement } from '../../../model/index.ts';
import { itemsIn } from '../../case-queries.ts';
import { reachable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const noStageRecursion: Rule = {
  id: 'CM05',
  name: 'no-stage-recursion',
  statement: 'No stage holds itself, in its items or in what these hold.',
  why: 'Each stage would begin another one inside, without end.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.8',
  references: [],
  check({ all, report }) {
    for (const stage of all('cmmn:PlanFragment')) {
      for (const item of itemsIn(stage)) {
        const within = reachable([item], definitions);
        if (within.has(stage))
          report(item, `${The(item)} puts ${the(stage)} into itself. Let it have a definition that does not hold it.`);
      }
    }
  },
};

/** The definition of an item, the items that a definition holds. */
function definitions(element: ModelElement): readonly (ModelElement | undefined)[] {
  if (is(element, 'cmmn:PlanFragment')) return itemsIn(element);
  const definition = element.get('definitionRef');
  return is(definition, 'cmmn:PlanFragment') ? [definition] : [];
}
