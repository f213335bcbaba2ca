import { is } from '../../../model/index.ts';
import { caseItems, constantOf, controlOf, planItemPartsOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const endlessRepetition: Rule = {
  id: 'CB08',
  name: 'endless-repetition',
  statement: 'What needs no person does not repeat for ever by itself.',
  why: 'It begins again each time it is over, without end, until something ends its stage.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const control = controlOf(item);
      const { definitionRef } = item;
      if (!control?.repetitionRule || constantOf(control.repetitionRule.condition) !== true) continue;
      // Where a person starts or does it each time, that is how it may be meant.
      const needsPerson =
        !is(definitionRef, 'cmmn:Task') || (is(definitionRef, 'cmmn:HumanTask') && definitionRef.isBlocking);
      const startsByHand = control.manualActivationRule && constantOf(control.manualActivationRule.condition) !== false;
      if (needsPerson || startsByHand) continue;
      const again = item.entryCriteria.flatMap(planItemPartsOf).some(({ sourceRef }) => sourceRef === item);
      if (again || item.entryCriteria.length === 0)
        report(item, `${The(item)} begins again each time it is over, without end. Give its repetition a condition.`);
    }
  },
};
