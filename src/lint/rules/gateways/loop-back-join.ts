import { joiningSteps } from '../../joining-steps.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const loopBackJoin: Rule = {
  id: 'GW26',
  name: 'loop-back-join',
  statement: 'A way back leads to a gateway.',
  why: 'Nothing meets at a step that is done again: what leads back comes from behind it. Some styles want the loop marked by a gateway all the same.',
  severity: 'info',
  references: ['bpmnlint/fake-join'],
  fix: { title: 'Put an exclusive gateway in front, to which the loop leads', isSafe: false },
  check(context) {
    for (const { node, ways, waysBack } of joiningSteps(context)) {
      if (ways - waysBack === 1)
        context.report(node, `${The(node)} is where a loop begins again. Put an exclusive gateway in front of it.`, {
          fix: [{ kind: 'insert', type: 'bpmn:ExclusiveGateway', where: 'before', nodes: [node] }],
        });
    }
  },
};
