import { is } from '../../../model/index.ts';
import { removeCriteria } from '../../fixes/criteria.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const eventListenerNoCriteria: Rule = {
  id: 'CM07',
  name: 'event-listener-no-criteria',
  statement: 'An event listener has no criteria.',
  why: 'It waits from the beginning of its stage, and ends when its event occurs.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.2',
  references: [],
  fix: { title: 'Remove its criteria', isSafe: true },
  check(context) {
    const { all, report } = context;
    for (const item of all('cmmn:PlanItem')) {
      if (is(item.definitionRef, 'cmmn:EventListener') && item.entryCriteria.length + item.exitCriteria.length > 0)
        report(item, `${The(item)} listens for an event and has criteria. Take them away.`, {
          fix: removeCriteria([...item.entryCriteria, ...item.exitCriteria], context),
        });
    }
  },
};
