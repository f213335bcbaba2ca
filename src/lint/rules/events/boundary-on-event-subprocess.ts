import { isEventSubProcess } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const boundaryOnEventSubprocess: Rule = {
  id: 'IE12',
  name: 'boundary-on-event-subprocess',
  statement: 'No boundary event is on an event sub-process.',
  why: 'An event sub-process is itself what happens then.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.5',
  references: [],
  check({ all, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      const host = event.attachedToRef;
      if (host && isEventSubProcess(host))
        report(
          event,
          `${The(event)} is on the event sub-process ${host.id ?? ''}. Put it on an activity, or a step with it into the event sub-process.`,
        );
    }
  },
};
