import { is } from '../../../model/index.ts';
import { defaultOf, hasCondition } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noImplicitSplit: Rule = {
  id: 'GW04',
  name: 'no-implicit-split',
  statement: 'What splits the flow is a gateway.',
  why: 'Several flows out of a step are all taken at once: many readers take them for a choice.',
  severity: 'warning',
  references: ['bpmnlint/no-implicit-split'],
  fix: { title: 'Put a parallel gateway behind, which takes all ways', isSafe: false },
  check({ all, outgoing, report }) {
    for (const node of all('bpmn:FlowNode')) {
      if (outgoing(node).length < 2) continue;
      if (!is(node, 'bpmn:Activity') && !is(node, 'bpmn:Event')) continue;
      const free = outgoing(node).filter((flow) => !hasCondition(flow) && flow !== defaultOf(node));
      if (free.length > 1)
        report(
          node,
          `${free.length} ways lead out of ${the(node)}, all taken at once. Put a gateway behind it that says so, or that chooses.`,
          free.length === outgoing(node).length
            ? { fix: [{ kind: 'insert', type: 'bpmn:ParallelGateway', where: 'after', nodes: [node] }] }
            : {},
        );
    }
  },
};
