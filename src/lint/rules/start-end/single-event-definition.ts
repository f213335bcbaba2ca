import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const singleEventDefinition: Rule = {
  id: 'SE16',
  name: 'single-event-definition',
  statement: 'An event has one trigger at most.',
  why: 'Readers and engines alike take an event with several triggers for one with the first.',
  severity: 'warning',
  references: ['bpmnlint/single-event-definition'],
  check({ all, report }) {
    for (const event of all('bpmn:Event')) {
      const number = triggersOf(event).length;
      if (number > 1) report(event, `${The(event)} has ${number} triggers. Use an event for each.`);
    }
  },
};
