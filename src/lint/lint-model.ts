/** A model as rules look at it: elements by type, flows by their ends, what events have. Each list is made when it is first asked for. */
import {
  type Activity,
  type Association,
  allElements,
  type BoundaryEvent,
  type CmmnDefinitions,
  type Definitions,
  is,
  type MessageFlow,
  type ModelElement,
  type Participant,
  type SequenceFlow,
  type TypeMap,
} from '../model/index.ts';
import { typeNamed } from '../schema/index.ts';
import { type Drawing, drawingOf } from './drawings.ts';
import { processOf } from './queries.ts';

/** The questions that rules ask. All members may be taken apart. */
export interface LintModel {
  readonly definitions: Definitions | CmmnDefinitions;
  /** Whether the model was read with its drawing; a text has none of its own. */
  readonly hasDrawing: boolean;
  /** All elements of a type, or of one derived from it. */
  readonly all: <K extends keyof TypeMap>(type: K) => readonly TypeMap[K][];
  /** Whether there is an element of one of some types, or of one derived from it. */
  readonly hasAny: (types: readonly (keyof TypeMap)[]) => boolean;
  /** The elements of a type that lie in a process or sub-process, not deeper, in the order of the file. */
  readonly childrenOfType: <K extends keyof TypeMap>(scope: ModelElement | undefined, type: K) => readonly TypeMap[K][];
  /** Every element there is. */
  readonly elements: () => readonly ModelElement[];
  /** Sequence flows that end at an element, by what the flows say. */
  readonly incoming: (node: ModelElement) => readonly SequenceFlow[];
  /** Sequence flows that begin at an element, by what the flows say. */
  readonly outgoing: (node: ModelElement) => readonly SequenceFlow[];
  readonly messagesTo: (node: ModelElement) => readonly MessageFlow[];
  readonly messagesFrom: (node: ModelElement) => readonly MessageFlow[];
  readonly associationsFrom: (element: ModelElement) => readonly Association[];
  /** The pool that an element is, or lies in. */
  readonly poolOf: (element: ModelElement) => Participant | undefined;
  readonly boundaryEventsOf: (host: Activity) => readonly BoundaryEvent[];
  /** The diagrams, in their order. */
  readonly drawings: () => readonly Drawing[];
}

/** The parts of a drawing: an editor draws a text, but that drawing is not what is to be judged. */
const drawingTypes = /^(bpmndi|cmmndi|dc|di):/;

/** Makes the lists for a model. */
export function lintModel(definitions: Definitions | CmmnDefinitions, hasDrawing: boolean): LintModel {
  const elements = once(() => {
    const all = [...allElements(definitions)];
    return hasDrawing ? all : all.filter(({ $type }) => !drawingTypes.test($type));
  });
  const byType = once(() => new ElementsByType(elements()));
  function all<K extends keyof TypeMap>(type: K): readonly TypeMap[K][] {
    return byType().all(type) as readonly TypeMap[K][];
  }
  const children = once(() => Map.groupBy<unknown, ModelElement>(elements(), ({ $parent }) => $parent));
  const ofType = new Map<keyof TypeMap, Map<unknown, readonly ModelElement[]>>();
  function childrenOfType<K extends keyof TypeMap>(scope: ModelElement | undefined, type: K): readonly TypeMap[K][] {
    const found = ofType.get(type) ?? new Map<unknown, readonly ModelElement[]>();
    ofType.set(type, found);
    const list = found.get(scope) ?? (children().get(scope) ?? []).filter((child) => is(child, type));
    found.set(scope, list);
    return list as readonly ModelElement[] as readonly TypeMap[K][];
  }
  const poolsOf = groupedBy(() => all('bpmn:Participant'), 'processRef');
  return {
    definitions,
    hasDrawing,
    elements,
    all,
    hasAny: (types) => byType().hasAny(types),
    childrenOfType,
    incoming: groupedBy(() => all('bpmn:SequenceFlow'), 'targetRef'),
    outgoing: groupedBy(() => all('bpmn:SequenceFlow'), 'sourceRef'),
    messagesTo: groupedBy(() => all('bpmn:MessageFlow'), 'targetRef'),
    messagesFrom: groupedBy(() => all('bpmn:MessageFlow'), 'sourceRef'),
    associationsFrom: groupedBy(() => all('bpmn:Association'), 'sourceRef'),
    poolOf: (element) => (is(element, 'bpmn:Participant') ? element : poolsOf(processOf(element) ?? element)[0]),
    boundaryEventsOf: groupedBy(() => all('bpmn:BoundaryEvent'), 'attachedToRef'),
    drawings: once(() => all('bpmndi:BPMNPlane').map(drawingOf)),
  };
}

const none: readonly never[] = [];

/** Elements by the types that they are of, derived or not. Rules ask for hundreds of types, and most models have few. */
class ElementsByType {
  /** By type: those of each type that is derived from it, or is it. */
  readonly #groups = new Map<string, (readonly ModelElement[])[]>();

  constructor(elements: readonly ModelElement[]) {
    for (const [concrete, ofType] of Map.groupBy(elements, ({ $type }) => $type)) {
      for (const type of typeNamed(concrete)?.allTypes ?? [concrete]) {
        const others = this.#groups.get(type);
        if (others) others.push(ofType);
        else this.#groups.set(type, [ofType]);
      }
    }
  }

  /** Put together when it is asked for: there are many types that nobody asks for. */
  all(type: string): readonly ModelElement[] {
    const groups = this.#groups.get(type);
    if (!groups) return none;
    if (groups.length > 1) this.#groups.set(type, [groups.flat()]);
    return this.#groups.get(type)?.[0] ?? none;
  }

  hasAny(types: readonly string[]): boolean {
    for (const type of types) if (this.#groups.has(type)) return true;
    return false;
  }
}

/** The same value each time, made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Looks elements up by what one of their references names. */
function groupedBy<E extends ModelElement>(list: () => readonly E[], reference: keyof E & string) {
  const groups = once(() => Map.groupBy<unknown, E>(list(), (element) => element[reference]));
  return (target: ModelElement): readonly E[] => groups().get(target) ?? [];
}
