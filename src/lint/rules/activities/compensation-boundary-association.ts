import { is } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { count, the } from '../../words.ts';

export const compensationBoundaryAssociation: Rule = {
  id: 'AC12',
  name: 'compensation-boundary-association',
  statement: 'An association leads from a compensation boundary event to one activity.',
  why: 'It says what undoes the work.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.7',
  references: ['EXT.143', 'EXT.144'],
  check({ all, associationsFrom, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      if (!hasTrigger(event, 'Compensate')) continue;
      const handlers = associationsFrom(event).filter(({ targetRef }) => targetRef && !is(targetRef, 'bpmn:Artifact'));
      if (handlers.length !== 1)
        report(
          event,
          `${count(handlers.length, 'association')} lead from ${the(event)} to an activity. Let one lead to the activity that undoes the work.`,
          { references: handlers.length === 0 ? ['EXT.143', 'EXT.144'] : [] },
        );
    }
  },
};
