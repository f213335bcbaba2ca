/** What all statements of one text share: prefixes, which element the text can name, and what belongs to each step from elsewhere. */
import {
  type Association,
  allElements,
  attributesSaid,
  type BaseElement,
  type Definitions,
  is,
  isCustomary,
  isElement,
  type Lane,
  type MessageFlow,
  type ModelElement,
  namespaceAt,
  type Participant,
  type Process,
  referenceText,
  type TextAnnotation,
} from '../model/index.ts';
import type { DetailWriter } from './details.ts';
import { Prefixes } from './extensions.ts';
import { isLook } from './looks.ts';

export class PrintContext implements DetailWriter {
  readonly definitions: Definitions;
  readonly prefixes: Prefixes;
  /** Message flows by what they leave. */
  readonly messagesFrom = new Map<ModelElement, MessageFlow[]>();
  /** Associations by what they begin at. */
  readonly associationsFrom = new Map<ModelElement, Association[]>();
  /** Associations that end at a note, by it. */
  readonly associationsAt = new Map<ModelElement, Association[]>();
  /** What is said already: associations with the step that they leave, notes behind their step. */
  readonly done = new Set<ModelElement>();
  /** The pools of each process. */
  readonly poolsOf = new Map<Process, Participant[]>();
  /** What shows a data object or store first, which declares it. */
  readonly firstShown = new Map<ModelElement, ModelElement>();
  /** What a process is given and hands back, where lines of their own say it. */
  readonly ports = new Set<ModelElement>();
  /** Gateways that the end of a block stands for, by the step that the block is of. */
  readonly implied = new Map<ModelElement, ModelElement>();
  /** Lanes that the layout file alone speaks of, by their processes. */
  readonly drawnLanes = new Map<Process, Lane>();
  readonly lanes: Lane[] = [];
  /** Pools that their process is: no lines of their own. */
  readonly ownPools = new Set<ModelElement>();
  readonly #nameless: ReadonlySet<ModelElement>;

  /** @param nameless what the text has no line for */
  constructor(definitions: Definitions, nameless: ReadonlySet<ModelElement>) {
    this.definitions = definitions;
    this.#nameless = nameless;
    this.prefixes = new Prefixes(definitions.$attrs);
    for (const element of allElements(definitions)) this.#index(element);
  }

  #index(element: ModelElement): void {
    // What only the layout file has a place for needs its prefix bound as well.
    for (const name in attributesSaid(element)) {
      const [prefix = '', tag] = name.split(':');
      if (tag === undefined || prefix === 'xmlns' || isCustomary(element, prefix)) continue;
      if (!isLook(namespaceAt(element, prefix), tag)) this.prefixes.prefixOfAttribute(element, prefix);
    }
    if (is(element, 'bpmn:MessageFlow')) add(this.messagesFrom, element.get('sourceRef'), element);
    else if (is(element, 'bpmn:Association')) {
      add(this.associationsFrom, element.sourceRef, element);
      add(this.associationsAt, element.targetRef, element);
    } else if (is(element, 'bpmn:Participant') && element.processRef) {
      add(this.poolsOf, element.processRef, element);
    } else if (is(element, 'bpmn:Lane')) this.lanes.push(element);
  }

  /** @param type what a reference is to by the standard: a file may say another thing there */
  canRefer(element: ModelElement, type = 'bpmn:BaseElement'): boolean {
    if (!element.$instanceOf(type) || is(element, 'bpmn:SequenceFlow')) return false;
    return !this.#nameless.has(element) && this.#isInModel(element);
  }

  #isInModel(element: ModelElement): boolean {
    let outermost = element;
    while (outermost.$parent) outermost = outermost.$parent;
    return outermost === this.definitions;
  }

  /** What a reference is to that a word of the line says; else the layout file keeps it, which needs its prefix bound. */
  referred(element: ModelElement, property: string, type: string): ModelElement | undefined {
    const target = element.get(property);
    if (isElement(target) && this.canRefer(target, type)) return target;
    const [prefix = '', local] = referenceText(element, property)?.split(':') ?? [];
    if (local !== undefined && this.prefixes.uriOf(prefix) !== undefined) this.prefixes.use(prefix);
    return undefined;
  }

  /** The notes that stand behind an element: joined to it alone, by a line without an arrow. */
  notesBehind(element: BaseElement): { note: TextAnnotation; association: Association }[] {
    const associations = this.associationsFrom.get(element) ?? [];
    return associations.flatMap((association) => {
      const { targetRef: note } = association;
      if (!note || !is(note, 'bpmn:TextAnnotation') || this.done.has(note)) return [];
      const isOnly = this.associationsAt.get(note)?.length === 1;
      const isHere = note.$parent === element.$parent && association.$parent === element.$parent;
      return isOnly && isHere && isPlain(association) ? [{ note, association }] : [];
    });
  }
}

/** Whether an association has no arrow, and no more to say than its ends. */
export function isPlain({ associationDirection = 'None' }: Association): boolean {
  return associationDirection === 'None';
}

function add<K, V>(lists: Map<K, V[]>, key: unknown, value: V): void {
  if (typeof key !== 'object' || key === null) return;
  const list = lists.get(key as K);
  if (list) list.push(value);
  else lists.set(key as K, [value]);
}
