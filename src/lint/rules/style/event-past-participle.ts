import { is } from '../../../model/index.ts';
import { saysWhatIsDone } from '../../names.ts';
import { hasTrigger, nameOf, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const eventPastParticiple: Rule = {
  id: 'ST03',
  name: 'event-past-participle',
  statement: 'The name of an event that is waited for says what has happened: `Invoice received`.',
  why: 'An event is nothing that anybody does; a verb in it reads like a task.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const event of all('bpmn:CatchEvent')) {
      const name = nameOf(event);
      // Times are named by when they are, links by where they lead.
      const isOther = triggersOf(event).length === 0 || hasTrigger(event, 'Timer', 'Link', 'Compensate');
      if (name && !isOther && !is(event, 'bpmn:ThrowEvent') && !saysWhatIsDone(name))
        report(
          event,
          `${The(event)} does not say what has happened. Name it by a thing and what has become of it, such as "Invoice received".`,
        );
    }
  },
};
