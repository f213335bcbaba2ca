import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noAndOrInLabel: Rule = {
  id: 'ST07',
  name: 'no-and-or-in-label',
  statement: 'An activity\'s name has no "and" and no "or".',
  why: 'It does two things, which others may want to do apart.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const activity of all('bpmn:Activity')) {
      const word = /\b(?:and|or)\b/i.exec(nameOf(activity))?.[0];
      if (word) report(activity, `The name of ${the(activity)} has an "${word.toLowerCase()}". Make two steps of it.`);
    }
  },
};
