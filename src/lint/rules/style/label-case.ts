import { set } from '../../fixes/model-change.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const labelCase: Rule = {
  id: 'ST08',
  name: 'label-case',
  statement: 'Names begin with a capital and go on in the letters of a sentence.',
  why: 'Names in one style are read faster; Capitals Everywhere Look Like Titles.',
  severity: 'info',
  references: [],
  fix: { title: 'Begin it with a capital', isSafe: true },
  check({ all, report }) {
    for (const node of all('bpmn:FlowNode')) {
      const name = nameOf(node);
      const words = name.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
      const [first = ''] = words;
      if (/^\p{Ll}+$/u.test(first)) {
        report(node, `The name of ${the(node)} begins with a small letter. Begin it with a capital.`, {
          fix: [set(node, 'name', String(node.name).replace(first, first.charAt(0).toUpperCase() + first.slice(1)))],
        });
        continue;
      }
      // Short words are small in titles too; what is all capitals is an abbreviation. Two words are too few to tell.
      const long = words.filter((word) => word.length > 3);
      const isTitle = long.length > 2 && long.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
      // Which of the words are names, and keep their capitals, only a person can tell.
      if (isTitle) report(node, `The name of ${the(node)} is written like a title. Write it like a sentence.`);
    }
  },
};
