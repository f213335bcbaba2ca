import { is } from '../../../model/index.ts';
import { remove } from '../../fixes/model-change.ts';

import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const adhocNoStartEnd: Rule = {
  id: 'AC18',
  name: 'adhoc-no-start-end',
  statement: 'An ad-hoc sub-process has no start or end event and no choreography.',
  why: 'Its steps are done in any order: there is no first and no last.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.5',
  references: ['EXT.062', 'bpmnlint/ad-hoc-sub-process'],
  fix: { title: 'Remove it, and its flows', isSafe: true },
  check({ all, childrenOfType, report }) {
    for (const scope of all('bpmn:AdHocSubProcess')) {
      for (const node of childrenOfType(scope, 'bpmn:FlowNode')) {
        const isWrong =
          is(node, 'bpmn:StartEvent') || is(node, 'bpmn:EndEvent') || is(node, 'bpmn:ChoreographyActivity');
        if (isWrong)
          report(node, `${The(node)} lies in ${the(scope)}, which has no first and no last step. Take it away.`, {
            fix: [remove(node)],
          });
      }
    }
  },
};
