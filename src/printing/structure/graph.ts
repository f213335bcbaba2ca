/** The flow of one body as a graph: what the text can say of it, with the steps and ways in their order. */
import {
  type BoundaryEvent,
  type FlowElementsContainer,
  type FlowNode,
  is,
  isElement,
  type ModelElement,
  ownPropertyOf,
  type SequenceFlow,
} from '../../model/index.ts';
import { activityWord, isEventSubProcess } from '../statements/activities.ts';
import { eventWord } from '../statements/events.ts';
import { gatewayWord } from '../statements/gateways.ts';

export interface FlowGraph {
  /** Steps of the flow in the order of the file, without what is attached to or stands apart from it. */
  readonly nodes: readonly FlowNode[];
  /** Outside the flow: event sub-processes, and what undoes. */
  readonly apart: readonly FlowNode[];
  /** Boundary events by what they are attached to. */
  readonly handlersOf: ReadonlyMap<FlowNode, readonly BoundaryEvent[]>;
  /** The ways out of a step or boundary event, in the order of its outgoing flows. */
  readonly waysFrom: ReadonlyMap<FlowNode, readonly SequenceFlow[]>;
  /** How many ways arrive at a step. */
  readonly arrivals: ReadonlyMap<FlowNode, number>;
  /** The ways that arrive at a step. */
  readonly waysTo: ReadonlyMap<FlowNode, readonly SequenceFlow[]>;
}

/** The graph of a process or sub-process. Flows with an end that no way leads to or from in a text are left out. */
export function graphOf(container: FlowElementsContainer): FlowGraph {
  const all = container.flowElements.filter((element): element is FlowNode => is(element, 'bpmn:FlowNode'));
  const steps = all.filter((node) => !is(node, 'bpmn:BoundaryEvent') && isSayable(node));
  const inside = new Set(steps);
  const handlersOf = new Map<FlowNode, BoundaryEvent[]>();
  for (const node of all) {
    if (!is(node, 'bpmn:BoundaryEvent')) continue;
    const { attachedToRef: host } = node;
    if (host && inside.has(host)) handlersOf.set(host, [...(handlersOf.get(host) ?? []), node]);
  }
  const attached = new Set([...handlersOf.values()].flat());
  const sources = new Set<FlowNode>([...steps, ...attached]);
  const apart = steps.filter((node) => isEventSubProcess(node) || isForCompensation(node));
  const flows = container.flowElements.filter(
    (element): element is SequenceFlow => is(element, 'bpmn:SequenceFlow') && isWay(element, sources, inside),
  );
  return {
    nodes: steps.filter((node) => !apart.includes(node)),
    apart,
    handlersOf,
    waysFrom: waysBySource(flows),
    arrivals: arrivalsOf(flows),
    waysTo: Map.groupBy(flows, ({ targetRef }) => targetRef as FlowNode),
  };
}

function isSayable(node: FlowNode): boolean {
  return (eventWord(node) ?? activityWord(node) ?? gatewayWord(node)) !== undefined;
}

function isForCompensation(node: FlowNode): boolean {
  return node.get('isForCompensation') === true;
}

function isWay(flow: SequenceFlow, sources: ReadonlySet<FlowNode>, targets: ReadonlySet<FlowNode>): boolean {
  const { sourceRef: source, targetRef: target } = flow;
  if (!isElement(source) || !isElement(target)) return false;
  return sources.has(source) && targets.has(target) && mayLeave(source) && mayArrive(target);
}

/** Nothing leaves an end, or a throwing link. */
function mayLeave(node: FlowNode): boolean {
  if (is(node, 'bpmn:EndEvent') || isEventSubProcess(node)) return false;
  return !isCompensationEvent(node);
}

/** Nothing arrives at a start, a link that is caught, or outside the flow. */
function mayArrive(node: FlowNode): boolean {
  if (is(node, 'bpmn:StartEvent') || isEventSubProcess(node)) return false;
  return !(is(node, 'bpmn:IntermediateCatchEvent') && isLink(node));
}

export function isLink(node: ModelElement): boolean {
  return definitionsOf(node).some((one) => is(one, 'bpmn:LinkEventDefinition'));
}

export function isCompensationEvent(node: ModelElement): boolean {
  return is(node, 'bpmn:BoundaryEvent') && definitionsOf(node).some((one) => is(one, 'bpmn:CompensateEventDefinition'));
}

function definitionsOf(node: ModelElement): readonly unknown[] {
  const definitions = ownPropertyOf(node, 'eventDefinitions');
  return Array.isArray(definitions) ? definitions : [];
}

/** In the order in which the step lists its outgoing flows; those that it does not list come last. */
function waysBySource(flows: readonly SequenceFlow[]): Map<FlowNode, SequenceFlow[]> {
  const ways = new Map<FlowNode, SequenceFlow[]>();
  for (const flow of flows) {
    if (!flow.sourceRef) continue;
    const list = ways.get(flow.sourceRef);
    if (list) list.push(flow);
    else ways.set(flow.sourceRef, [flow]);
  }
  for (const [source, list] of ways) {
    if (list.length < 2) continue;
    const places = new Map(source.outgoing.map((flow, index) => [flow, index]));
    const place = (flow: SequenceFlow) => places.get(flow) ?? places.size;
    list.sort((a, b) => place(a) - place(b));
  }
  return ways;
}

function arrivalsOf(flows: readonly SequenceFlow[]): Map<FlowNode, number> {
  const arrivals = new Map<FlowNode, number>();
  for (const { targetRef } of flows) if (targetRef) arrivals.set(targetRef, (arrivals.get(targetRef) ?? 0) + 1);
  return arrivals;
}
