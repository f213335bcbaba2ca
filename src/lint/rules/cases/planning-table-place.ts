import { keptElements } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const planningTablePlace: Rule = {
  id: 'CM28',
  name: 'planning-table-place',
  statement: 'Only a stage, the plan of a case or a human task has a planning table.',
  why: 'Nobody is at work elsewhere who could plan.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.9',
  references: [],
  check({ all, report }) {
    for (const definition of all('cmmn:PlanItemDefinition')) {
      // The standard has no place for one there, so the model keeps it as something that it does not know.
      if (keptElements(definition).some(({ $type }) => /(?:^|:)planningTable$/.test($type)))
        report(definition, `${The(definition)} has a planning table. Give it to the stage around.`);
    }
  },
};
