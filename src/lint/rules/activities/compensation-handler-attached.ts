import { isEventSubProcess } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const compensationHandlerAttached: Rule = {
  id: 'AC15',
  name: 'compensation-handler-attached',
  statement: 'An activity marked for compensation belongs to a compensation boundary event.',
  why: 'Nothing else starts it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.7',
  references: [],
  check({ all, report }) {
    const handlers = new Set<unknown>(
      all('bpmn:Association').flatMap(({ sourceRef, targetRef }) => [sourceRef, targetRef]),
    );
    for (const activity of all('bpmn:Activity')) {
      // A compensation event sub-process starts its steps by flows.
      if (activity.isForCompensation && !handlers.has(activity) && !isEventSubProcess(activity))
        report(
          activity,
          `${The(activity)} is marked for compensation, but undoes nothing. Connect it with a compensation boundary event, or take the mark away.`,
        );
    }
  },
};
