/** The nodes of a process or sub-process as a graph: what every way to a node passes. */
import { is, type ModelElement } from '../model/index.ts';
import type { LintModel } from './lint-model.ts';
import { isEventSubProcess, reachable } from './queries.ts';

type Flows = Pick<LintModel, 'childrenOfType' | 'outgoing' | 'boundaryEventsOf'>;

/** Where a token may go from a node: along its flows, or to an event on its border. */
export function nextOf(node: ModelElement, { outgoing, boundaryEventsOf }: Flows): ModelElement[] {
  const targets = outgoing(node).flatMap(({ targetRef }) => targetRef ?? []);
  return is(node, 'bpmn:Activity') ? [...targets, ...boundaryEventsOf(node)] : targets;
}

/** The nodes on ways from one to another that all ways to it pass. */
export function nodesBetween(
  first: ModelElement,
  last: ModelElement,
  flows: Flows & Pick<LintModel, 'incoming'>,
): ModelElement[] {
  const before = reachable([last], (node) =>
    node === first ? [] : flows.incoming(node).map(({ sourceRef }) => sourceRef),
  );
  const behind = reachable([first], (node) => (node === last ? [] : nextOf(node, flows)));
  return [...before].filter((node) => behind.has(node) && node !== first && node !== last);
}

/**
 * For each node that a way leads to, the last node that all ways to it pass; undefined: ways from several beginnings meet there. By
 * Cooper, Harvey and Kennedy, A simple, fast dominance algorithm (2001).
 */
export function dominators(scope: ModelElement, flows: Flows): ReadonlyMap<ModelElement, ModelElement | undefined> {
  const nodes = flows.childrenOfType(scope, 'bpmn:FlowNode').filter((node) => !isEventSubProcess(node));
  const preds = new Map<ModelElement, ModelElement[]>(nodes.map((node) => [node, []]));
  for (const node of nodes) for (const next of nextOf(node, flows)) preds.get(next)?.push(node);
  const order = reversePostorder(nodes, preds, flows);
  const rank = new Map(order.map((node, index) => [node, index]));
  // Index of the dominator; -1: where everything begins; -2: not known yet.
  const above: number[] = order.map((node) => (preds.get(node)?.length === 0 ? -1 : -2));
  const meet = (one: number, other: number) => {
    let [a, b] = [one, other];
    while (a !== b)
      if (a > b) a = above[a] ?? -1;
      else b = above[b] ?? -1;
    return a;
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [index, node] of order.entries()) {
      const before = (preds.get(node) ?? []).flatMap((pred) => rank.get(pred) ?? []);
      const known = before.filter((pred) => above[pred] !== -2);
      if (known.length === 0) continue;
      const found = known.reduce(meet);
      if (above[index] !== found) {
        above[index] = found;
        isChanged = true;
      }
    }
  }
  return new Map(order.map((node, index) => [node, order[above[index] ?? -1]]));
}

/** The nodes that a beginning leads to, each behind those that lead to it, loops aside. */
function reversePostorder(
  nodes: readonly ModelElement[],
  preds: ReadonlyMap<ModelElement, readonly ModelElement[]>,
  flows: Flows,
): ModelElement[] {
  const seen = new Set<ModelElement>();
  const done: ModelElement[] = [];
  for (const first of nodes) {
    if (preds.get(first)?.length !== 0) continue;
    seen.add(first);
    const open = [{ node: first as ModelElement, rest: nextOf(first, flows) }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const next = top.rest.pop();
      if (!next) {
        done.push(top.node);
        open.pop();
      } else if (!seen.has(next) && preds.has(next)) {
        seen.add(next);
        open.push({ node: next, rest: nextOf(next, flows) });
      }
    }
  }
  return done.reverse();
}
