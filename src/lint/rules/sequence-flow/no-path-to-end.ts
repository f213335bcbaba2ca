import { is, type ModelElement } from '../../../model/index.ts';
import { childrenOfType, endsByItself, reachable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noPathToEnd: Rule = {
  id: 'SF20',
  name: 'no-path-to-end',
  statement: 'A way leads from every node to where its scope ends.',
  why: 'Once a token is in a ring without a way out the process never completes.',
  severity: 'error',
  references: [],
  check({ all, incoming, outgoing, boundaryEventsOf, report }) {
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const nodes = childrenOfType(scope, 'bpmn:FlowNode');
      const last = nodes.filter((node) => endsByItself(node) || outgoing(node).length === 0 || canBeLeft(node));
      const leading = reachable(last, (node) => incoming(node).map(({ sourceRef }) => sourceRef));
      for (const node of nodes)
        if (!leading.has(node))
          report(
            node,
            `No way leads from ${the(node)} to an end of ${the(scope)}. Lead a sequence flow out of its ring of steps.`,
          );
    }
    /** An interrupting boundary event takes the token another way. */
    function canBeLeft(node: ModelElement): boolean {
      return is(node, 'bpmn:Activity') && boundaryEventsOf(node).some(({ cancelActivity }) => cancelActivity);
    }
  },
};
