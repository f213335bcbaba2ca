import { is } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import { hasTrigger, isCompensationHandler } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const compensationHandlerMarked: Rule = {
  id: 'AC13',
  name: 'compensation-handler-marked',
  statement: 'What a compensation boundary event leads to is an activity marked for compensation.',
  why: 'Without the mark it is a usual step that nothing leads to.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.7',
  references: ['EXT.144'],
  fix: { title: 'Mark it as for compensation', isSafe: true },
  check({ all, associationsFrom, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      if (!hasTrigger(event, 'Compensate')) continue;
      for (const { targetRef } of associationsFrom(event)) {
        if (targetRef && !is(targetRef, 'bpmn:Artifact') && !isCompensationHandler(targetRef))
          report(
            targetRef,
            `${The(targetRef)} undoes the work of another, but is not marked so. Set isForCompensation="true".`,
            { fix: [set(targetRef, 'isForCompensation', true)] },
          );
      }
    }
  },
};
