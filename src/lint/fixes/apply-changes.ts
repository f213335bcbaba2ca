/** Does to a model what a fix says. */
import {
  allElements,
  changeForeign,
  createElementOf,
  type FlowNode,
  is,
  isElement,
  type Lane,
  type ModelElement,
  put,
  removeElements,
  retype,
  type SequenceFlow,
  setReferenceText,
} from '../../model/index.ts';
import { type TypeDescriptor, typeNamed } from '../../schema/index.ts';
import { gather } from './gather.ts';
import type { ChangeVendor, Enclose, Gather, Insert, ListReference, ModelChange, NewElement } from './model-change.ts';

/** What has to be drawn after changes. */
export interface Touched {
  /** New nodes and flows, and what is to be drawn anew. */
  readonly undrawn: ReadonlySet<ModelElement>;
  /** Whether the whole drawing is to be made anew. */
  readonly isAll: boolean;
}

/** Changes a model in place. Changes of elements that an earlier one has taken away do nothing. */
export function applyChanges(root: ModelElement, changes: readonly ModelChange[]): Touched {
  const editor = new ModelEditor(root);
  for (const change of changes) editor.apply(change);
  return { undrawn: editor.undrawn, isAll: changes.some((one) => one.kind === 'redraw' && one.elements === 'all') };
}

class ModelEditor {
  readonly undrawn = new Set<ModelElement>();
  readonly #root: ModelElement;
  readonly #ids: Set<unknown>;
  /** Whether nodes list the flows at their ends; a file lists all or none. */
  readonly #listsFlows: boolean;
  readonly #made = new Map<NewElement, ModelElement>();

  constructor(root: ModelElement) {
    this.#root = root;
    const all = [...allElements(root)];
    this.#ids = new Set(all.map((element) => element.get('id')));
    const lists = all.some((one) => is(one, 'bpmn:FlowNode') && one.incoming.length + one.outgoing.length > 0);
    this.#listsFlows = lists || !all.some((one) => is(one, 'bpmn:SequenceFlow'));
  }

  apply(change: ModelChange): void {
    switch (change.kind) {
      case 'set':
        // What a reference to nothing has said is no longer meant.
        setReferenceText(change.element, change.property, undefined);
        change.element.set(change.property, change.value);
        break;
      case 'list':
      case 'unlist':
        this.#setListed(change);
        break;
      case 'remove':
        removeElements(this.#root, [change.element]);
        break;
      case 'bypass':
        this.#bypass(change.node);
        break;
      case 'insert':
        this.#insert(change);
        break;
      case 'add':
        this.#add(change.parent, change.property, change.element);
        break;
      case 'retarget':
        this.#lead(change.flow, change.flow.sourceRef, change.target);
        break;
      case 'retype':
        retype(this.#root, change.node, descriptorOf(change.type));
        break;
      case 'enclose':
        this.#enclose(change);
        break;
      case 'gather':
        this.#gather(change);
        break;
      case 'vendor':
        changeVendor(change);
        break;
      case 'redraw':
        this.#redraw(change.elements);
    }
  }

  #setListed({ kind, element: named, property, value }: ListReference): void {
    const [element, one] = [this.#elementOf(named), this.#elementOf(value)];
    if (!element || !one) return;
    const listed = element.get(property);
    const others = Array.isArray(listed) ? listed.filter((other) => other !== one) : [];
    element.set(property, kind === 'list' ? [...others, one] : others);
  }

  #elementOf(named: ModelElement | NewElement): ModelElement | undefined {
    return isElement(named) ? named : this.#made.get(named);
  }

  /** A drawing refers to what it shows by its id. */
  #redraw(elements: readonly ModelElement[] | 'all'): void {
    const drawn = elements === 'all' ? [...allElements(this.#root)].filter(isFlowElement) : elements;
    for (const element of drawn) {
      if (element.get('id') === undefined) element.set('id', this.#freeId(stemOf(element)));
      if (elements !== 'all') this.undrawn.add(element);
    }
  }

  #bypass(node: FlowNode): void {
    const ins = this.#flows((flow) => flow.targetRef === node);
    const outs = this.#flows((flow) => flow.sourceRef === node);
    const [into] = ins;
    const [out] = outs;
    if (outs.length === 1 && out) for (const flow of ins) this.#lead(flow, flow.sourceRef, out.targetRef);
    else if (ins.length === 1 && into) for (const flow of outs) this.#lead(flow, into.sourceRef, flow.targetRef);
    removeElements(this.#root, [node]);
  }

  #insert({ type, where, nodes: named, name }: Insert): void {
    const nodes = named.flatMap((one) => {
      const node = this.#elementOf(one);
      return is(node, 'bpmn:FlowNode') ? [node] : [];
    });
    const [first] = nodes;
    const scope = first?.$parent;
    const list = scope?.get('flowElements');
    if (!first || !scope || !Array.isArray(list)) return;
    const made = this.#make({ type, values: name ? { name } : {} });
    made.$parent = scope;
    list.splice(list.indexOf(first) + (where === 'before' ? 0 : 1), 0, made);
    if (!is(made, 'bpmn:FlowNode')) return;
    for (const lane of this.#lanesOf(first)) lane.flowNodeRef = [...lane.flowNodeRef, made];
    for (const node of nodes) {
      if (where === 'before') {
        for (const flow of this.#flows((one) => one.targetRef === node)) this.#lead(flow, flow.sourceRef, made);
        this.#connect(made, node);
      } else {
        for (const flow of this.#flows((one) => one.sourceRef === node)) this.#lead(flow, made, flow.targetRef);
        this.#connect(node, made);
      }
    }
  }

  #enclose({ nodes, name, outcome }: Enclose): void {
    const [first, last] = [nodes[0], nodes.at(-1)];
    const scope = first?.$parent;
    const list: unknown = scope?.get('flowElements');
    const made = this.#make({ type: 'bpmn:SubProcess', values: name ? { name } : {} });
    if (!first || !last || !scope || !Array.isArray(list) || !is(made, 'bpmn:SubProcess')) return;
    const inside = new Set<unknown>(nodes);
    for (const flow of this.#flows(({ sourceRef, targetRef }) => inside.has(sourceRef) && inside.has(targetRef)))
      inside.add(flow);
    for (const flow of this.#flows(({ targetRef }) => targetRef === first)) this.#lead(flow, flow.sourceRef, made);
    for (const flow of this.#flows(({ sourceRef }) => sourceRef === last)) this.#lead(flow, made, flow.targetRef);
    for (const lane of this.#lanesOf(first))
      lane.flowNodeRef = [...lane.flowNodeRef.filter((node) => !inside.has(node)), made];
    const [moved, left] = [list.filter((one) => inside.has(one)), list.filter((one) => !inside.has(one))];
    const before = left.filter((one) => list.indexOf(one) < list.indexOf(first));
    scope.set('flowElements', [...before, made, ...left.slice(before.length)]);
    made.set('flowElements', moved);
    made.$parent = scope;
    for (const one of moved) one.$parent = made;
    this.#insert({ kind: 'insert', type: 'bpmn:StartEvent', where: 'before', nodes: [first] });
    this.#insert({ kind: 'insert', type: 'bpmn:EndEvent', where: 'after', nodes: [last], name: outcome });
  }

  #gather(change: Gather): void {
    const stage = this.#make({ type: 'cmmn:Stage', values: { name: change.name, autoComplete: true } });
    const item = this.#make({ type: 'cmmn:PlanItem', values: { name: change.name, definitionRef: stage } });
    if (is(stage, 'cmmn:Stage') && is(item, 'cmmn:PlanItem')) gather(this.#root, change, stage, item);
  }

  #connect(source: FlowNode, target: FlowNode): void {
    const scope = source.$parent;
    if (!scope) return;
    const flow = this.#add(scope, 'flowElements', { type: 'bpmn:SequenceFlow', values: {} });
    if (is(flow, 'bpmn:SequenceFlow')) this.#lead(flow, source, target);
  }

  /** Lets a flow lead from one node to another. A condition stays with the flow, and the default with its owner. */
  #lead(flow: SequenceFlow, source: FlowNode | undefined, target: FlowNode | undefined): void {
    if (this.#listsFlows) {
      this.#list(flow.sourceRef, source, 'outgoing', flow);
      this.#list(flow.targetRef, target, 'incoming', flow);
    }
    if (flow.sourceRef !== source) {
      if (flow.sourceRef?.get('default') === flow) {
        flow.sourceRef.set('default', undefined);
        if (source && typeNamed(source.$type)?.propertiesByName.has('default')) source.set('default', flow);
      }
      flow.sourceRef = source;
    }
    flow.targetRef = target;
    this.undrawn.add(flow);
  }

  #list(before: FlowNode | undefined, after: FlowNode | undefined, end: 'incoming' | 'outgoing', flow: SequenceFlow) {
    // What a file says a flow leads to may be no node.
    const [from, to] = [before, after].map((one) => (is(one, 'bpmn:FlowNode') ? one : undefined));
    if (from && from === to && from[end].includes(flow)) return;
    if (from) from[end] = from[end].filter((one) => one !== flow);
    if (to) to[end] = [...to[end], flow];
  }

  #flows(isWanted: (flow: SequenceFlow) => boolean): SequenceFlow[] {
    return [...allElements(this.#root)].filter((one) => is(one, 'bpmn:SequenceFlow')).filter(isWanted);
  }

  #lanesOf(node: FlowNode): Lane[] {
    return [...allElements(this.#root)]
      .filter((one) => is(one, 'bpmn:Lane'))
      .filter(({ flowNodeRef }) => flowNodeRef.includes(node));
  }

  #add(named: ModelElement | NewElement, property: string, element: NewElement): ModelElement | undefined {
    const parent = this.#elementOf(named);
    const descriptor = parent && typeNamed(parent.$type)?.propertiesByName.get(property);
    if (!parent || !descriptor) return undefined;
    const made = this.#make(element);
    put(parent, descriptor, made);
    if (this.#listsFlows && is(made, 'bpmn:SequenceFlow')) {
      this.#list(undefined, made.sourceRef, 'outgoing', made);
      this.#list(undefined, made.targetRef, 'incoming', made);
    }
    return made;
  }

  #make(wanted: NewElement): ModelElement {
    const { type, values } = wanted;
    const descriptor = descriptorOf(type);
    const element = createElementOf(descriptor);
    if (identified.some((one) => element.$instanceOf(one))) element.set('id', this.#freeId(stemOf(element)));
    for (const [name, value] of Object.entries(values)) {
      const property = descriptor.propertiesByName.get(name);
      if (typeof value === 'object' && !isElement(value)) this.#add(element, name, value);
      else if (property) put(element, property, value);
    }
    this.undrawn.add(element);
    this.#made.set(wanted, element);
    return element;
  }

  #freeId(stem: string): string {
    let number = 1;
    while (this.#ids.has(`${stem}_${number}`)) number++;
    this.#ids.add(`${stem}_${number}`);
    return `${stem}_${number}`;
  }
}

function changeVendor({ owner, path, attribute }: ChangeVendor): void {
  const extensions = owner.get('extensionElements');
  if (isElement(extensions)) changeForeign(extensions, path, attribute ? { attribute } : {});
}

function descriptorOf(type: string): TypeDescriptor {
  const descriptor = typeNamed(type);
  if (!descriptor) throw new TypeError(`The standards have no type ${type}.`);
  return descriptor;
}

/** What others refer to, or drawings show. */
const identified = [
  'bpmn:FlowElement',
  'bpmn:RootElement',
  'bpmn:MessageFlow',
  'bpmn:DataInput',
  'bpmn:DataOutput',
  'cmmn:Stage',
  'cmmn:PlanItem',
];

function isFlowElement(element: ModelElement): boolean {
  return element.$instanceOf('bpmn:FlowElement');
}

/** What ids of new elements begin with: their type, but for flows, as modelers have it. */
function stemOf({ $type }: ModelElement): string {
  const local = $type.slice($type.indexOf(':') + 1);
  return /^(Sequence|Message)Flow$/.test(local) ? 'Flow' : local;
}
