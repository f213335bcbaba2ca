import { nameOf, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const throwEventLabel: Rule = {
  id: 'IE29',
  name: 'throw-event-label',
  statement: 'Intermediate throw events have a name.',
  why: 'It says which state the process has come to.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const event of all('bpmn:IntermediateThrowEvent')) {
      if (!nameOf(event) && triggersOf(event).length === 0)
        report(event, `${The(event)} has no name. Say which state is reached.`);
    }
  },
};
