import { type Cmmn, is, olderNamespaceOf } from '../../../model/index.ts';
import { type CaseItem, caseItems, caseOf, constantOf, controlOf } from '../../case-queries.ts';
import type { ModelChange, NewElement } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { count, The, the } from '../../words.ts';

export const manualActivationExplicit: Rule = {
  id: 'CB14',
  name: 'manual-activation-explicit',
  statement:
    'In CMMN 1.0 tasks and stages say whether a person starts them; in CMMN 1.1 all of a case do, if one says that it starts by itself.',
  why: 'What says nothing waits for a person by CMMN 1.0 and starts by itself by CMMN 1.1, and engines go by either. Where one item says it, silence looks as if it meant the other.',
  severity: 'info',
  clause: 'CMMN 1.1, 5.4.11',
  references: [],
  fix: { title: 'Say that it starts by itself', isSafe: true },
  check({ all, definitions, report }) {
    const work = caseItems({ all }).filter(
      ({ definitionRef }) => is(definitionRef, 'cmmn:Task') || is(definitionRef, 'cmmn:Stage'),
    );
    for (const [around, items] of Map.groupBy(work, caseOf)) {
      const silent = items.filter((item) => !ruleOf(item));
      if (!around || silent.length === 0) continue;
      if (olderNamespaceOf(definitions))
        report(
          around,
          `${The(around)} is in CMMN 1.0, where a person starts what does not say so; by CMMN 1.1 it starts by itself. Give ${count(silent.length, 'item')} a manual activation rule, such as ${the(silent[0] ?? around)}.`,
          { fix: silent.map((item) => saying(item, {})), fixTitle: 'Say of each that a person starts it' },
        );
      else if (items.some((item) => constantOf(ruleOf(item)?.condition) === false))
        for (const item of silent)
          report(
            item,
            `${The(item)} does not say whether a person starts it, and others of the case do. Give it a manual activation rule, with the condition false if it starts by itself.`,
            { fix: [saying(item, { condition: { type: 'cmmn:Expression', values: { body: 'false' } } })] },
          );
    }
  },
};

function ruleOf(item: CaseItem): Cmmn.ManualActivationRule | undefined {
  return controlOf(item)?.manualActivationRule;
}

/** The control of an item goes before that of its definition. */
function saying(item: CaseItem, values: NewElement['values']): ModelChange {
  const rule = { type: 'cmmn:ManualActivationRule', values } as const;
  const control = item.itemControl ?? item.definitionRef?.defaultControl;
  if (control) return { kind: 'add', parent: control, property: 'manualActivationRule', element: rule };
  const element = { type: 'cmmn:PlanItemControl', values: { manualActivationRule: rule } } as const;
  return { kind: 'add', parent: item, property: 'itemControl', element };
}
