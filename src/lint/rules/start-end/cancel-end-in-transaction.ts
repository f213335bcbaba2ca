import { around, hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const cancelEndInTransaction: Rule = {
  id: 'SE13',
  name: 'cancel-end-in-transaction',
  statement: 'A cancel end event lies in a transaction.',
  why: 'Only a transaction can be cancelled.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.3',
  references: ['EXT.106'],
  check({ all, report }) {
    for (const event of all('bpmn:EndEvent')) {
      if (hasTrigger(event, 'Cancel') && !around(event, 'bpmn:Transaction'))
        report(
          event,
          `${The(event)} cancels, but lies in no transaction. Make the sub-process around it a transaction, or throw an error.`,
        );
    }
  },
};
