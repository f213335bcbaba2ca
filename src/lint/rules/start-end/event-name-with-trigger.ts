import { hasTrigger, nameOf, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const eventNameWithTrigger: Rule = {
  id: 'SE17',
  name: 'event-name-with-trigger',
  statement: 'Events with a trigger have a name.',
  why: 'The symbol says what kind of thing happens, the name what it is.',
  severity: 'warning',
  references: ['bpmnlint/label-required'],
  check({ all, report }) {
    for (const event of all('bpmn:Event')) {
      if (triggersOf(event).length > 0 && !nameOf(event) && !hasTrigger(event, 'Link', 'Compensate'))
        report(event, `${The(event)} has no name. Say what happens.`);
    }
  },
};
