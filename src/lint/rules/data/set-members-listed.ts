import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const setMembersListed: Rule = {
  id: 'DA16',
  name: 'set-members-listed',
  statement: 'What a set calls optional or readable while executing is among its data.',
  why: 'It marks what is in the set; what is not in it is not read.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.4.2',
  references: ['EXT.085', 'EXT.086', 'EXT.089', 'EXT.090'],
  fix: { title: 'Add it to the set', isSafe: true },
  check({ all, report }) {
    for (const set of all('bpmn:InputSet')) {
      for (const data of set.optionalInputRefs)
        if (!set.dataInputRefs.includes(data))
          report(set, `${The(data)} is optional in a set that does not hold it. Add it to dataInputRefs.`, {
            references: ['EXT.085'],
            fix: [{ kind: 'list', element: set, property: 'dataInputRefs', value: data }],
          });
      for (const data of set.whileExecutingInputRefs)
        if (!set.dataInputRefs.includes(data))
          report(set, `${The(data)} is read while executing in a set that does not hold it. Add it to dataInputRefs.`, {
            references: ['EXT.086'],
            fix: [{ kind: 'list', element: set, property: 'dataInputRefs', value: data }],
          });
    }
    for (const set of all('bpmn:OutputSet')) {
      for (const data of set.optionalOutputRefs)
        if (!set.dataOutputRefs.includes(data))
          report(set, `${The(data)} is optional in a set that does not hold it. Add it to dataOutputRefs.`, {
            references: ['EXT.089'],
            fix: [{ kind: 'list', element: set, property: 'dataOutputRefs', value: data }],
          });
      for (const data of set.whileExecutingOutputRefs)
        if (!set.dataOutputRefs.includes(data))
          report(
            set,
            `${The(data)} is written while executing in a set that does not hold it. Add it to dataOutputRefs.`,
            { references: ['EXT.090'], fix: [{ kind: 'list', element: set, property: 'dataOutputRefs', value: data }] },
          );
    }
  },
};
