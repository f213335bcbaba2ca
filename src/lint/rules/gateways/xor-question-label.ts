import { hasCondition, nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const xorQuestionLabel: Rule = {
  id: 'GW21',
  name: 'xor-question-label',
  statement: 'An exclusive or inclusive gateway that splits asks a question, and its flows out are the answers.',
  why: 'Without the question the reader cannot follow the choice.',
  severity: 'warning',
  from: 'strict',
  references: ['bpmnlint/label-required'],
  check({ all, outgoing, report }) {
    for (const gateway of [...all('bpmn:ExclusiveGateway'), ...all('bpmn:InclusiveGateway')]) {
      const flows = outgoing(gateway);
      if (flows.length < 2) continue;
      for (const flow of flows) {
        const isUsual = flow === gateway.default;
        if (!nameOf(flow) && !isUsual)
          report(
            flow,
            `Nothing says which answer to ${the(gateway)} leads to ${the(flow.targetRef ?? flow)}. Name the flow for it.`,
            { references: hasCondition(flow) ? ['bpmnlint/label-required'] : [] },
          );
      }
    }
  },
};
