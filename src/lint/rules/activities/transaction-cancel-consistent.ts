import { childrenOfType, hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const transactionCancelConsistent: Rule = {
  id: 'AC09',
  name: 'transaction-cancel-consistent',
  statement: 'A transaction that can be cancelled inside has a cancel boundary event, and the other way round.',
  why: 'One half without the other does nothing.',
  severity: 'warning',
  references: [],
  check({ all, boundaryEventsOf, report }) {
    for (const scope of all('bpmn:Transaction')) {
      const throws = childrenOfType(scope, 'bpmn:EndEvent').some((event) => hasTrigger(event, 'Cancel'));
      const catches = boundaryEventsOf(scope).some((event) => hasTrigger(event, 'Cancel'));
      if (throws && !catches)
        report(
          scope,
          `${The(scope)} can be cancelled, but nothing says what follows. Put a cancel boundary event on it.`,
        );
      if (catches && !throws && scope.flowElements.length > 0)
        report(
          scope,
          `${The(scope)} has a cancel boundary event, but nothing inside cancels it. Add a cancel end event.`,
        );
    }
  },
};
