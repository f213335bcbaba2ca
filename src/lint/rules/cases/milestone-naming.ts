import { is } from '../../../model/index.ts';
import { caseItems, nameOfItem } from '../../case-queries.ts';
import { saysWhatIsDone } from '../../names.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const milestoneNaming: Rule = {
  id: 'CB16',
  name: 'milestone-naming',
  statement: 'The name of a milestone says what has been reached: `Claim approved`.',
  why: 'A milestone is a state, and nothing that somebody does.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const name = nameOfItem(item);
      if (is(item.definitionRef, 'cmmn:Milestone') && name && !saysWhatIsDone(name))
        report(
          item,
          `${The(item)} does not say what has been reached. Name it by a thing and what has become of it, such as "Claim approved".`,
        );
    }
  },
};
