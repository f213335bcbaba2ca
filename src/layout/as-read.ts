/** Makes a model say what the XML said that it stands for, where the text means something else: only for the moment of writing. */
import {
  addVerbatim,
  allElements,
  elementsById,
  is,
  isElement,
  type ModelElement,
  ownPropertyOf,
  referenceText,
  setReferenceText,
  setTag,
  setValueAttribute,
} from '../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../schema/index.ts';
import type { XmlFacts } from './layout-file.ts';

/** Undoes a change. */
type Undo = () => void;

/**
 * @param keys keys of elements in the layout file; what has none goes by its id
 * @returns what takes all back
 */
export function sayAsRead(
  definitions: ModelElement,
  facts: ReadonlyMap<string, XmlFacts>,
  keys: ReadonlyMap<ModelElement, string>,
): Undo {
  if (facts.size === 0) return () => {};
  const byId = elementsById(definitions);
  const byKey = new Map<string, ModelElement>();
  for (const [element, key] of keys) if (facts.has(key)) byKey.set(key, element);
  const writer = new AsReadWriter(definitions, byId);
  // The whole file first: a step of its own says otherwise.
  const head = facts.get('');
  if (head) writer.sayOfAll(head);
  for (const [key, one] of facts) {
    const element = key === '' ? undefined : (byKey.get(key) ?? byId.get(key));
    if (element) writer.say(element, one);
  }
  return () => writer.undo();
}

/** Lists of flows that some tools do not write: said of the definitions element, it holds for all steps. */
const OF_ALL_STEPS: ReadonlySet<string> = new Set(['incoming', 'outgoing']);

class AsReadWriter {
  readonly #definitions: ModelElement;
  readonly #byId: ReadonlyMap<string, ModelElement>;
  readonly #undo: Undo[] = [];

  constructor(definitions: ModelElement, byId: ReadonlyMap<string, ModelElement>) {
    this.#definitions = definitions;
    this.#byId = byId;
  }

  undo(): void {
    for (const undo of this.#undo.reverse()) undo();
  }

  sayOfAll(facts: XmlFacts): void {
    const ofAll = [...facts.set.keys()].filter((name) => OF_ALL_STEPS.has(name));
    for (const element of ofAll.length > 0 ? allElements(this.#definitions) : [])
      if (is(element, 'bpmn:FlowNode')) for (const name of ofAll) this.#set(element, name, undefined);
    const set = new Map([...facts.set].filter(([name]) => !OF_ALL_STEPS.has(name)));
    this.say(this.#definitions, { ...facts, set });
  }

  say(element: ModelElement, { set, drop, tags, holds, orders, absent }: XmlFacts): void {
    if (absent) this.#remove(element);
    // Before any part is gone, as they are counted with all.
    for (const [of, tag] of tags) this.#setTag(partOf(element, of), tag);
    for (const [name, places] of byProperty(drop)) this.#drop(element, name, places);
    for (const [name, text] of set) this.#set(element, name, text);
    if (holds.length > 0) this.#hold(element, holds);
    for (const [name, places] of orders) this.#order(element, name, places);
  }

  #keep(element: ModelElement, name: string): void {
    const before = ownPropertyOf(element, name);
    const value: unknown = Array.isArray(before) ? [...before] : before;
    this.#undo.push(() => element.set(name, value));
  }

  #remove(element: ModelElement): void {
    const parent = element.$parent;
    const type = parent && typeNamed(parent.$type);
    for (const { name } of type?.properties ?? []) {
      const value = parent && ownPropertyOf(parent, name);
      if (!parent || (value !== element && !(Array.isArray(value) && value.includes(element)))) continue;
      this.#keep(parent, name);
      parent.set(name, Array.isArray(value) ? value.filter((one) => one !== element) : undefined);
    }
  }

  /** @param places of what goes, in its list: 1 is the first */
  #drop(element: ModelElement, name: string, places: ReadonlySet<number>): void {
    const value = ownPropertyOf(element, name);
    if (value === undefined) return;
    this.#keep(element, name);
    element.set(name, Array.isArray(value) ? value.filter((_, index) => !places.has(index + 1)) : undefined);
  }

  /** Only a list in which nothing has come or gone since: of others nobody knows the order. */
  #order(element: ModelElement, name: string, places: readonly number[]): void {
    const value: unknown = ownPropertyOf(element, name);
    if (!Array.isArray(value) || new Set(places).size !== value.length) return;
    const list: readonly unknown[] = value;
    const ordered = places.flatMap((place) => list[place - 1] ?? []);
    if (ordered.length !== list.length) return;
    this.#keep(element, name);
    element.set(name, ordered);
  }

  #setTag(element: ModelElement | undefined, tag: string): void {
    if (!element) return;
    setTag(element, tag);
    this.#undo.push(() => setTag(element, undefined));
  }

  #set(element: ModelElement, name: string, text: string | undefined): void {
    const properties = typeNamed(element.$type)?.propertiesByName;
    const [ofValue = '', attribute] = name.split('@', 2);
    const value = ofValue === '' ? undefined : properties?.get(ofValue);
    if (value && attribute !== undefined && text !== undefined) {
      this.#keep(element, ofValue);
      setValueAttribute(element, value, attribute, text);
      return;
    }
    const property = properties?.get(name);
    if (property?.isReference) {
      this.#refer(element, property, text);
      return;
    }
    if (!property) {
      this.#setAttribute(element, name.startsWith('@') ? name.slice(1) : name, text);
      return;
    }
    this.#keep(element, name);
    element.set(name, text);
  }

  /** An attribute that the schema does not have, even where it has an element of its name. */
  #setAttribute(element: ModelElement, name: string, text: string | undefined): void {
    const before = element.$attrs[name];
    this.#undo.push(() => writeAttribute(element, name, before));
    writeAttribute(element, name, text);
  }

  /** Ids in the order written: what is in the model as a reference, what is not as text. */
  #refer(element: ModelElement, property: PropertyDescriptor, text: string | undefined): void {
    const { name } = property;
    this.#keep(element, name);
    const before = referenceText(element, name);
    this.#undo.push(() => setReferenceText(element, name, before));
    const ids = text === undefined || text === '' ? [] : property.isMany ? text.split(' ') : [text];
    const found = ids.map((id) => this.#byId.get(id));
    const known = found.filter((one) => one !== undefined);
    // References to nothing are written behind all others: in a list with one, all are kept as text.
    const isText = known.length < ids.length;
    setReferenceText(element, name, isText ? ids.join(' ') : undefined);
    if (property.isMany) element.set(name, isText ? [] : known);
    else element.set(name, isText ? undefined : known[0]);
  }

  /** All that an element holds at once: into which list a piece goes is known only when it is there. */
  #hold(element: ModelElement, pieces: readonly string[]): void {
    const before = new Map<string, unknown>();
    for (const { name } of typeNamed(element.$type)?.properties ?? []) {
      const value = ownPropertyOf(element, name);
      before.set(name, Array.isArray(value) ? [...value] : value);
    }
    for (const name of new Set(pieces.map((xml) => addVerbatim(element, xml))))
      if (name !== undefined) this.#undo.push(() => element.set(name, before.get(name)));
  }
}

/** `.` is the element itself, `potentialOwner#1/expression` a part of a part; undefined where the text makes no such part any more. */
function partOf(element: ModelElement, path: string): ModelElement | undefined {
  let part: ModelElement | undefined = element;
  for (const step of path === '.' ? [] : path.split('/')) {
    const [name = '', count = '1'] = step.split('#');
    const value: unknown = part && ownPropertyOf(part, name);
    const next: unknown = Array.isArray(value) ? value[Number(count) - 1] : value;
    part = isElement(next) ? next : undefined;
  }
  return part;
}

function writeAttribute(element: ModelElement, name: string, text: string | undefined): void {
  if (text === undefined) delete element.$attrs[name];
  else element.$attrs[name] = text;
}

/** `rootElements#2`, `rootElements#3` … by the property: the places in each list. */
function byProperty(parts: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const part of parts) {
    const [name = '', count = '1'] = part.split('#');
    const places = found.get(name) ?? new Set();
    found.set(name, places.add(Number(count)));
  }
  return found;
}
