import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noCompensationCatchInFlow: Rule = {
  id: 'IE06',
  name: 'no-compensation-catch-in-flow',
  statement: 'A compensation event that catches is attached to an activity.',
  why: 'What is to be undone is the activity that the event is on.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.122', 'EXT.148'],
  check({ all, report }) {
    for (const event of all('bpmn:IntermediateCatchEvent')) {
      if (hasTrigger(event, 'Compensate'))
        report(
          event,
          `${The(event)} catches compensation, but is not on an activity. Attach it to the activity that it undoes.`,
        );
    }
  },
};
