import { is, referenceText } from '../../../model/index.ts';
import { isExecutable, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const errorEventHasCode: Rule = {
  id: 'IE27',
  name: 'error-event-has-code',
  statement: 'In an executable process an error end event names an error with a code.',
  why: 'Handlers find the error by its code.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: [],
  check({ all, report }) {
    for (const event of all('bpmn:EndEvent')) {
      for (const trigger of triggersOf(event)) {
        if (!is(trigger, 'bpmn:ErrorEventDefinition') || !isExecutable(event)) continue;
        const error = trigger.errorRef;
        if (!error && referenceText(trigger, 'errorRef') === undefined)
          report(event, `${The(event)} does not name its error. Refer to one with a code.`);
        else if (error && !error.errorCode?.trim())
          report(event, `${The(error)} of ${the(event)} has no code. Give it one.`);
      }
    }
  },
};
