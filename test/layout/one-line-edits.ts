/** One-line edits of a model: what happens to it when a person deletes the line of a step, or writes one. */
import {
  allElements,
  append,
  createElement,
  type Definitions,
  elementsById,
  type FlowNode,
  is,
  type Lane,
  type ModelElement,
  type SequenceFlow,
} from '../../src/model/index.ts';

/** `delete` names a step, `insert` the flow on which a new task is put. */
export interface Edit {
  readonly kind: 'delete' | 'insert';
  readonly id: string;
}

/** What an edit touched; all other elements were there before and are there after it. */
export interface Touched {
  /** Ids of flows that were led elsewhere, made or removed. */
  readonly flows: ReadonlySet<string>;
  /** Ids of the nodes behind the edit: these may move to the right or left. */
  readonly downstream: ReadonlySet<string>;
}

/** All one-line edits of a model, in file order: each step with one way in and one way out less, each sequence flow with a step on it. */
export function editsOf(definitions: Definitions): Edit[] {
  const edits: Edit[] = [];
  const hosts = new Set<ModelElement | undefined>();
  for (const element of allElements(definitions))
    if (is(element, 'bpmn:BoundaryEvent')) hosts.add(element.attachedToRef);
  for (const element of allElements(definitions)) {
    if (!element.get('id')) continue;
    const id = String(element.get('id'));
    if (isStep(element) && !hosts.has(element) && throughFlows(element)) edits.push({ kind: 'delete', id });
    if (is(element, 'bpmn:SequenceFlow') && isWhole(element)) edits.push({ kind: 'insert', id });
  }
  return edits;
}

/** Does an edit to a model, as if its text had been edited. */
export function applyEdit(definitions: Definitions, { kind, id }: Edit): Touched {
  const element = elementsById(definitions).get(id);
  if (kind === 'delete' && element && is(element, 'bpmn:FlowNode')) return deleteStep(element, definitions);
  if (kind === 'insert' && element && is(element, 'bpmn:SequenceFlow')) return insertStep(element, definitions);
  throw new Error(`There is no "${id}" to ${kind}.`);
}

function isStep(element: ModelElement): element is FlowNode {
  const isEvent = is(element, 'bpmn:IntermediateCatchEvent') || is(element, 'bpmn:IntermediateThrowEvent');
  return (is(element, 'bpmn:Activity') && !isWaiting(element) && !isBlock(element)) || isEvent;
}

/** A sub-process with content is more than one line. */
function isBlock(element: ModelElement): boolean {
  const content = element.get('flowElements');
  return Array.isArray(content) && content.length > 0;
}

/** Event sub-processes and compensation handlers have no place in a sequence. */
function isWaiting(element: ModelElement): boolean {
  return element.get('triggeredByEvent') === true || element.get('isForCompensation') === true;
}

function isWhole({ sourceRef, targetRef, $parent }: SequenceFlow): boolean {
  return (
    sourceRef !== undefined && targetRef !== undefined && sourceRef.$parent === $parent && targetRef.$parent === $parent
  );
}

/** The one flow that leads to a step and the one that leads on. */
function throughFlows(step: FlowNode): [SequenceFlow, SequenceFlow] | undefined {
  const flows = siblings(step)
    .filter((element) => is(element, 'bpmn:SequenceFlow'))
    .filter(isWhole);
  const before = flows.filter((flow) => flow.targetRef === step);
  const after = flows.filter((flow) => flow.sourceRef === step);
  const [one, other] = [before[0], after[0]];
  return one && other && one !== other && before.length === 1 && after.length === 1 ? [one, other] : undefined;
}

function siblings(element: ModelElement): ModelElement[] {
  const list = element.$parent?.get('flowElements');
  return Array.isArray(list) ? list : [];
}

function deleteStep(step: FlowNode, definitions: Definitions): Touched {
  const through = throughFlows(step);
  if (!through) throw new Error(`"${step.id}" is not on one way.`);
  const [before, after] = through;
  const downstream = behind(step);
  const next = after.targetRef;
  before.targetRef = next;
  replace(next?.incoming ?? [], after, before);
  remove(siblings(step), step, after);
  for (const lane of lanesOf(step, definitions)) remove(lane.flowNodeRef, step);
  return { flows: new Set([before.id ?? '', after.id ?? '']), downstream };
}

function insertStep(flow: SequenceFlow, definitions: Definitions): Touched {
  const [source, target, container] = [flow.sourceRef, flow.targetRef, flow.$parent];
  if (!source || !target || !is(container ?? flow, 'bpmn:FlowElementsContainer'))
    throw new Error(`"${flow.id}" leads nowhere.`);
  const downstream = behind(target);
  const step = createElement('bpmn:Task', { id: 'inserted_step', name: 'Do one thing more' });
  const onward = createElement('bpmn:SequenceFlow', { id: 'inserted_flow', sourceRef: step, targetRef: target });
  const elements = siblings(flow);
  for (const element of [step, onward]) element.$parent = container;
  elements.splice(elements.indexOf(source) + 1, 0, step);
  elements.push(onward);
  flow.targetRef = step;
  replace(target.incoming, flow, onward);
  append(step, 'incoming', flow);
  append(step, 'outgoing', onward);
  const host = is(source, 'bpmn:BoundaryEvent') ? (source.attachedToRef ?? source) : source;
  for (const lane of lanesOf(host, definitions)) lane.flowNodeRef.push(step);
  return { flows: new Set([flow.id ?? '', 'inserted_flow']), downstream };
}

function lanesOf(node: FlowNode, definitions: Definitions): Lane[] {
  return [...allElements(definitions)]
    .filter((element) => is(element, 'bpmn:Lane'))
    .filter((lane) => lane.flowNodeRef.includes(node));
}

function remove<T>(list: T[], ...items: T[]): void {
  list.splice(0, list.length, ...list.filter((item) => !items.includes(item)));
}

function replace<T>(list: T[], old: T, by: T): void {
  const index = list.indexOf(old);
  if (index >= 0) list[index] = by;
}

/** All that a step leads to: along sequence flows, out of boundary events, out of the sub-process that it is in, and what sub-processes hold. */
function behind(first: FlowNode): Set<string> {
  const found = new Set<ModelElement>();
  const todo: ModelElement[] = [first];
  for (let step = todo.pop(); step; step = todo.pop()) {
    if (found.has(step)) continue;
    found.add(step);
    for (const element of siblings(step)) {
      if (is(element, 'bpmn:SequenceFlow') && element.sourceRef === step && element.targetRef)
        todo.push(element.targetRef);
      if (is(element, 'bpmn:BoundaryEvent') && element.attachedToRef === step) todo.push(element);
    }
    const inner = step.get('flowElements');
    if (Array.isArray(inner) && !holds(step, first))
      todo.push(...inner.filter((element) => is(element, 'bpmn:FlowNode')));
    if (step.$parent && is(step.$parent, 'bpmn:SubProcess')) todo.push(step.$parent);
  }
  return new Set([...found].map((element) => String(element.get('id'))));
}

function holds(container: ModelElement, element: ModelElement): boolean {
  for (let around = element.$parent; around; around = around.$parent) if (around === container) return true;
  return false;
}
