/** Gateways that look at the whole scope before they go on (BPMN 2.0.2, 13.4.3 and 13.4.5). */
import type { NetNode, Reach } from './net.ts';
import type { Run } from './run.ts';
import type { NodeInstance, ScopeInstance } from './state.ts';
import { conditionalFlows, leave, send } from './ways-on.ts';

/** Lets one join of the scope go on that waits no longer. @returns whether there was one */
export function fireJoin(run: Run, scope: ScopeInstance): boolean {
  for (const index of joinsWithTokens(run, scope)) {
    const node = run.node(index);
    if (node.kind === 'inclusive' ? fireInclusive(run, scope, node) : resetComplex(run, scope, node)) return true;
  }
  return false;
}

function joinsWithTokens(run: Run, scope: ScopeInstance): number[] {
  const nodes = new Set<number>();
  for (const flow of scope.tokens) {
    const target = run.net.flows[flow]?.target ?? -1;
    const { kind } = run.node(target);
    if (kind === 'inclusive') nodes.add(target);
  }
  for (const { node, kind } of scope.instances) if (kind === 'reset') nodes.add(node);
  return [...nodes];
}

/** One token from each filled flow, as soon as no token elsewhere could still fill an empty one without being able to reach a filled one. */
function fireInclusive(run: Run, scope: ScopeInstance, node: NetNode): boolean {
  const reach = run.net.reach.get(node.index);
  const filled = node.incoming.filter((flow) => scope.tokens.includes(flow));
  if (!reach || filled.length === 0 || waitsFor(scope, node, reach, filled)) return false;
  for (const flow of filled) run.takeToken(scope.id, flow);
  run.trace?.push({ what: 'completed', element: node.id, scope: scope.id, instance: 0 });
  leave(run, scope.id, node.index);
  return true;
}

/** Where a token stands that a join waits for; undefined: it waits for none. */
export function waitsFor(
  scope: ScopeInstance,
  node: NetNode,
  reach: Reach,
  filled: readonly number[],
): { readonly flow: number } | { readonly node: number } | undefined {
  const isFilled = node.incoming.map((flow) => filled.includes(flow));
  if (!isFilled.includes(false)) return undefined;
  const mayFill = (ways: readonly Uint8Array[], own: readonly Uint8Array[], at: number) => {
    let reachesEmpty = false;
    for (let index = 0; index < ways.length; index++) {
      if (isFilled[index] && own[index]?.[at]) return false;
      if (!isFilled[index] && ways[index]?.[at]) reachesEmpty = true;
    }
    return reachesEmpty;
  };
  const mayFillFrom = (flow: number) => mayFill(reach.flows, reach.ownFlows, flow);
  for (const flow of scope.tokens) if (!node.incoming.includes(flow) && mayFillFrom(flow)) return { flow };
  for (const flow of scope.resting) if (mayFillFrom(flow)) return { flow };
  for (const { node: at, kind } of scope.instances)
    if (at !== node.index && kind !== 'stuck' && mayFill(reach.nodes, reach.ownNodes, at)) return { node: at };
  return undefined;
}

/** The first part of a complex gateway's round: its condition over the counts holds, or without one, every flow is filled (choice). */
export function activateComplex(run: Run, id: number, node: NetNode): void {
  const scope = run.scope(id);
  if (!scope || scope.instances.some((each) => each.node === node.index && each.kind === 'reset')) return;
  const filled = node.incoming.filter((flow) => scope.tokens.includes(flow));
  const data = run.data(scope, { activationCount: filled.length });
  const isActivated = node.activation
    ? node.activation.evaluate(data) === true
    : filled.length === node.incoming.length;
  if (!isActivated) return;
  for (const flow of filled) run.takeToken(id, flow);
  run.trace?.push({ what: 'completed', element: node.id, scope: id, instance: 0 });
  if (filled.length < node.incoming.length) run.addInstance(id, { node: node.index, kind: 'reset', used: filled });
  leave(run, id, node.index, { waitingForStart: true, activationCount: filled.length });
}

/**
 * The second part: each other flow has come, or cannot come any more. Its tokens are taken, and flows whose condition holds now get one, else the
 * default flow; one without a condition gets none, or no gateway could take the first of many alone (choice; BPMN 2.0.2, table 13.5).
 */
function resetComplex(run: Run, scope: ScopeInstance, node: NetNode): boolean {
  const waiting = scope.instances.find((each) => each.node === node.index && each.kind === 'reset') as NodeInstance;
  const reach = run.net.reach.get(node.index);
  const come = node.incoming.filter((flow) => waiting.used?.includes(flow) || scope.tokens.includes(flow));
  if (!reach || waitsFor(scope, node, reach, come)) return false;
  for (const flow of node.incoming) if (!waiting.used?.includes(flow)) run.takeToken(scope.id, flow);
  run.removeInstance(scope.id, waiting.id);
  send(run, scope.id, conditionalFlows(run, scope, node, { waitingForStart: false, activationCount: come.length }));
  activateComplex(run, scope.id, node);
  return true;
}
