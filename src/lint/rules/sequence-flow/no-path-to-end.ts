import { is, type ModelElement } from '../../../model/index.ts';
import { endsByItself, reachable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noPathToEnd: Rule = {
  id: 'SF20',
  name: 'no-path-to-end',
  statement: 'A way leads from every node to where its scope ends.',
  why: 'Once a token is in a ring without a way out the process never completes.',
  severity: 'error',
  references: [],
  check({ all, childrenOfType, incoming, outgoing, boundaryEventsOf, report }) {
    const before = (node: ModelElement) => incoming(node).map(({ sourceRef }) => sourceRef);
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const nodes = childrenOfType(scope, 'bpmn:FlowNode');
      const last = nodes.filter((node) => outgoing(node).length === 0);
      const leading = reachable(last, before);
      const left = nodes.filter((node) => !leading.has(node));
      const leadingOut = reachable(
        left.filter((node) => endsByItself(node) || canBeLeft(node)),
        before,
      );
      for (const node of left)
        if (!leadingOut.has(node))
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
