import { is } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const compensateActivityref: Rule = {
  id: 'AC16',
  name: 'compensate-activityref',
  statement: 'A compensation throw event names an activity that has a compensation handler.',
  why: 'There is nothing to undo it with.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.7',
  references: [],
  check({ all, boundaryEventsOf, report }) {
    for (const trigger of all('bpmn:CompensateEventDefinition')) {
      const activity = trigger.activityRef;
      if (!activity || !trigger.$parent) continue;
      const hasHandler =
        boundaryEventsOf(activity).some((event) => hasTrigger(event, 'Compensate')) ||
        is(activity, 'bpmn:SubProcess') ||
        is(activity, 'bpmn:CallActivity');
      if (!hasHandler)
        report(
          trigger,
          `${The(trigger.$parent)} undoes ${the(activity)}, which has no compensation handler. Put a compensation boundary event on it.`,
        );
    }
  },
};
