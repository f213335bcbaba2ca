import type { ModelElement } from '../../../model/index.ts';
import { isEventSubProcess, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const eventSubprocessDuplicate: Rule = {
  id: 'AC05',
  name: 'event-subprocess-duplicate',
  statement: 'No two interrupting event sub-processes of a scope wait for the same.',
  why: 'Only one of them can stop the scope.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.6',
  references: [],
  check({ all, childrenOfType, report }) {
    if (all('bpmn:SubProcess').length < 2) return;
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const seen = new Map<unknown, ModelElement>();
      for (const sub of childrenOfType(scope, 'bpmn:SubProcess').filter(isEventSubProcess)) {
        for (const event of childrenOfType(sub, 'bpmn:StartEvent')) {
          if (!event.isInterrupting) continue;
          for (const trigger of triggersOf(event)) {
            const what =
              trigger.get('messageRef') ??
              trigger.get('signalRef') ??
              trigger.get('errorRef') ??
              trigger.get('escalationRef');
            const first = what === undefined ? undefined : seen.get(what);
            if (first)
              report(sub, `${The(sub)} waits for the same as ${the(first)}. Keep one, or let one not interrupt.`);
            else if (what !== undefined) seen.set(what, sub);
          }
        }
      }
    }
  },
};
