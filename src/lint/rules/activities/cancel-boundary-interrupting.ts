import { set } from '../../fixes/model-change.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const cancelBoundaryInterrupting: Rule = {
  id: 'AC10',
  name: 'cancel-boundary-interrupting',
  statement: 'A cancel boundary event interrupts.',
  why: 'A cancelled transaction does not go on.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.110'],
  fix: { title: 'Let it interrupt', isSafe: true },
  check({ all, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      if (!event.cancelActivity && hasTrigger(event, 'Cancel'))
        report(event, `${The(event)} waits for cancel and does not interrupt. Let it interrupt.`, {
          fix: [set(event, 'cancelActivity')],
        });
    }
  },
};
