import { isEventSubProcess } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const eventSubprocessInScope: Rule = {
  id: 'AC07',
  name: 'event-subprocess-in-scope',
  statement: 'An event sub-process lies in a scope that does something by itself.',
  why: 'Without steps around it there is nothing that it could accompany.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, childrenOfType, report }) {
    for (const sub of all('bpmn:SubProcess')) {
      if (!sub.triggeredByEvent || !sub.$parent) continue;
      const others = childrenOfType(sub.$parent, 'bpmn:FlowNode').filter((node) => !isEventSubProcess(node));
      if (others.length === 0)
        report(sub, `${The(sub)} is all there is in ${the(sub.$parent)}. Draw the usual steps too.`);
    }
  },
};
