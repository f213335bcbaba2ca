import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const setsPointBack: Rule = {
  id: 'DA17',
  name: 'sets-point-back',
  statement: 'Input and output sets that belong together name each other.',
  why: 'One of the two says otherwise.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.4.2',
  references: ['EXT.087'],
  fix: { title: 'Name it there', isSafe: true },
  check({ all, report }) {
    for (const set of all('bpmn:InputSet')) {
      for (const other of set.outputSetRefs)
        if (is(other, 'bpmn:OutputSet') && !other.inputSetRefs.includes(set))
          report(set, `${The(set)} names ${the(other)}, which does not name it. Name it there.`, {
            fix: [{ kind: 'list', element: other, property: 'inputSetRefs', value: set }],
          });
    }
    for (const set of all('bpmn:OutputSet')) {
      for (const other of set.inputSetRefs)
        if (is(other, 'bpmn:InputSet') && !other.outputSetRefs.includes(set))
          report(set, `${The(set)} names ${the(other)}, which does not name it. Name it there.`, {
            fix: [{ kind: 'list', element: other, property: 'outputSetRefs', value: set }],
          });
    }
  },
};
