import { is, type ModelElement } from '../../../model/index.ts';
import { itemsWithin } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const onpartNotOwnParent: Rule = {
  id: 'CM19',
  name: 'onpart-not-own-parent',
  statement: 'No item waits for what happens to the stage that it lies in.',
  why: 'When the stage begins its items are not there yet, and when it ends they end with it.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  check({ all, report }) {
    const within = new Map<ModelElement, ReadonlySet<ModelElement>>();
    const uses = all('cmmn:Criterion');
    for (const criterion of uses) {
      const item = criterion.$parent;
      for (const part of criterion.sentryRef?.onParts ?? []) {
        const stage = is(part, 'cmmn:PlanItemOnPart') ? part.sourceRef : undefined;
        if (!item || !stage || !is(stage.definitionRef, 'cmmn:Stage')) continue;
        if (!within.has(stage)) within.set(stage, itemsWithin(stage));
        if (stage !== item && within.get(stage)?.has(item))
          report(criterion, `${The(item)} waits for ${the(stage)}, which it lies in. Wait for another item.`);
      }
    }
  },
};
