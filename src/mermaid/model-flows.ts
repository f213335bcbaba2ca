/** The arrows of a diagram as sequence flows, message flows, associations, and what steps read and write. */
import {
  addRead,
  addWrite,
  append,
  type BaseElement,
  type Collaboration,
  canRead,
  canWrite,
  createElement,
  type DataAssociation,
  type FlowElementsContainer,
  type ItemAwareElement,
  is,
  type Participant,
  type Process,
  placeholderOf,
  type SubProcess,
} from '../model/index.ts';
import type { ModelMaker } from './model-of.ts';
import type { DiagramFlow } from './read-diagram.ts';

/** What flows may lead between. */
export interface Made {
  readonly element: BaseElement;
  readonly container: FlowElementsContainer | undefined;
  readonly pool: Participant | undefined;
}

/** Adds the flows of the diagram; those that can lead nowhere are told. */
export function addFlows(maker: ModelMaker): void {
  for (const flow of maker.diagram.flows) {
    const [from, to] = [maker.made.get(flow.from), maker.made.get(flow.to)];
    // What is missing has been told already.
    if (!from || !to) continue;
    const why = adders[flow.kind](maker, flow, from, to);
    if (why !== undefined) maker.tell('error', 'flow-ends', why, flow.range);
  }
}

/** @returns why the flow cannot be, as a sentence that says what to write */
type Adder = (maker: ModelMaker, flow: DiagramFlow, from: Made, to: Made) => string | undefined;

const adders: Readonly<Record<DiagramFlow['kind'], Adder>> = {
  sequence: addSequence,
  message: addMessage,
  association: addAssociation,
};

function addSequence(maker: ModelMaker, { label, range }: DiagramFlow, from: Made, to: Made): string | undefined {
  const [source, target] = [from.element, to.element];
  if (!is(source, 'bpmn:FlowNode') || !is(target, 'bpmn:FlowNode'))
    return '--> leads from step to step: join data and notes with ..> or ..., pools with -.->.';
  if (from.pool !== to.pool) return '--> stays in one pool: from pool to pool leads a message, -.->.';
  if (from.container !== to.container || !from.container)
    return '--> does not cross the border of a sub-process: lead it to the sub-process, or between steps within.';
  if (is(target, 'bpmn:BoundaryEvent')) return 'No --> leads to a boundary event: its activity leads to it.';
  const id = maker.ids.numbered('Flow');
  const flow = createElement('bpmn:SequenceFlow', { id, sourceRef: source, targetRef: target });
  if (label) flow.name = label;
  append(from.container, 'flowElements', flow);
  source.outgoing.push(flow);
  target.incoming.push(flow);
  maker.place(id, range);
  return undefined;
}

function addMessage(maker: ModelMaker, { range }: DiagramFlow, from: Made, to: Made): string | undefined {
  const { collaboration } = maker;
  if (!collaboration || from.pool === to.pool) return '-.-> leads from one pool to another: within one write -->.';
  for (const { element } of [from, to])
    if (!is(element, 'bpmn:Participant') && !is(element, 'bpmn:FlowNode'))
      return '-.-> leads between pools and steps: join data and notes with ..> or ...';
  const id = maker.ids.numbered('MessageFlow');
  const flow = createElement('bpmn:MessageFlow', { id });
  // Set by name: the meta-model lets tasks, events and pools exchange messages, people draw them at sub-processes too.
  flow.set('sourceRef', from.element);
  flow.set('targetRef', to.element);
  append(collaboration, 'messageFlows', flow);
  maker.place(id, range);
  return undefined;
}

function addAssociation(maker: ModelMaker, flow: DiagramFlow, from: Made, to: Made): string | undefined {
  const [source, target] = [from.element, to.element];
  if ([source, target].some((end) => is(end, 'bpmn:Lane') || is(end, 'bpmn:Group')))
    return 'Lanes and groups have no associations: join a step, data, a note or a pool.';
  if (flow.isDirected && addDataAssociation(maker, flow, source, target)) return undefined;
  // A note is behind its step where nothing points at either.
  const isTurned = !flow.isDirected && is(source, 'bpmn:TextAnnotation') && !is(target, 'bpmn:TextAnnotation');
  const [sourceRef, targetRef] = isTurned ? [target, source] : [source, target];
  const id = maker.ids.numbered('Association');
  const associationDirection = flow.isDirected ? 'One' : 'None';
  const association = createElement('bpmn:Association', { id, sourceRef, targetRef, associationDirection });
  const holder = holderOf(from, to) ?? maker.collaboration;
  if (!holder) return 'An association joins what is in the same process or collaboration.';
  append(holder as Collaboration | Process | SubProcess, 'artifacts', association);
  maker.place(id, flow.range);
  if (flow.isDirected) compensate(source, target);
  return undefined;
}

/** The container of both, of the artifact if one is, else that of the first. */
function holderOf(from: Made, to: Made): FlowElementsContainer | undefined {
  const artifact = [from, to].find(({ element }) => is(element, 'bpmn:Artifact'));
  return (artifact ?? from).container;
}

/** What a compensation event points at runs only then (BPMN 2.0.2, 10.7). */
function compensate(source: BaseElement, target: BaseElement): void {
  if (!is(source, 'bpmn:BoundaryEvent') || !is(target, 'bpmn:Activity')) return;
  if (source.eventDefinitions.some((definition) => is(definition, 'bpmn:CompensateEventDefinition')))
    target.isForCompensation = true;
}

/** From data to a step that reads it, or from a step to data that it writes. @returns whether it is either */
function addDataAssociation(
  maker: ModelMaker,
  { range }: DiagramFlow,
  source: BaseElement,
  target: BaseElement,
): boolean {
  const association = readOf(maker, source, target) ?? writeOf(maker, source, target);
  if (association?.id === undefined) return false;
  maker.place(association.id, range);
  return true;
}

function readOf(maker: ModelMaker, data: BaseElement, step: BaseElement): DataAssociation | undefined {
  if (!isData(data) || !canRead(step)) return undefined;
  const id = maker.ids.numbered('DataInputAssociation');
  const association = createElement('bpmn:DataInputAssociation', { id, sourceRef: [data] });
  association.targetRef = placeholderOf(step, (property) => {
    property.id = maker.ids.numbered('Property');
  });
  addRead(step, association);
  return association;
}

function writeOf(maker: ModelMaker, step: BaseElement, data: BaseElement): DataAssociation | undefined {
  if (!isData(data) || !canWrite(step)) return undefined;
  const id = maker.ids.numbered('DataOutputAssociation');
  const association = createElement('bpmn:DataOutputAssociation', { id, targetRef: data });
  addWrite(step, association);
  return association;
}

function isData(element: BaseElement): element is ItemAwareElement {
  return is(element, 'bpmn:ItemAwareElement');
}
