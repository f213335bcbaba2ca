import { set } from '../../fixes/model-change.ts';
import { hasTrigger, isEventSubProcess } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const eventSubprocessErrorInterrupting: Rule = {
  id: 'AC06',
  name: 'event-subprocess-error-interrupting',
  statement: 'An event sub-process that an error or compensation starts interrupts.',
  why: 'An error always breaks off what it comes from.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.6',
  references: ['EXT.059'],
  fix: { title: 'Let it interrupt', isSafe: true },
  check({ all, report }) {
    for (const event of all('bpmn:StartEvent')) {
      const scope = event.$parent;
      if (scope && isEventSubProcess(scope) && !event.isInterrupting && hasTrigger(event, 'Error', 'Compensate'))
        report(
          event,
          `${The(event)} does not interrupt, which an error or compensation always does. Let it interrupt.`,
          { fix: [set(event, 'isInterrupting')] },
        );
    }
  },
};
