import { is } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import { defaultOf, hasCondition, nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const superfluousFlowLabel: Rule = {
  id: 'GW23',
  name: 'superfluous-flow-label',
  statement: 'A flow that is always taken has no name.',
  why: 'A name looks like a condition.',
  severity: 'warning',
  references: ['bpmnlint/superfluous-label'],
  fix: { title: 'Remove the name', isSafe: true },
  check({ all, outgoing, report }) {
    for (const flow of all('bpmn:SequenceFlow')) {
      const source = flow.sourceRef;
      const isDecision =
        (is(source, 'bpmn:ExclusiveGateway') ||
          is(source, 'bpmn:InclusiveGateway') ||
          is(source, 'bpmn:ComplexGateway')) &&
        outgoing(source).length > 1;
      if (nameOf(flow) && source && !hasCondition(flow) && defaultOf(source) !== flow && !isDecision)
        report(
          flow,
          `${The(flow)} is always taken, so its name says nothing. Take the name away, or give the flow a condition.`,
          { fix: [set(flow, 'name')] },
        );
    }
  },
};
