import { is } from '../../../model/index.ts';
import { missingBounds } from '../../fixes/bounds.ts';

import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const startIffEnd: Rule = {
  id: 'SE05',
  name: 'start-iff-end',
  statement: 'A scope with a start event has an end event, and one with an end event a start event.',
  why: 'With one of the two all beginnings and ends must be events; the other half is missing.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.097', 'EXT.105'],
  fix: { title: 'Add the events that are missing', isSafe: false },
  check(context) {
    const { all, childrenOfType, report } = context;
    for (const scope of [...all('bpmn:Process'), ...all('bpmn:SubProcess')]) {
      if (is(scope, 'bpmn:AdHocSubProcess')) continue;
      const [start] = childrenOfType(scope, 'bpmn:StartEvent');
      const [end] = childrenOfType(scope, 'bpmn:EndEvent');
      const others = [...childrenOfType(scope, 'bpmn:ReceiveTask'), ...childrenOfType(scope, 'bpmn:EventBasedGateway')];
      if (start && !end)
        report(start, `${The(scope)} has a start event and no end event. Lead its ways to one.`, {
          references: ['EXT.105'],
          fix: () => missingBounds(scope, context),
        });
      if (end && !start && !others.some(({ instantiate }) => instantiate))
        report(end, `${The(scope)} has an end event and no start event. Put one in front of its first step.`, {
          references: ['EXT.097'],
          fix: () => missingBounds(scope, context),
        });
    }
  },
};
