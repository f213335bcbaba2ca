/** Which flows a token takes when it leaves a node (BPMN 2.0.2, 13.3.2 and 13.4). */
import type { Value } from '../expressions/expression.ts';
import { failInstance, MOST_AT_ONCE } from './bounds.ts';
import type { NetFlow, NetNode } from './net.ts';
import type { Run } from './run.ts';
import type { NodeInstance, ScopeInstance } from './state.ts';

/**
 * A node is done: tokens go on along the flows that its kind and their conditions say; or somebody has to choose.
 * @param facts what conditions may ask of the node itself
 */
export function leave(run: Run, scope: number, index: number, facts: Facts = {}): void {
  const node = run.node(index);
  if (node.kind === 'exclusive') decideOne(run, scope, node);
  else if (node.kind === 'parallel' || node.kind === 'event-based') send(run, scope, node.outgoing);
  else decideSome(run, scope, node, facts);
}

export type Facts = Readonly<Record<string, Value>>;

/** Those flows of a complex gateway whose condition is known to hold, else its default if it has conditions. */
export function conditionalFlows(run: Run, scope: ScopeInstance, node: NetNode, facts: Facts): readonly number[] {
  const withCondition = node.outgoing.filter((flow) => run.net.flows[flow]?.condition);
  const data = run.data(scope, facts);
  const holds = withCondition.map((flow) => run.net.flows[flow]?.condition?.evaluate(data));
  const taken = withCondition.filter((_, at) => holds[at] === true);
  const isDefault = withCondition.length > 0 && holds.every((value) => value === false);
  return isDefault ? withDefault(node) : taken;
}

/** Tokens go along flows. */
export function send(run: Run, scope: number, flows: readonly number[]): void {
  for (const flow of flows) run.push({ move: 'arrive', scope, flow });
}

function decideOne(run: Run, scope: number, node: NetNode): void {
  if (node.outgoing.length < 2) {
    leaveUnless(run, scope, node, node.outgoing);
    return;
  }
  const open = candidates(run, run.scope(scope), node);
  const [first] = open.taken;
  if (open.unknown.length > 0) run.addInstance(scope, { node: node.index, kind: 'choice', choice: 'flow' });
  else if (first !== undefined) send(run, scope, [first]);
  else leaveUnless(run, scope, node, withDefault(node));
}

function decideSome(run: Run, scope: number, node: NetNode, facts: Facts): void {
  const times = node.completionQuantity;
  const [first] = node.outgoing;
  if (first === undefined) return;
  // Most nodes have one way on, and nothing to ask.
  if (times === 1 && node.outgoing.length === 1 && !run.net.flows[first]?.condition) {
    send(run, scope, node.outgoing);
    return;
  }
  const open = candidates(run, run.scope(scope), node, facts);
  if (open.unknown.length > 0) {
    run.addInstance(scope, { node: node.index, kind: 'choice', choice: 'flows' });
    return;
  }
  if (times > MOST_AT_ONCE) {
    failInstance(run, scope, node.id, 'too-many');
    return;
  }
  const flows = isDecided(run, node, open) ? open.taken : [...open.taken, ...withDefault(node)];
  for (let time = 0; time < times; time++) leaveUnless(run, scope, node, flows);
}

/** No way on where there should be one is an error of the run: the token stays where it is. */
function leaveUnless(run: Run, scope: number, node: NetNode, flows: readonly number[]): void {
  if (flows.length > 0 || node.outgoing.length === 0) {
    send(run, scope, flows);
    return;
  }
  run.addInstance(scope, { node: node.index, kind: 'stuck' });
  run.trace?.push({ what: 'failed', element: node.id, scope, reason: 'no-outgoing-flow', key: '' });
}

function withDefault(node: NetNode): readonly number[] {
  return node.default >= 0 ? [node.default] : [];
}

interface Candidates {
  /** Flows whose condition holds, in order; of an exclusive gateway only the first. */
  readonly taken: readonly number[];
  /** Flows of which it cannot be known. */
  readonly unknown: readonly number[];
}

function candidates(run: Run, scope: ScopeInstance | undefined, node: NetNode, facts: Facts = {}): Candidates {
  const data = run.data(scope, facts);
  const hasConditions = node.outgoing.some((flow) => run.net.flows[flow]?.condition);
  const taken: number[] = [];
  const unknown: number[] = [];
  for (const index of node.outgoing) {
    if (index === node.default) continue;
    const flow = run.net.flows[index] as NetFlow;
    const value = flow.condition ? flow.condition.evaluate(data) : withoutCondition(run, node, hasConditions);
    if (value === true) {
      taken.push(index);
      if (node.kind === 'exclusive') break;
    } else if (value !== false && run.options.unknown === 'choose') unknown.push(index);
  }
  return { taken, unknown };
}

/**
 * Whether the default flow is not taken: a condition holds. Out of an activity or event a flow without a condition goes beside those that are
 * decided, and says nothing of them (BPMN 2.0.2, table 10.3 and 13.2.1); out of a gateway it is one of them.
 */
function isDecided(run: Run, { kind }: NetNode, { taken }: Candidates): boolean {
  const isGateway = kind === 'inclusive' || kind === 'complex';
  return isGateway ? taken.length > 0 : taken.some((flow) => run.net.flows[flow]?.isConditional);
}

/** A flow without a condition is taken; out of a gateway that decides it is one way among others as long as nothing says which. */
function withoutCondition(run: Run, node: NetNode, hasConditions: boolean): boolean | undefined {
  const decides =
    node.kind === 'exclusive' || ((node.kind === 'inclusive' || node.kind === 'complex') && !hasConditions);
  return decides && node.outgoing.length > 1 && run.options.unknown === 'choose' ? undefined : true;
}

/** The flows that somebody may choose for a token that waits for it, the default flow instead of all others, and those that go in any case. */
export function choices(
  run: Run,
  scope: ScopeInstance,
  instance: NodeInstance,
): { free: readonly number[]; forced: readonly number[] } {
  const node = run.node(instance.node);
  const open = candidates(run, scope, node);
  const { taken, unknown } = open;
  if (instance.choice === 'flow')
    return { free: [...unknown, ...(taken.length > 0 ? taken : withDefault(node))], forced: [] };
  return { free: isDecided(run, node, open) ? unknown : [...unknown, ...withDefault(node)], forced: taken };
}
