import { type BaseElement, is, type Message, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { anchorOf, type Flow, type FlowKind, type LayoutNode, type Scope } from './scope.ts';
import { labelSize, messageSize } from './sizes.ts';

interface FlowSource {
  /** Flow elements, message flows and artifacts, in file order. */
  readonly elements: readonly BaseElement[];
  readonly nodeOf: ReadonlyMap<ModelElement, LayoutNode>;
  readonly scopeOf: ReadonlyMap<LayoutNode, Scope>;
  /** Takes the flows that no single scope holds. */
  readonly top: Scope;
}

/** Resolves all flows: sequence flows into the scope of their ends, everything else to the links of the sheet. */
export function readFlows(source: FlowSource): [BaseElement, Flow][] {
  const flows: [BaseElement, Flow][] = [];
  const add = (element: BaseElement, kind: FlowKind, from: LayoutNode | undefined, to: LayoutNode | undefined) => {
    const id = element.get('id');
    if (typeof id !== 'string' || !from || !to) return;
    const name = element.get('name');
    const label = labelSize(typeof name === 'string' ? name : undefined);
    const message = messageOf(element);
    const shown = { ...(label && { label }), ...(message && { message: messageSize(message.name) }) };
    const flow: Flow = { id, kind, source: from, target: to, ...shown, points: [] };
    flows.push([element, flow]);
    const home = source.scopeOf.get(from);
    const isStep =
      home !== undefined &&
      home === source.scopeOf.get(to) &&
      (kind === 'sequence' || isCompensation(from, to, element));
    (isStep ? home.flows : source.top.links).push(flow);
  };
  const nodeOf = (element: ModelElement | undefined) => element && source.nodeOf.get(element);
  const placeOf = (element: ModelElement | undefined) => nodeOf(element) ?? middleOf(element, flows);
  for (const element of source.elements) {
    if (is(element, 'bpmn:SequenceFlow'))
      add(element, 'sequence', nodeOf(element.sourceRef), nodeOf(element.targetRef));
    if (is(element, 'bpmn:MessageFlow')) add(element, 'message', nodeOf(element.sourceRef), nodeOf(element.targetRef));
    if (is(element, 'bpmn:Association'))
      add(element, 'association', placeOf(element.sourceRef), placeOf(element.targetRef));
    for (const data of dataAssociations(element)) {
      if (is(data, 'bpmn:DataInputAssociation')) add(data, 'association', nodeOf(data.sourceRef[0]), nodeOf(element));
      if (is(data, 'bpmn:DataOutputAssociation')) add(data, 'association', nodeOf(element), nodeOf(data.targetRef));
    }
  }
  sortByOutgoing(source, new Map(flows.map(([element, flow]) => [element, flow])));
  return flows;
}

function messageOf(element: BaseElement): Message | undefined {
  return is(element, 'bpmn:MessageFlow') ? element.messageRef : undefined;
}

/**
 * A stand-in for the middle of a flow that has been read already. It goes with the flow's source; if it is a branch other than the first, with its
 * target, beside which it runs alone.
 */
function middleOf(element: ModelElement | undefined, flows: readonly [BaseElement, Flow][]): LayoutNode | undefined {
  const flow = flows.find(([known]) => known === element)?.[1];
  if (!flow) return undefined;
  const empty = { width: 0, height: 0, x: 0, y: 0, boundary: [], satellites: [] };
  const { id, source, target } = flow;
  const isBranch = flow.kind === 'sequence' && flows.find(([, other]) => other.source === source)?.[1] !== flow;
  const host = anchorOf(isBranch ? target : source);
  return { ...empty, id, kind: 'boundary', band: host.band, host, onFlow: flow };
}

/** A compensation handler hangs on its boundary event by an association: it is placed like any other handler. */
function isCompensation(from: LayoutNode, to: LayoutNode, element: ModelElement): boolean {
  return is(element, 'bpmn:Association') && from.host !== undefined && (to.kind === 'task' || to.kind === 'container');
}

function dataAssociations(element: BaseElement): BaseElement[] {
  const lists = [ownPropertyOf(element, 'dataInputAssociations'), ownPropertyOf(element, 'dataOutputAssociations')];
  return lists.flatMap((list) => (Array.isArray(list) ? list : []));
}

/** Puts the flows of each scope into declared branch order: as the `outgoing` list of their source has them, else as they stand. */
function sortByOutgoing(source: FlowSource, flowOf: ReadonlyMap<ModelElement, Flow>): void {
  const rank = new Map<Flow, number>();
  for (const element of source.nodeOf.keys()) {
    const outgoing = is(element, 'bpmn:FlowNode') ? element.outgoing : [];
    for (const [index, flow] of outgoing.entries()) {
      const known = flowOf.get(flow);
      if (known) rank.set(known, index);
    }
  }
  const rankOf = (flow: Flow) => rank.get(flow) ?? Number.MAX_SAFE_INTEGER;
  for (const { flows } of new Set(source.scopeOf.values())) {
    const bySource = Map.groupBy(flows, (flow) => flow.source);
    const sorted = [...bySource.values()].flatMap((list) => list.sort((a, b) => rankOf(a) - rankOf(b)));
    flows.splice(0, flows.length, ...sorted);
  }
}
