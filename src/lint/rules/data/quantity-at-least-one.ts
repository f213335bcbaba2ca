import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const quantityAtLeastOne: Rule = {
  id: 'DA07',
  name: 'quantity-at-least-one',
  statement: 'An activity takes and gives at least one token.',
  why: 'It would begin without a reason, or nothing would follow.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3',
  references: ['EXT.037', 'EXT.038'],
  fix: { title: 'Set it to 1', isSafe: true },
  check({ all, report }) {
    for (const activity of all('bpmn:Activity')) {
      if (activity.startQuantity < 1)
        report(activity, `The startQuantity of ${the(activity)} is ${activity.startQuantity}. Set it to 1 or more.`, {
          references: ['EXT.037'],
          fix: [set(activity, 'startQuantity')],
        });
      if (activity.completionQuantity < 1)
        report(
          activity,
          `The completionQuantity of ${the(activity)} is ${activity.completionQuantity}. Set it to 1 or more.`,
          { references: ['EXT.038'], fix: [set(activity, 'completionQuantity')] },
        );
    }
  },
};
