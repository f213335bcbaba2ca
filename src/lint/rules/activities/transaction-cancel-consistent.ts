import type { Transaction } from '../../../model/index.ts';
import type { ModelChange } from '../../fixes/model-change.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const transactionCancelConsistent: Rule = {
  id: 'AC09',
  name: 'transaction-cancel-consistent',
  statement: 'A transaction that can be cancelled inside has a cancel boundary event, and the other way round.',
  why: 'One half without the other does nothing.',
  severity: 'warning',
  references: [],
  fix: { title: 'Say what follows when it is cancelled', isSafe: false },
  check({ all, childrenOfType, boundaryEventsOf, report }) {
    for (const scope of all('bpmn:Transaction')) {
      const throws = childrenOfType(scope, 'bpmn:EndEvent').some((event) => hasTrigger(event, 'Cancel'));
      const catches = boundaryEventsOf(scope).some((event) => hasTrigger(event, 'Cancel'));
      if (throws && !catches)
        report(
          scope,
          `${The(scope)} can be cancelled, but nothing says what follows. Put a cancel boundary event on it.`,
          childrenOfType(scope.$parent, 'bpmn:EndEvent').length > 0 ? { fix: cancelHandler(scope) } : {},
        );
      if (catches && !throws && scope.flowElements.length > 0)
        report(
          scope,
          `${The(scope)} has a cancel boundary event, but nothing inside cancels it. Add a cancel end event.`,
        );
    }
  },
};

/** A boundary event whose way ends at once: what else is to be done goes in between. */
function cancelHandler(scope: Transaction): readonly ModelChange[] {
  const trigger = { type: 'bpmn:CancelEventDefinition', values: {} } as const;
  const values = { name: 'Cancelled', attachedToRef: scope, eventDefinitions: trigger };
  const event = { type: 'bpmn:BoundaryEvent', values } as const;
  const parent = scope.$parent;
  if (!parent) return [];
  return [
    { kind: 'add', parent, property: 'flowElements', element: event },
    { kind: 'insert', type: 'bpmn:EndEvent', where: 'after', nodes: [event], name: 'Given up' },
  ];
}
