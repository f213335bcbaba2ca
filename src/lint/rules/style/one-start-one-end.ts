import { isEventSubProcess } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { count, The } from '../../words.ts';

export const oneStartOneEnd: Rule = {
  id: 'ST11',
  name: 'one-start-one-end',
  statement: 'A process or sub-process has one start event and one end event.',
  why: 'Fewer of them are easier to follow. Styles that tell results apart by their end events ask for the contrary.',
  severity: 'info',
  references: [],
  check({ all, childrenOfType, report }) {
    for (const scope of all('bpmn:FlowElementsContainer')) {
      if (isEventSubProcess(scope)) continue;
      const starts = childrenOfType(scope, 'bpmn:StartEvent').length;
      const ends = childrenOfType(scope, 'bpmn:EndEvent').length;
      if (starts > 1 || ends > 1)
        report(
          scope,
          `${The(scope)} has ${count(starts, 'start event')} and ${count(ends, 'end event')}. Lead its ways together.`,
        );
    }
  },
};
