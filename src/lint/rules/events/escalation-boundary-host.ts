import { is } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const escalationBoundaryHost: Rule = {
  id: 'IE14',
  name: 'escalation-boundary-host',
  statement: 'An escalation boundary event is on a sub-process, a call activity or a user task.',
  why: 'Only these can raise an escalation.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      const host = event.attachedToRef;
      const canRaise = is(host, 'bpmn:SubProcess') || is(host, 'bpmn:CallActivity') || is(host, 'bpmn:UserTask');
      if (host && hasTrigger(event, 'Escalation') && !canRaise)
        report(
          event,
          `${The(event)} waits for an escalation, which ${the(host)} cannot raise. Use a sub-process, a call activity or a user task.`,
        );
    }
  },
};
