import { type ModelElement, referenceText } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const planItemDefinition: Rule = {
  id: 'CM03',
  name: 'plan-item-definition',
  statement: 'A plan item has a definition of its own stage or of one around it.',
  why: 'Without one nobody knows what it is.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.1',
  references: [],
  check({ all, report }) {
    for (const item of [...all('cmmn:PlanItem'), ...all('cmmn:DiscretionaryItem')]) {
      const { definitionRef } = item;
      if (!definitionRef && referenceText(item, 'definitionRef') === undefined)
        report(item, `${The(item)} has no definition. Set definitionRef.`);
      const home = definitionRef?.$parent;
      let isAround = false;
      for (let one: ModelElement | undefined = item; one; one = one.$parent) isAround ||= one === home;
      if (home && !isAround)
        report(
          item,
          `${The(item)} has a definition of ${the(home)}, which it does not lie in. Define it here or around.`,
        );
    }
  },
};
