import { is, type ModelElement } from '../../../model/index.ts';
import { itemsIn } from '../../case-queries.ts';
import { gathering } from '../../fixes/gathering.ts';
import type { Rule } from '../../rule.ts';
import { count, The } from '../../words.ts';

export const maxStageItems: Rule = {
  id: 'CB15',
  name: 'max-stage-items',
  statement: 'A stage has few items, and stages lie in few others.',
  why: 'More cannot be taken in at a glance.',
  severity: 'info',
  references: [],
  options: { items: 12, nesting: 3 },
  fix: { title: 'Put items that have to do with no others into a stage', isSafe: false },
  check(context) {
    const { all, options, report } = context;
    const { items: mostItems, nesting: mostNesting } = options;
    for (const stage of all('cmmn:PlanFragment')) {
      const items = itemsIn(stage).length;
      if (typeof mostItems === 'number' && items > mostItems)
        report(stage, `${The(stage)} has ${count(items, 'item')}, ${mostItems} is the most. Put some into a stage.`, {
          fix: gathering(stage, context),
        });
      const depth = depthOf(stage);
      if (typeof mostNesting === 'number' && depth > mostNesting)
        report(
          stage,
          `${The(stage)} lies in ${count(depth, 'stage')}, ${mostNesting} is the most. Make it a case of its own, or dissolve one around it.`,
        );
    }
  },
};

function depthOf(stage: ModelElement): number {
  let depth = 0;
  for (let one = stage.$parent; one; one = one.$parent) if (is(one, 'cmmn:PlanFragment')) depth++;
  return depth;
}
