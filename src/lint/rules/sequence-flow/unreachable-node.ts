import { beginsByItself, childrenOfType, reachable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const unreachableNode: Rule = {
  id: 'SF19',
  name: 'unreachable-node',
  statement: 'A way leads to every node from where its scope begins.',
  why: 'Steps in a ring that nothing leads into are never done.',
  severity: 'error',
  references: [],
  check({ all, incoming, outgoing, report }) {
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const nodes = childrenOfType(scope, 'bpmn:FlowNode');
      const first = nodes.filter((node) => beginsByItself(node) || incoming(node).length === 0);
      const reached = reachable(first, (node) => outgoing(node).map(({ targetRef }) => targetRef));
      for (const node of nodes)
        if (!reached.has(node))
          report(
            node,
            `No way leads from a beginning of ${the(scope)} to ${the(node)}. Lead a sequence flow into its ring of steps.`,
          );
    }
  },
};
