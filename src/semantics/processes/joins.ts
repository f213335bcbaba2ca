/** Gateways that look at the whole scope before they go on (BPMN 2.0.2, 13.4.3 and 13.4.5). */
import type { NetNode, Reach } from './net.ts';
import type { Run } from './run.ts';
import type { NodeInstance, ScopeInstance } from './state.ts';
import { conditionalFlows, type Facts, leave, send } from './ways-on.ts';

/** Lets one join of the scope go on that waits no longer. @returns whether there was one */
export function fireJoin(run: Run, scope: ScopeInstance): boolean {
  for (const index of joinsWithTokens(run, scope)) {
    const node = run.node(index);
    if (isReset(scope, node) ? resetComplex(run, scope, node) : fireInclusive(run, scope, node)) return true;
  }
  return false;
}

function joinsWithTokens(run: Run, scope: ScopeInstance): number[] {
  const nodes = new Set<number>();
  for (const flow of scope.tokens) {
    const target = run.net.flows[flow]?.target ?? -1;
    const node = run.node(target);
    if (node.kind === 'inclusive' || (node.kind === 'complex' && waitsForAll(run, scope, node))) nodes.add(target);
  }
  for (const { node, kind } of scope.instances) if (kind === 'reset') nodes.add(node);
  return [...nodes];
}

/** Whether a complex gateway goes on when all has come that can: it has no condition for that, or none that can be known (choice). */
function waitsForAll(run: Run, scope: ScopeInstance, node: NetNode): boolean {
  if (isReset(scope, node)) return false;
  if (!node.activation) return true;
  return run.options.unknown === 'choose' && isActivated(run, scope, node, filledOf(scope, node)) === undefined;
}

function isReset({ instances }: ScopeInstance, { index }: NetNode): boolean {
  return instances.some(({ node, kind }) => node === index && kind === 'reset');
}

function filledOf({ tokens }: ScopeInstance, { incoming }: NetNode): number[] {
  return incoming.filter((flow) => tokens.includes(flow));
}

/** What the condition of a complex gateway says of the tokens that have come; undefined: that cannot be known. */
function isActivated(run: Run, scope: ScopeInstance, { activation }: NetNode, filled: readonly number[]) {
  const value = activation?.evaluate(run.data(scope, firstPart(filled)));
  return value === undefined ? undefined : value === true;
}

/** One token from each filled flow, as soon as no token elsewhere could still fill an empty one without being able to reach a filled one. */
function fireInclusive(run: Run, scope: ScopeInstance, node: NetNode): boolean {
  const reach = run.net.reach.get(node.index);
  const filled = filledOf(scope, node);
  if (filled.length === 0 || (reach && waitsFor(scope, node, reach, filled))) return false;
  for (const flow of filled) run.takeToken(scope.id, flow);
  run.trace?.push({ what: 'completed', element: node.id, scope: scope.id, instance: 0 });
  leave(run, scope.id, node.index, node.kind === 'complex' ? firstPart(filled) : undefined);
  return true;
}

/** What the conditions of a complex gateway may ask as it goes on (BPMN 2.0.2, table 10.59). */
function firstPart(filled: readonly number[]): Facts {
  return { waitingForStart: true, activationCount: filled.length };
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

/** The first part of a complex gateway's round: its condition over the counts holds. */
export function activateComplex(run: Run, id: number, node: NetNode): void {
  const scope = run.scope(id);
  if (!scope || isReset(scope, node)) return;
  const filled = filledOf(scope, node);
  if (!isActivated(run, scope, node, filled)) return;
  for (const flow of filled) run.takeToken(id, flow);
  run.trace?.push({ what: 'completed', element: node.id, scope: id, instance: 0 });
  if (filled.length < node.incoming.length) run.addInstance(id, { node: node.index, kind: 'reset', used: filled });
  leave(run, id, node.index, firstPart(filled));
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
