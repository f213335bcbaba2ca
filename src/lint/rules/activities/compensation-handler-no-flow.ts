import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const compensationHandlerNoFlow: Rule = {
  id: 'AC14',
  name: 'compensation-handler-no-flow',
  statement: 'No sequence flow leads to or from an activity marked for compensation.',
  why: 'It is done when work is undone, and nothing follows it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.7',
  references: [],
  check({ all, incoming, outgoing, report }) {
    for (const activity of all('bpmn:Activity')) {
      if (activity.isForCompensation && incoming(activity).length + outgoing(activity).length > 0)
        report(
          activity,
          `A sequence flow leads to or from ${the(activity)}, which undoes the work of another. Take the flow or the mark away.`,
        );
    }
  },
};
