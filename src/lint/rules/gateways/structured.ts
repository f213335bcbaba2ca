import { is, type ModelElement } from '../../../model/index.ts';
import { dominators } from '../../control-flow.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const structured: Rule = {
  id: 'GW20',
  name: 'structured',
  statement: 'Ways come together in a gateway of the kind at which they part.',
  why: 'Where splits and joins go together like brackets, readers see at once what waits for what.',
  severity: 'info',
  references: [],
  check(context) {
    const { incoming, report } = context;
    const all = context.all('bpmn:Gateway').filter((one) => incoming(one).length > 1);
    for (const [scope, joins] of Map.groupBy(all, ({ $parent }) => $parent)) {
      if (!scope) continue;
      const above = dominators(scope, context);
      for (const join of joins) {
        // Flows that come back from behind it are loops.
        const ways = incoming(join).filter(({ sourceRef }) => sourceRef && !passes(sourceRef, join, above));
        if (ways.length < 2) continue;
        const split = above.get(join);
        if (!split)
          report(
            join,
            `${The(join)} joins ways that begin at several places. Begin them in one, or let each come to its own end.`,
          );
        else if (!isSameKind(split, join, context))
          report(
            join,
            `${The(join)} joins ways that part at ${the(split)}. Let them come together in a gateway of the kind at which they part.`,
          );
      }
    }
  },
};

/** Whether all ways to a node pass another. */
function passes(
  node: ModelElement,
  other: ModelElement,
  above: ReadonlyMap<ModelElement, ModelElement | undefined>,
): boolean {
  for (let one: ModelElement | undefined = node; one; one = above.get(one)) if (one === other) return true;
  return false;
}

/** An activity whose events take its token another way is a choice too. */
function isSameKind(split: ModelElement, join: ModelElement, { outgoing }: Pick<RuleContext, 'outgoing'>): boolean {
  const isChoice = is(split, 'bpmn:EventBasedGateway') || (is(split, 'bpmn:Activity') && outgoing(split).length < 2);
  return isChoice ? is(join, 'bpmn:ExclusiveGateway') : split.$type === join.$type;
}
