import { joiningSteps } from '../../joining-steps.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const fakeJoin: Rule = {
  id: 'GW05',
  name: 'fake-join',
  statement: 'What joins flows is a gateway.',
  why: 'A step with several flows in does not wait for all of them: it is done once for each. A single way on and the ways that lead back to it are for loop-back-join.',
  severity: 'warning',
  references: ['bpmnlint/fake-join'],
  fix: { title: 'Put an exclusive gateway in front, which lets each flow through', isSafe: false },
  check(context) {
    for (const { node, ways, waysBack } of joiningSteps(context)) {
      if (ways - waysBack > 1 || waysBack === ways)
        context.report(
          node,
          `${ways} ways lead to ${the(node)}, which does not join them. Put a gateway in front of it.`,
          {
            fix: [{ kind: 'insert', type: 'bpmn:ExclusiveGateway', where: 'before', nodes: [node] }],
          },
        );
    }
  },
};
