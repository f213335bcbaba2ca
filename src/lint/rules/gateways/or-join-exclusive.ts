import { is, type ModelElement } from '../../../model/index.ts';
import { dominators, nextOf } from '../../control-flow.ts';
import { defaultOf, hasCondition, reachable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const orJoinExclusive: Rule = {
  id: 'GW08',
  name: 'or-join-exclusive',
  statement: 'An inclusive gateway does not join ways of which only one can be taken.',
  why: 'An exclusive gateway does the same, is easier to read, and need not look for tokens that could still come.',
  severity: 'warning',
  references: [],
  check(context) {
    const { incoming, report } = context;
    const all = context.all('bpmn:InclusiveGateway').filter((one) => incoming(one).length > 1);
    for (const [scope, joins] of Map.groupBy(all, ({ $parent }) => $parent)) {
      if (!scope) continue;
      const above = dominators(scope, context);
      for (const join of joins) {
        const split = above.get(join);
        if (!split || !isChoice(split)) continue;
        const before = reachable([join], (node) =>
          node === split ? [] : incoming(node).map(({ sourceRef }) => sourceRef),
        );
        const behind = reachable([split], (node) => (node === join ? [] : nextOf(node, context)));
        const between = [...before].filter((node) => behind.has(node) && node !== split && node !== join);
        if (!between.some(letsMoreRun))
          report(
            join,
            `${The(join)} joins ways out of ${the(split)}, which takes one of them. Make it an exclusive gateway.`,
          );
      }
    }

    /** Whether a token that comes to a node can become several. */
    function letsMoreRun(node: ModelElement): boolean {
      const flows = context.outgoing(node);
      if (isChoice(node)) return false;
      if (is(node, 'bpmn:BoundaryEvent')) return !node.cancelActivity;
      const free = flows.filter((flow) => !hasCondition(flow) && flow !== defaultOf(node));
      return free.length > 1 || flows.length > Math.max(free.length, 1);
    }
  },
};

function isChoice(node: ModelElement): boolean {
  return is(node, 'bpmn:ExclusiveGateway') || is(node, 'bpmn:EventBasedGateway');
}
