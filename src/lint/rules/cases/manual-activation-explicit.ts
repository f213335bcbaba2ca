import { type Cmmn, is } from '../../../model/index.ts';
import { caseItems, controlOf } from '../../case-queries.ts';
import type { ModelChange } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const manualActivationExplicit: Rule = {
  id: 'CB14',
  name: 'manual-activation-explicit',
  statement: 'A task or stage says whether a person starts it.',
  why: 'Where nothing is said CMMN 1.1 starts it by itself; CMMN 1.0 and some engines wait for a person.',
  severity: 'info',
  clause: 'CMMN 1.1, 5.4.11',
  references: [],
  fix: { title: 'Say that it starts by itself', isSafe: true },
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const { definitionRef } = item;
      const isWork = is(definitionRef, 'cmmn:Task') || is(definitionRef, 'cmmn:Stage');
      if (isWork && !controlOf(item)?.manualActivationRule)
        report(
          item,
          `${The(item)} does not say whether a person starts it. Give it a manual activation rule, with the condition false if it starts by itself.`,
          { fix: [startsByItself(item)] },
        );
    }
  },
};

/** What has no rule starts by itself (CMMN 1.1, 5.4.11.1). The control of an item goes before that of its definition. */
function startsByItself(item: Cmmn.PlanItem | Cmmn.DiscretionaryItem): ModelChange {
  const condition = { type: 'cmmn:Expression', values: { body: 'false' } } as const;
  const rule = { type: 'cmmn:ManualActivationRule', values: { condition } } as const;
  const control = item.itemControl ?? item.definitionRef?.defaultControl;
  if (control) return { kind: 'add', parent: control, property: 'manualActivationRule', element: rule };
  const element = { type: 'cmmn:PlanItemControl', values: { manualActivationRule: rule } } as const;
  return { kind: 'add', parent: item, property: 'itemControl', element };
}
