/** What a join has to be, so that it waits for all that comes and for nothing else. */
import { type FlowNode, type Gateway, is, type ModelElement } from '../../model/index.ts';
import { dominators, nodesBetween } from '../control-flow.ts';
import type { LintModel } from '../lint-model.ts';
import { defaultOf, hasCondition } from '../queries.ts';
import type { FindingDetails } from '../rule.ts';
import { kindOf } from '../words.ts';
import type { GatewayType } from './model-change.ts';

type Flows = Pick<LintModel, 'childrenOfType' | 'incoming' | 'outgoing' | 'boundaryEventsOf'>;

/** Whether a node takes one of the ways out of it. */
export function isChoice(node: ModelElement): boolean {
  return is(node, 'bpmn:ExclusiveGateway') || is(node, 'bpmn:EventBasedGateway');
}

/** Whether a token that comes to a node can become several. */
export function letsMoreRun(node: ModelElement, { outgoing }: Flows): boolean {
  if (isChoice(node)) return false;
  if (is(node, 'bpmn:BoundaryEvent')) return !node.cancelActivity;
  const flows = outgoing(node);
  const free = flows.filter((flow) => !hasCondition(flow) && flow !== defaultOf(node));
  return free.length > 1 || flows.length > Math.max(free.length, 1);
}

/** The gateway that fits where the ways out of the last node before it all come together; none if they begin apart. */
function fittingJoin(join: FlowNode, flows: Flows): GatewayType | undefined {
  const split = join.$parent && dominators(join.$parent, flows).get(join);
  if (!split) return undefined;
  const between = nodesBetween(split, join, flows);
  if (isChoice(split) && !between.some((node) => letsMoreRun(node, flows))) return 'bpmn:ExclusiveGateway';
  return takesAll(split, flows) && between.every((node) => leadsOn(node, flows))
    ? 'bpmn:ParallelGateway'
    : 'bpmn:InclusiveGateway';
}

function takesAll(split: ModelElement, { outgoing }: Flows): boolean {
  if (is(split, 'bpmn:ParallelGateway')) return true;
  if (is(split, 'bpmn:Gateway')) return false;
  return !outgoing(split).some((flow) => hasCondition(flow) || flow === defaultOf(split));
}

/** Whether nothing but one token goes in and out again. */
function leadsOn(node: ModelElement, { incoming, outgoing, boundaryEventsOf }: Flows): boolean {
  const isDisturbed = is(node, 'bpmn:Activity') && boundaryEventsOf(node).length > 0;
  return incoming(node).length === 1 && outgoing(node).length === 1 && !isDisturbed;
}

/** Makes a gateway that only joins the one that fits there; nothing if it is that one. */
export function otherJoin(join: Gateway, flows: Flows): FindingDetails {
  const type = flows.outgoing(join).length > 1 ? undefined : fittingJoin(join, flows);
  if (!type || join.$type === type) return {};
  return { fix: [{ kind: 'retype', node: join, type }], fixTitle: `Make it ${a(type)}` };
}

/** Puts the join that fits before what several ways lead to. */
export function joinBefore(node: FlowNode, flows: Flows): FindingDetails {
  const type = flows.incoming(node).length > 1 ? fittingJoin(node, flows) : undefined;
  if (!type) return {};
  return { fix: [{ kind: 'insert', type, where: 'before', nodes: [node] }], fixTitle: `Put ${a(type)} before it` };
}

function a(type: GatewayType): string {
  const kind = kindOf({ $type: type });
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
