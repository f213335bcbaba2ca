import { childrenOfType, nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const distinctEndNames: Rule = {
  id: 'SE18',
  name: 'distinct-end-names',
  statement: 'The end events of a process or sub-process have different names.',
  why: 'An end event is an outcome: two of one name are one outcome, or two that cannot be told apart.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, report }) {
    for (const scope of [...all('bpmn:Process'), ...all('bpmn:SubProcess')]) {
      const byName = Map.groupBy(childrenOfType(scope, 'bpmn:EndEvent'), nameOf);
      for (const [name, ends] of byName) {
        if (name && ends.length > 1)
          for (const end of ends)
            report(
              end,
              `${The(end)} has the name of another end of ${the(scope)}. Lead both ways to one end event, or name what is different.`,
            );
      }
    }
  },
};
