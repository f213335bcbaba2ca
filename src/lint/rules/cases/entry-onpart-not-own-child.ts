import { caseItems, itemsWithin, planItemPartsOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const entryOnpartNotOwnChild: Rule = {
  id: 'CM18',
  name: 'entry-onpart-not-own-child',
  statement: 'An entry criterion of a stage does not wait for what the stage holds.',
  why: 'What a stage holds is not there before the stage begins.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const parts = item.entryCriteria.flatMap(planItemPartsOf);
      // A stage that repeats begins again by what is in the one before.
      if (parts.length === 0 || item.itemControl?.repetitionRule) continue;
      const within = itemsWithin(item);
      for (const part of parts) {
        const { sourceRef } = part;
        if (sourceRef && sourceRef !== item && within.has(sourceRef))
          report(item, `${The(item)} waits for ${the(sourceRef)} to begin, which it holds. Wait for an item outside.`);
      }
    }
  },
};
