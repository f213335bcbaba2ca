/** A diagram → the OMG model that it draws. */
import type { Problem } from '../base/problem.ts';
import type { Range } from '../base/range.ts';
import {
  append,
  type BaseElement,
  type CategoryValue,
  type Collaboration,
  createElement,
  type Definitions,
  type FlowElementsContainer,
  type FlowNode,
  is,
  type Lane,
  type LaneSet,
  type Participant,
  type Process,
  type SubProcess,
} from '../model/index.ts';
import { addDataTo, storeOf } from './model-data.ts';
import { addFlows, type Made } from './model-flows.ts';
import { ModelIds } from './model-ids.ts';
import { createNode, labelOf, unknownTriggers } from './model-nodes.ts';
import type { Diagram, DiagramNode } from './read-diagram.ts';
import { isActivity, isEvent, isGateway } from './words.ts';

export interface ModelOfDiagram {
  readonly definitions: Definitions;
  /** Where each element stands, by its id. */
  readonly places: ReadonlyMap<string, Range>;
  readonly problems: readonly Problem[];
}

/** What stands in a line of a diagram, for the lines that are indented under it. */
interface Place {
  /** What steps go into. */
  readonly container: FlowElementsContainer | undefined;
  readonly lane?: Lane;
  readonly values: readonly CategoryValue[];
  readonly pool: Participant | undefined;
}

/** Makes the model of a diagram. What cannot stand where it is told and left out; never throws. */
export function modelOf(diagram: Diagram): ModelOfDiagram {
  return new ModelMaker(diagram).make();
}

export class ModelMaker {
  readonly diagram: Diagram;
  readonly ids: ModelIds;
  readonly made = new Map<DiagramNode, Made>();
  readonly #definitions = createElement('bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: 'urn:procedo',
    exporter: 'Procedo',
  });
  readonly #places = new Map<string, Range>();
  readonly #problems: Problem[] = [];
  readonly #parents: ReadonlySet<DiagramNode | undefined>;
  readonly #inside = new Map<DiagramNode, Place>();
  /** Where the steps themselves stand: handlers go there too. */
  readonly #around = new Map<DiagramNode, Place>();
  readonly #laneSets = new Map<BaseElement, LaneSet>();
  readonly #processes: Process[] = [];
  #collaboration: Collaboration | undefined;
  #loose: Place | undefined;

  constructor(diagram: Diagram) {
    this.diagram = diagram;
    this.ids = new ModelIds(diagram.nodes);
    this.#parents = new Set(diagram.nodes.map(({ parent }) => parent));
  }

  make(): ModelOfDiagram {
    const { nodes } = this.diagram;
    if (nodes.some(({ keyword, parent }) => keyword === 'pool' && !parent)) this.#collaborate();
    for (const node of nodes) this.#add(node);
    if (nodes.length === 0) this.#looseProcess();
    addFlows(this);
    this.#describe();
    const roots = this.#definitions.rootElements.splice(0);
    for (const root of [this.#collaboration, ...roots, ...this.#processes])
      if (root) append(this.#definitions, 'rootElements', root);
    return { definitions: this.#definitions, places: this.#places, problems: this.#problems };
  }

  get collaboration(): Collaboration | undefined {
    return this.#collaboration;
  }

  tell(severity: 'error' | 'warning', code: string, message: string, place: Range): void {
    this.#problems.push({ severity, code, message, range: place });
  }

  place(id: string, place: Range): void {
    this.#places.set(id, place);
  }

  #collaborate(): void {
    this.#collaboration = createElement('bpmn:Collaboration', { id: this.ids.numbered('Collaboration') });
  }

  /** Title and description are of all that is drawn: the collaboration, or the process where there is no pool. */
  #describe(): void {
    const { title, description } = this.diagram;
    const whole = this.#collaboration ?? this.#processes[0];
    if (!whole) return;
    if (title !== undefined) whole.name = title;
    if (description !== undefined)
      append(whole, 'documentation', createElement('bpmn:Documentation', { text: description }));
  }

  #add(node: DiagramNode): void {
    const { keyword, parent } = node;
    if (keyword === 'pool') this.#addPool(node);
    else if (keyword === 'boundary') this.#addBoundary(node);
    else {
      const around = parent ? this.#inside.get(parent) : this.#outside(node);
      if (!around) this.#misplaced(node);
      else if (keyword === 'lane') this.#addLane(node, around);
      else if (keyword === 'group') this.#addGroup(node, around);
      else if (keyword === 'note') this.#addNote(node, around);
      else if (isEvent(keyword) || isActivity(keyword) || isGateway(keyword)) this.#addStep(node, around);
      else this.#addData(node, around);
    }
  }

  /** What stands in no pool: notes beside pools belong to all of them, all else to a process without a pool. */
  #outside({ keyword }: DiagramNode): Place {
    if (keyword === 'note' && this.#collaboration) return { container: undefined, values: [], pool: undefined };
    return this.#looseProcess();
  }

  #looseProcess(): Place {
    if (!this.#loose) {
      const process = this.#newProcess(this.#collaboration ? undefined : this.diagram.title);
      this.#loose = { container: process, values: [], pool: undefined };
    }
    return this.#loose;
  }

  #newProcess(name: string | undefined, id = this.ids.ofLabel(name, 'main')): Process {
    const process = createElement('bpmn:Process', { id, isExecutable: false });
    if (name !== undefined) process.name = name;
    this.#processes.push(process);
    return process;
  }

  #addPool(node: DiagramNode): void {
    if (!this.#collaboration || node.parent) {
      this.tell('error', 'indentation', 'A pool stands in nothing: indent it like the first line.', node.range);
      return;
    }
    const id = this.ids.of(node);
    const name = labelOf(node);
    const isBlackBox = !this.#parents.has(node);
    const pool = createElement('bpmn:Participant', { id: isBlackBox ? id : this.ids.numbered('Participant') });
    if (name !== undefined) pool.name = name;
    const process = isBlackBox ? undefined : this.#newProcess(name, id);
    if (process) pool.processRef = process;
    append(this.#collaboration, 'participants', pool);
    this.#note(node, pool, undefined, pool);
    if (process) this.place(id, node.range);
    this.#inside.set(node, { container: process, values: [], pool });
  }

  #addLane(node: DiagramNode, around: Place): void {
    const { parent } = node;
    const stands = !parent || ['pool', 'lane', 'subprocess'].includes(parent.keyword);
    if (!stands || !around.container) {
      this.#misplaced(node);
      return;
    }
    const lane = createElement('bpmn:Lane', { id: this.ids.of(node) });
    const name = labelOf(node);
    if (name !== undefined) lane.name = name;
    append(this.#laneSetOf(around.lane ?? around.container), 'lanes', lane);
    this.#note(node, lane, around.container, around.pool);
    this.#inside.set(node, { ...around, lane });
  }

  #laneSetOf(divided: Lane | FlowElementsContainer): LaneSet {
    const known = this.#laneSets.get(divided);
    if (known) return known;
    const laneSet = createElement('bpmn:LaneSet', { id: this.ids.numbered('LaneSet') });
    if (is(divided, 'bpmn:Lane')) divided.set('childLaneSet', laneSet);
    else append(divided, 'laneSets', laneSet);
    this.#laneSets.set(divided, laneSet);
    return laneSet;
  }

  /** A group draws what names its category value (BPMN 2.0.2, 8.3.1). */
  #addGroup(node: DiagramNode, around: Place): void {
    const id = this.ids.of(node);
    const value = createElement('bpmn:CategoryValue', {
      id: this.ids.numbered('CategoryValue'),
      value: labelOf(node) ?? '',
    });
    const category = createElement('bpmn:Category', { id: this.ids.numbered('Category') });
    append(category, 'categoryValue', value);
    append(this.#definitions, 'rootElements', category);
    const group = createElement('bpmn:Group', { id, categoryValueRef: value });
    this.#addArtifact(around, group);
    this.#note(node, group, around.container, around.pool);
    this.#inside.set(node, { ...around, values: [...around.values, value] });
  }

  #addNote(node: DiagramNode, around: Place): void {
    const note = createElement('bpmn:TextAnnotation', { id: this.ids.of(node), text: labelOf(node) ?? '' });
    this.#addArtifact(around, note);
    this.#note(node, note, around.container, around.pool);
  }

  #addArtifact({ container }: Place, artifact: Collaboration['artifacts'][number]): void {
    const holder = container ?? this.#collaboration;
    if (holder) append(holder as Collaboration | Process | SubProcess, 'artifacts', artifact);
  }

  #addData(node: DiagramNode, { container, values, pool }: Place): void {
    if (!container) return;
    const element = addDataTo(container, node.keyword, this.ids.of(node), this.ids);
    const name = labelOf(node);
    if (name !== undefined) element.name = name;
    if (is(element, 'bpmn:DataStoreReference')) append(this.#definitions, 'rootElements', storeOf(element, this.ids));
    if (is(element, 'bpmn:FlowElement')) element.set('categoryValueRef', [...values]);
    this.#note(node, element, container, pool);
  }

  #addStep(node: DiagramNode, around: Place): void {
    const { container } = around;
    if (!container) return;
    const step = this.#newStep(node, around);
    if (isActivity(node.keyword) && is(step, 'bpmn:SubProcess'))
      this.#inside.set(node, { container: step, values: [], pool: around.pool });
  }

  #newStep(node: DiagramNode, { container, lane, values, pool }: Place): FlowNode {
    const step = createNode(node, this.ids.of(node));
    const name = labelOf(node);
    if (name !== undefined) step.name = name;
    step.set('categoryValueRef', [...values]);
    if (container) append(container, 'flowElements', step);
    lane?.flowNodeRef.push(step);
    this.#note(node, step, container, pool);
    if (unknownTriggers(node)) {
      const message =
        'Mermaid does not say which triggers the event has: two messages stand for them. Write which they are.';
      this.tell('warning', 'unknown-triggers', message, node.range);
    }
    this.#around.set(node, { container, values, pool, ...(lane && { lane }) });
    return step;
  }

  #addBoundary(node: DiagramNode): void {
    const { parent } = node;
    const host = parent && this.made.get(parent)?.element;
    const around = parent && this.#around.get(parent);
    if (!around || !is(host, 'bpmn:Activity')) {
      if (parent && !this.made.has(parent)) return;
      const message = 'A boundary event is indented under the task, sub-process or call that it happens to.';
      this.tell('error', 'indentation', message, node.range);
      return;
    }
    const event = this.#newStep(node, around);
    if (is(event, 'bpmn:BoundaryEvent')) event.attachedToRef = host;
  }

  #misplaced({ keyword, parent, range }: DiagramNode): void {
    // What stands in something that is told already is not told as well.
    if (!parent || !this.made.has(parent)) return;
    const over = parent.keyword;
    const only = isActivity(over) ? `Only boundary events stand under a ${over}` : `Nothing stands under a ${over}`;
    const message =
      keyword === 'lane'
        ? `A lane stands in a pool, a lane or a sub-process, or in nothing: not under a ${over}.`
        : `${only}: indent this line like that of the ${over}.`;
    this.tell('error', 'indentation', message, range);
  }

  #note(
    node: DiagramNode,
    element: BaseElement,
    container: FlowElementsContainer | undefined,
    pool: Participant | undefined,
  ): void {
    this.made.set(node, { element, container, pool });
    if (element.id !== undefined) this.#places.set(element.id, node.range);
  }
}
