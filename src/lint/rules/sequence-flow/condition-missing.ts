import { is } from '../../../model/index.ts';
import { defaultOf, hasCondition, isExecutable, nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const conditionMissing: Rule = {
  id: 'SF11',
  name: 'condition-missing',
  statement:
    'Where some ways out of an exclusive or inclusive gateway, or of an activity, have a condition, all but the default have one; in an executable process all branches of such a gateway do.',
  why: 'A way without a condition is always taken, and the others beside it never, or both.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.13',
  references: ['bpmnlint/conditional-flows'],
  check({ all, outgoing, report }) {
    for (const node of all('bpmn:FlowNode')) {
      const flows = outgoing(node);
      if (flows.length === 0) continue;
      const usual = defaultOf(node);
      const decides = is(node, 'bpmn:ExclusiveGateway') || is(node, 'bpmn:InclusiveGateway');
      const isMixed = usual !== undefined || flows.some(hasCondition);
      const asks = isMixed || (decides && flows.length > 1 && isExecutable(node));
      if (!asks || (!decides && !is(node, 'bpmn:Activity') && !is(node, 'bpmn:ComplexGateway'))) continue;
      const reason = flows.some(hasCondition)
        ? ', while other ways have one'
        : isMixed
          ? ', and only the default goes without'
          : ', which an engine needs to choose';
      for (const flow of flows) {
        if (flow === usual || hasCondition(flow)) continue;
        const way = nameOf(flow)
          ? `${The(flow)} out of ${the(node)}`
          : `The way from ${the(node)} to ${the(flow.targetRef ?? flow)}`;
        report(flow, `${way} has no condition${reason}. Say when it is taken, or make it the default.`, {
          references: isMixed ? ['bpmnlint/conditional-flows'] : [],
        });
      }
    }
  },
};
