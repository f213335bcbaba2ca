import type { Net, NetNode, Trigger } from '../semantics/index.ts';

type Condition = NonNullable<Trigger['condition']>;

const noData = { get: () => undefined, all: () => ({}) };
/** What a run counts by itself: an expression that reads it is evaluated. */
const counted = /loopCounter|nrOf|activationCount/;

/** Whether an expression is known without data: then it decides, and is no free choice. */
export function isKnown(expression: Condition | undefined): boolean {
  return expression !== undefined && expression.evaluate(noData) !== undefined;
}

/** The same net, in which each expression that needs data is unknown without being evaluated in every state anew. */
export function withoutData(net: Net): Net {
  return {
    ...net,
    flows: net.flows.map(settled),
    nodes: net.nodes.map(nodeWithoutData),
    scopes: net.scopes.map((scope) => {
      const { adHoc } = scope;
      return adHoc ? { ...scope, adHoc: { ...adHoc, ...settledIn(adHoc, 'completion') } } : scope;
    }),
  };
}

function nodeWithoutData(node: NetNode): NetNode {
  const { loop } = node;
  // Most nodes have nothing to settle.
  if (!loop && !node.activation && node.triggers.every(({ condition }) => !condition)) return node;
  const triggers = node.triggers.map(settled);
  const multi = loop?.kind === 'multi-instance' && {
    ...loop,
    ...settledIn(loop, 'cardinality'),
    ...settledIn(loop, 'completion'),
    ...settledIn(loop, 'collection'),
  };
  const rounds = loop?.kind === 'loop' && settled(loop);
  const changed = multi || rounds;
  return { ...node, ...settledIn(node, 'activation'), triggers, ...(changed && { loop: changed }) };
}

function settled<T extends { readonly condition?: Condition }>(holder: T): T {
  return holder.condition ? { ...holder, ...settledIn(holder, 'condition') } : holder;
}

function settledIn<K extends string>(holder: { readonly [key in K]?: Condition }, name: K): { [key in K]?: Condition } {
  const expression = holder[name];
  if (!expression || counted.test(expression.text)) return {};
  const value = expression.evaluate(noData);
  return { [name]: { text: expression.text, evaluate: () => value } } as unknown as { [key in K]?: Condition };
}
