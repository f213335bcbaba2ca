import { hasVendorTrigger, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const catchNeedsTrigger: Rule = {
  id: 'IE07',
  name: 'catch-needs-trigger',
  statement: 'An intermediate catch event has a trigger.',
  why: 'An event that waits for nothing in particular waits for ever.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.148'],
  check({ all, report }) {
    for (const event of all('bpmn:IntermediateCatchEvent')) {
      if (triggersOf(event).length === 0 && !hasVendorTrigger(event))
        report(event, `${The(event)} does not say what it waits for. Give it a trigger, or make it a throw event.`);
    }
  },
};
