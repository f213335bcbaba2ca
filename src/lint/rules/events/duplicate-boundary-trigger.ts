import type { ModelElement } from '../../../model/index.ts';
import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const duplicateBoundaryTrigger: Rule = {
  id: 'IE15',
  name: 'duplicate-boundary-trigger',
  statement: 'No two boundary events on an activity wait for the same message, signal, error or escalation.',
  why: 'Which of them happens is chance.',
  severity: 'error',
  references: [],
  check({ all, boundaryEventsOf, report }) {
    for (const activity of all('bpmn:Activity')) {
      const seen = new Map<unknown, ModelElement>();
      for (const event of boundaryEventsOf(activity)) {
        for (const trigger of triggersOf(event)) {
          const what = ['messageRef', 'signalRef', 'errorRef', 'escalationRef']
            .map((name) => trigger.get(name))
            .find((one) => one !== undefined);
          const first = what === undefined ? undefined : seen.get(what);
          if (first) report(event, `${The(event)} waits for the same as ${the(first)} on ${the(activity)}. Keep one.`);
          else if (what !== undefined) seen.set(what, event);
        }
      }
    }
  },
};
