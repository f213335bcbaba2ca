import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const linkSameLevel: Rule = {
  id: 'IE20',
  name: 'link-same-level',
  statement: 'Both halves of a link lie in the same scope.',
  why: 'A link replaces a sequence flow, which crosses no border either.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: ['EXT.126'],
  check({ all, report }) {
    for (const link of all('bpmn:LinkEventDefinition')) {
      const event = link.$parent;
      const other = link.target?.$parent;
      if (is(event, 'bpmn:ThrowEvent') && other && other.$parent !== event.$parent)
        report(event, `${The(event)} leads to ${the(other)} in another scope. Keep both in one.`);
    }
  },
};
