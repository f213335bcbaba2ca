/** The declarations of a text: what stands in what, by pools, lanes, groups, sub-processes and activities. */
import {
  type BaseElement,
  type BoundaryEvent,
  type Collaboration,
  type Definitions,
  type FlowElement,
  type FlowElementsContainer,
  type FlowNode,
  type Group,
  is,
  type Lane,
  type LaneSet,
  type ModelElement,
  type Participant,
  type Process,
  type TextAnnotation,
} from '../model/index.ts';
import type { Said } from './said.ts';
import { linkNameOf, wordOfData, wordsOfStep } from './write-steps.ts';

/** A line and those that are indented under it. */
export interface Entry {
  /** The words before id and label. */
  readonly words: string;
  readonly element: BaseElement;
  /** What is shown; blank: nothing. */
  readonly label: string;
  readonly inside: Entry[];
}

export interface Outline {
  readonly entries: readonly Entry[];
  /** What title and description are of. */
  readonly whole: Collaboration | Process | undefined;
  readonly byElement: ReadonlyMap<ModelElement, Entry>;
}

/** @param neighbours the step that each note and each data is joined to first, in whose lane it is written */
export function outlineOf(
  definitions: Definitions,
  neighbours: ReadonlyMap<ModelElement, FlowNode>,
  said: Said,
): Outline {
  return new OutlineMaker(neighbours, said).make(definitions);
}

class OutlineMaker {
  readonly #neighbours: ReadonlyMap<ModelElement, FlowNode>;
  readonly #said: Said;
  readonly #byElement = new Map<ModelElement, Entry>();

  constructor(neighbours: ReadonlyMap<ModelElement, FlowNode>, said: Said) {
    this.#neighbours = neighbours;
    this.#said = said;
  }

  make(definitions: Definitions): Outline {
    this.#said.say(definitions);
    const { rootElements } = definitions;
    const collaboration = rootElements.find(
      (root): root is Collaboration => is(root, 'bpmn:Collaboration') && root.participants.length > 0,
    );
    const processes = rootElements.filter((root): root is Process => is(root, 'bpmn:Process'));
    const shown = new Set<Process>();
    const entries = (collaboration?.participants ?? []).map((pool) => this.#pool(pool, shown));
    const loose = processes.filter((process) => !shown.has(process));
    const [only] = loose;
    if (only && loose.length === 1) addAll(entries, this.#loose(only, collaboration !== undefined));
    else for (const process of loose) entries.push(this.#poolOfProcess(process));
    if (collaboration) addAll(entries, this.#shared(collaboration));
    return { entries, whole: collaboration ?? (loose.length === 1 ? only : undefined), byElement: this.#byElement };
  }

  #entry(words: string, element: BaseElement, label = ''): Entry {
    const entry = { words, element, label, inside: [] };
    this.#byElement.set(element, entry);
    return entry;
  }

  /** Notes that belong to all pools. */
  #shared(collaboration: Collaboration): Entry[] {
    this.#said.say(collaboration);
    return collaboration.artifacts.filter((one) => is(one, 'bpmn:TextAnnotation')).map((note) => this.#note(note));
  }

  #pool(pool: Participant, shown: Set<Process>): Entry {
    const { processRef: process } = pool;
    const entry = this.#entry('pool', pool, pool.name ?? process?.name);
    this.#said.say(pool, 'name');
    if (process && shown.has(process)) return entry;
    this.#said.say(pool, 'processRef');
    if (!process) return entry;
    shown.add(process);
    this.#said.say(process);
    if (!process.name || !pool.name || process.name === pool.name) this.#said.say(process, 'name');
    addAll(entry.inside, this.#body(process));
    return entry;
  }

  /** In no pool stands one process at most: several are shown as pools. */
  #poolOfProcess(process: Process): Entry {
    this.#said.say(process, 'name');
    this.#said.note('processes without a pool, which get one', process);
    const entry = this.#entry('pool', process, process.name ?? process.id);
    addAll(entry.inside, this.#body(process));
    return entry;
  }

  #loose(process: Process, isBesidePools: boolean): Entry[] {
    this.#said.say(process, ...(isBesidePools ? [] : ['name']));
    return this.#body(process);
  }

  /** What stands in a process or a sub-process: by lanes, then what is in none. */
  #body(container: FlowElementsContainer): Entry[] {
    const lanes = new Lanes();
    const laneEntries = container.laneSets.flatMap((laneSet) => this.#laneSet(laneSet, lanes));
    const top: Entry[] = [];
    const shelf = new Shelf(groupsOf(container), lanes, top, this.#said, (group) => this.#group(group));
    for (const entry of this.#contents(container)) {
      shelf.put(entry, this.#stepBy(entry.element));
    }
    shelf.putEmptyGroups();
    this.#boundaryEvents(container);
    return [...laneEntries, ...top];
  }

  /** By whose lane an element stands. What a process is given and hands back stands in none, in the order that it has. */
  #stepBy(element: BaseElement): FlowNode | undefined {
    const isPort = is(element, 'bpmn:DataInput') || is(element, 'bpmn:DataOutput');
    const step = is(element, 'bpmn:FlowNode') ? element : this.#neighbours.get(element);
    return step && !isPort ? hostOf(step) : undefined;
  }

  #laneSet(laneSet: LaneSet, lanes: Lanes): Entry[] {
    this.#said.say(laneSet);
    return laneSet.lanes.map((lane) => {
      this.#said.say(lane, 'name', 'flowNodeRef');
      const entry = this.#entry('lane', lane, lane.name);
      lanes.add(lane, entry);
      if (lane.childLaneSet) addAll(entry.inside, this.#laneSet(lane.childLaneSet, lanes));
      return entry;
    });
  }

  #contents(container: FlowElementsContainer): Entry[] {
    const ports = is(container, 'bpmn:Process') ? this.#ports(container) : [];
    const elements = container.flowElements.flatMap((element) => this.#flowElement(element));
    const artifacts = is(container, 'bpmn:Process') || is(container, 'bpmn:SubProcess') ? container.artifacts : [];
    const notes = artifacts.filter((one) => is(one, 'bpmn:TextAnnotation')).map((note) => this.#note(note));
    return [...elements, ...ports, ...notes];
  }

  /** What a process is given and hands back; its sets are what the standard wants around them. */
  #ports({ ioSpecification: specification }: Process): Entry[] {
    if (!specification) return [];
    this.#said.say(specification);
    for (const set of [...specification.inputSets, ...specification.outputSets])
      this.#said.say(set, 'dataInputRefs', 'dataOutputRefs');
    return [...specification.dataInputs, ...specification.dataOutputs].map((port) => {
      this.#said.say(port, 'name');
      return this.#entry(wordOfData(port), port, port.name);
    });
  }

  #flowElement(element: FlowElement): Entry[] {
    if (is(element, 'bpmn:BoundaryEvent')) return [];
    if (is(element, 'bpmn:FlowNode')) return this.#step(element);
    if (!is(element, 'bpmn:DataObjectReference') && !is(element, 'bpmn:DataStoreReference')) return [];
    this.#said.say(element, 'name');
    if (is(element, 'bpmn:DataObjectReference')) this.#behind(element, element.dataObjectRef, 'dataObjectRef');
    else this.#behind(element, element.dataStoreRef, 'dataStoreRef');
    return [this.#entry(wordOfData(element), element, element.name)];
  }

  /** The thing of which a data object or store is an appearance, the first one. */
  #behind(shown: FlowElement, thing: ModelElement | undefined, property: string): void {
    if (!thing || this.#said.has(thing)) return;
    this.#said.say(shown, property);
    this.#said.say(thing, 'isCollection', ...(thing.get('name') === shown.name ? ['name'] : []));
  }

  #step(step: FlowNode): Entry[] {
    const words = wordsOfStep(step, this.#said);
    if (words === undefined) return [];
    const entry = this.#entry(words, step, step.name || linkNameOf(step));
    if (is(step, 'bpmn:SubProcess')) addAll(entry.inside, this.#body(step));
    return [entry];
  }

  #boundaryEvents({ flowElements }: FlowElementsContainer): void {
    const events = flowElements.filter((element): element is BoundaryEvent => is(element, 'bpmn:BoundaryEvent'));
    for (const event of events) {
      const host = event.attachedToRef && this.#byElement.get(event.attachedToRef);
      if (!host || event.attachedToRef?.$parent !== event.$parent) continue;
      host.inside.push(...this.#step(event));
      if (this.#said.has(event)) this.#said.say(event, 'attachedToRef');
    }
  }

  #note(note: TextAnnotation): Entry {
    this.#said.say(note, 'text');
    return this.#entry('note', note, note.text);
  }

  #group(group: Group): Entry {
    const { categoryValueRef: value } = group;
    this.#said.say(group, 'categoryValueRef');
    if (value) this.#said.say(value, 'value');
    const category = value?.$parent;
    if (category) this.#said.say(category);
    return this.#entry('group', group, value?.value);
  }
}

/** One by one: a call takes only so many arguments. */
function addAll(list: Entry[], more: readonly Entry[]): void {
  for (const one of more) list.push(one);
}

/** Of a boundary event its activity, which stands in the lane. */
function hostOf(step: FlowNode): FlowNode {
  return is(step, 'bpmn:BoundaryEvent') ? (step.attachedToRef ?? step) : step;
}

function groupsOf(container: FlowElementsContainer): Group[] {
  if (!is(container, 'bpmn:Process') && !is(container, 'bpmn:SubProcess')) return [];
  return container.artifacts.filter((one): one is Group => is(one, 'bpmn:Group'));
}

/** The innermost lane of each step. */
class Lanes {
  readonly #entries = new Map<Lane, Entry>();
  readonly #laneOf = new Map<BaseElement, Lane>();

  /** Lanes come outermost first. */
  add(lane: Lane, entry: Entry): void {
    this.#entries.set(lane, entry);
    for (const step of lane.flowNodeRef) this.#laneOf.set(step, lane);
  }

  entryOf(step: FlowNode): Entry | undefined {
    const lane = this.#laneOf.get(step);
    return lane && this.#entries.get(lane);
  }
}

/** Puts the contents of a process where they stand: in a lane, and there in groups. */
class Shelf {
  readonly #groups: readonly Group[];
  readonly #lanes: Lanes;
  readonly #top: Entry[];
  readonly #said: Said;
  readonly #makeGroup: (group: Group) => Entry;
  /** Where each group stands: its members elsewhere are not in it. */
  readonly #placed = new Map<Group, { readonly entry: Entry; readonly among: Entry[] }>();

  constructor(groups: readonly Group[], lanes: Lanes, top: Entry[], said: Said, makeGroup: (group: Group) => Entry) {
    this.#groups = groups;
    this.#lanes = lanes;
    this.#top = top;
    this.#said = said;
    this.#makeGroup = makeGroup;
  }

  /** @param step the step by whose lane it stands */
  put(entry: Entry, step: FlowNode | undefined): void {
    let among = (step && this.#lanes.entryOf(step))?.inside ?? this.#top;
    const groups = this.#groupsOf(entry.element);
    let isWhole = true;
    for (const group of groups) {
      const found = this.#placed.get(group) ?? this.#place(group, among);
      isWhole &&= found.among === among;
      if (isWhole) among = found.entry.inside;
    }
    if (isWhole) this.#said.say(entry.element, 'categoryValueRef');
    among.push(entry);
  }

  putEmptyGroups(): void {
    for (const group of this.#groups) if (!this.#placed.has(group)) this.#place(group, this.#top);
  }

  #place(group: Group, among: Entry[]) {
    const placed = { entry: this.#makeGroup(group), among };
    among.push(placed.entry);
    this.#placed.set(group, placed);
    return placed;
  }

  /** The groups that draw an element, outermost first as its values are. */
  #groupsOf(element: ModelElement): Group[] {
    const values = element.get('categoryValueRef');
    if (!is(element, 'bpmn:FlowElement') || !Array.isArray(values)) return [];
    return values.flatMap((value) => this.#groups.find((group) => group.categoryValueRef === value) ?? []);
  }
}
