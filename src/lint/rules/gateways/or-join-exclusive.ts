import { dominators, nodesBetween } from '../../control-flow.ts';
import { isChoice, letsMoreRun, otherJoin } from '../../fixes/joins.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const orJoinExclusive: Rule = {
  id: 'GW08',
  name: 'or-join-exclusive',
  statement: 'An inclusive gateway does not join ways of which only one can be taken.',
  why: 'An exclusive gateway does the same, is easier to read, and need not look for tokens that could still come.',
  severity: 'warning',
  references: [],
  fix: { title: 'Make it an exclusive gateway', isSafe: true },
  check(context) {
    const { incoming, report } = context;
    const all = context.all('bpmn:InclusiveGateway').filter((one) => incoming(one).length > 1);
    for (const [scope, joins] of Map.groupBy(all, ({ $parent }) => $parent)) {
      if (!scope) continue;
      const above = dominators(scope, context);
      for (const join of joins) {
        const split = above.get(join);
        if (!split || !isChoice(split)) continue;
        if (!nodesBetween(split, join, context).some((node) => letsMoreRun(node, context)))
          report(
            join,
            `${The(join)} joins ways out of ${the(split)}, which takes one of them. Make it an exclusive gateway.`,
            otherJoin(join, context),
          );
      }
    }
  },
};
