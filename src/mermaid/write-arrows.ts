/** The arrows of a text: sequence flows in chains, messages, associations, and what steps read and write. */
import {
  type Association,
  allElements,
  type DataAssociation,
  type Definitions,
  type FlowNode,
  is,
  isElement,
  type MessageFlow,
  type ModelElement,
  PLACEHOLDER,
  type SequenceFlow,
} from '../model/index.ts';
import type { Said } from './said.ts';
import type { Entry } from './write-outline.ts';

/** Arrows one behind the other: `a --> b -- yes --> c`. */
export interface Chain {
  readonly from: ModelElement;
  readonly arrows: readonly {
    readonly connector: string;
    readonly label?: string | undefined;
    readonly to: ModelElement;
  }[];
}

/** What a model has of lines between its elements, found once. */
export interface Connections {
  /** By the step that they leave, in the order of its branches. */
  readonly flows: ReadonlyMap<ModelElement, readonly SequenceFlow[]>;
  readonly messages: readonly MessageFlow[];
  readonly associations: readonly Association[];
  readonly data: readonly { readonly association: DataAssociation; readonly step: FlowNode }[];
}

export function connectionsOf(definitions: Definitions): Connections {
  const flows = new Map<ModelElement, SequenceFlow[]>();
  const messages: MessageFlow[] = [];
  const associations: Association[] = [];
  const data: { association: DataAssociation; step: FlowNode }[] = [];
  for (const element of allElements(definitions)) {
    if (is(element, 'bpmn:SequenceFlow') && element.sourceRef) addTo(flows, element.sourceRef, element);
    else if (is(element, 'bpmn:MessageFlow')) messages.push(element);
    else if (is(element, 'bpmn:Association')) associations.push(element);
    else if (is(element, 'bpmn:DataAssociation') && is(element.$parent, 'bpmn:FlowNode'))
      data.push({ association: element, step: element.$parent });
  }
  for (const [step, leaving] of flows) if (is(step, 'bpmn:FlowNode')) flows.set(step, inOrder(step, leaving));
  return { flows, messages, associations, data };
}

/** As the step lists them; tools that do not list them have the order of the file. */
function inOrder({ outgoing }: FlowNode, leaving: readonly SequenceFlow[]): SequenceFlow[] {
  const all = new Set(leaving);
  const listed = outgoing.filter((flow) => all.has(flow));
  return [...new Set([...listed, ...leaving])];
}

/** The step that each note and each data is joined to first. */
export function neighboursIn({ associations, data }: Connections): ReadonlyMap<ModelElement, FlowNode> {
  const found = new Map<ModelElement, FlowNode>();
  const join = (thing: ModelElement | undefined, step: unknown) => {
    if (thing && is(step, 'bpmn:FlowNode') && !found.has(thing)) found.set(thing, step);
  };
  for (const { association, step } of data) join(dataOf(association), step);
  for (const { sourceRef, targetRef } of associations) {
    join(sourceRef, targetRef);
    join(targetRef, sourceRef);
  }
  return found;
}

/** The arrows between what is declared. */
export class ArrowWriter {
  readonly #connections: Connections;
  readonly #declared: ReadonlyMap<ModelElement, Entry>;
  readonly #said: Said;
  readonly #leavingOf = new Map<ModelElement, readonly SequenceFlow[]>();

  constructor(connections: Connections, declared: ReadonlyMap<ModelElement, Entry>, said: Said) {
    this.#connections = connections;
    this.#declared = declared;
    this.#said = said;
  }

  chains(): Chain[] {
    return [...this.#sequences(), ...this.#messages(), ...this.#data(), ...this.#associations()];
  }

  /** From each step on as long as there is one way. */
  #sequences(): Chain[] {
    const chains: Chain[] = [];
    const done = new Set<SequenceFlow>();
    for (const from of this.#declared.keys())
      for (const first of this.#leaving(from)) {
        if (done.has(first)) continue;
        const flows: SequenceFlow[] = [];
        for (let flow: SequenceFlow | undefined = first; flow && !done.has(flow); flow = this.#onlyFrom(flow)) {
          done.add(flow);
          flows.push(flow);
        }
        chains.push({ from, arrows: flows.flatMap((flow) => this.#sequence(flow)) });
      }
    return chains;
  }

  #onlyFrom({ targetRef }: SequenceFlow): SequenceFlow | undefined {
    const flows = targetRef ? this.#leaving(targetRef) : [];
    return flows.length === 1 ? flows[0] : undefined;
  }

  /** Looked for once a step: a step may have very many flows. */
  #leaving(step: ModelElement): readonly SequenceFlow[] {
    const known = this.#leavingOf.get(step);
    if (known) return known;
    const flows = this.#connections.flows.get(step) ?? [];
    const found = flows.filter(
      ({ targetRef }) => targetRef && this.#declared.has(targetRef) && isWithin(step, targetRef),
    );
    this.#leavingOf.set(step, found);
    return found;
  }

  /** A way that has a condition and no label shows that: the reader of a diagram has nothing else. */
  #sequence(flow: SequenceFlow) {
    this.#said.say(flow, 'name', 'sourceRef', 'targetRef');
    const label = flow.name || flow.conditionExpression?.body;
    return flow.targetRef ? [{ connector: '-->', label, to: flow.targetRef }] : [];
  }

  #messages(): Chain[] {
    return this.#connections.messages.flatMap((message) => {
      const [from, to] = [message.get('sourceRef'), message.get('targetRef')];
      const chain = processOf(from) === processOf(to) ? [] : this.#arrow(from, '-.->', to);
      if (chain.length > 0) this.#said.say(message, 'sourceRef', 'targetRef');
      return chain;
    });
  }

  #data(): Chain[] {
    return this.#connections.data.flatMap(({ association, step }) => {
      const isRead = association.$type === 'bpmn:DataInputAssociation';
      const [from, to] = isRead ? [association.sourceRef[0], step] : [step, association.targetRef];
      const chain = this.#arrow(from, '..>', to);
      if (chain.length > 0) this.#sayPlumbing(association, isRead);
      return chain;
    });
  }

  /** The end within the step is what the standard wants there; where it has a name of its own, that is not said. */
  #sayPlumbing(association: DataAssociation, isRead: boolean): void {
    const inner = isRead ? association.targetRef : association.sourceRef[0];
    const isPlain = inner === undefined || inner.get('name') === PLACEHOLDER;
    this.#said.say(association, isRead ? 'sourceRef' : 'targetRef', ...(isPlain ? ['sourceRef', 'targetRef'] : []));
    if (inner && isPlain) this.#said.say(inner, 'name');
  }

  #associations(): Chain[] {
    return this.#connections.associations.flatMap((association) => {
      const { sourceRef, targetRef, associationDirection = 'None' } = association;
      const isDirected = associationDirection === 'One';
      const isTurned = !isDirected && is(targetRef, 'bpmn:TextAnnotation') && !is(sourceRef, 'bpmn:TextAnnotation');
      const [from, to] = isTurned ? [targetRef, sourceRef] : [sourceRef, targetRef];
      const isFrame = [from, to].some((end) => is(end, 'bpmn:Lane') || is(end, 'bpmn:Group'));
      const chain = isFrame ? [] : this.#arrow(from, isDirected ? '..>' : '...', to);
      if (chain.length === 0) return [];
      this.#said.say(association, 'sourceRef', 'targetRef');
      if (isDirected || associationDirection === 'None') this.#said.say(association, 'associationDirection');
      this.#sayAssociated(association);
      return chain;
    });
  }

  /** An arrow to or from data is what is read or written; one from a compensation event leads to what undoes. */
  #sayAssociated({ sourceRef, targetRef, associationDirection }: Association): void {
    if (associationDirection !== 'One') return;
    if (isRead(sourceRef, targetRef) || isWritten(sourceRef, targetRef))
      this.#said.note('associations with data, which Mermaid has for reading and writing', sourceRef as ModelElement);
    if (is(sourceRef, 'bpmn:BoundaryEvent') && is(targetRef, 'bpmn:Activity'))
      this.#said.say(targetRef, 'isForCompensation');
  }

  #arrow(from: unknown, connector: string, to: unknown): Chain[] {
    const [first, second] = [this.#declaredAs(from), this.#declaredAs(to)];
    return first && second ? [{ from: first, arrows: [{ connector, to: second }] }] : [];
  }

  #declaredAs(end: unknown): ModelElement | undefined {
    return this.#declared.get(end as ModelElement)?.element;
  }
}

/** Whether a flow stays in its process or sub-process and leads to no boundary event: none else is taken. */
function isWithin(from: ModelElement, to: ModelElement): boolean {
  return from.$parent === to.$parent && !is(to, 'bpmn:BoundaryEvent');
}

/** The process of a step, and of a pool; of a black box the pool itself. */
function processOf(end: unknown): unknown {
  if (is(end, 'bpmn:Participant')) return end.processRef ?? end;
  let around = isElement(end) ? end : undefined;
  while (around && !is(around, 'bpmn:Process')) around = around.$parent;
  return around;
}

function dataOf(association: DataAssociation): ModelElement | undefined {
  return association.$type === 'bpmn:DataInputAssociation' ? association.sourceRef[0] : association.targetRef;
}

function isRead(from: unknown, to: unknown): boolean {
  return is(from, 'bpmn:ItemAwareElement') && (is(to, 'bpmn:Activity') || is(to, 'bpmn:ThrowEvent'));
}

function isWritten(from: unknown, to: unknown): boolean {
  return is(to, 'bpmn:ItemAwareElement') && (is(from, 'bpmn:Activity') || is(from, 'bpmn:CatchEvent'));
}

function addTo(lists: Map<ModelElement, SequenceFlow[]>, key: ModelElement, flow: SequenceFlow): void {
  const list = lists.get(key);
  if (list) list.push(flow);
  else lists.set(key, [flow]);
}
