import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noTypeWordInLabel: Rule = {
  id: 'ST04',
  name: 'no-type-word-in-label',
  statement: 'No name says what kind of element it names.',
  why: 'The symbol says so.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const node of all('bpmn:FlowNode')) {
      const word = /\b(?:task|process|event|gateway|activity)\b/i.exec(nameOf(node))?.[0];
      if (word)
        report(node, `The name of ${the(node)} has the word "${word}", which the symbol says already. Take it away.`);
    }
  },
};
