import type { ModelElement } from '../../../model/index.ts';
import { beginsByItself, reachable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const unreachableNode: Rule = {
  id: 'SF19',
  name: 'unreachable-node',
  statement: 'A way leads to every node from where its scope begins.',
  why: 'Steps in a ring that nothing leads into are never done.',
  severity: 'error',
  references: [],
  check({ all, childrenOfType, incoming, outgoing, report }) {
    const next = (node: ModelElement) => outgoing(node).map(({ targetRef }) => targetRef);
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const nodes = childrenOfType(scope, 'bpmn:FlowNode');
      const first = nodes.filter((node) => incoming(node).length === 0);
      const reached = reachable(first, next);
      const left = nodes.filter((node) => !reached.has(node));
      const reachedLater = reachable(left.filter(beginsByItself), next);
      for (const node of left)
        if (!reachedLater.has(node))
          report(
            node,
            `No way leads from a beginning of ${the(scope)} to ${the(node)}. Lead a sequence flow into its ring of steps.`,
          );
    }
  },
};
