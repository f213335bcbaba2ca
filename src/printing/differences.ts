/** Where the model of a text differs from the file that the text was made of: what the layout file has to keep besides. */
import type { XmlFacts } from '../layout/index.ts';
import {
  foreignAttributes,
  is,
  isElement,
  keptXml,
  type ModelElement,
  olderNamespaceOf,
  ownPropertyOf,
  ownValueOf,
  propertiesSaid,
  referenceText,
  refusedAttributes,
  unusualTag,
  valuesWithAttributes,
  xmlHolding,
  xmlOf,
} from '../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../schema/index.ts';
import { AttributeNames } from './attribute-names.ts';
import { compact, shape } from './foreign-shape.ts';
import { idOf } from './ids.ts';
import { partedExtensions } from './looks.ts';
import type { Pairs } from './pairs.ts';
import { holdsElement, isContainment, listOf, placesIn } from './part-lists.ts';

interface Facts {
  readonly set: Map<string, string | undefined>;
  readonly drop: string[];
  readonly tags: Map<string, string>;
  readonly holds: string[];
  readonly orders: Map<string, readonly number[]>;
  absent: boolean;
}

/** Where an element of the text stands to the layout file: the nearest with a line of its own, and the way from there, '' for itself. */
interface Place {
  readonly of: ModelElement;
  readonly path: string;
}

/** What is compared otherwise, or cannot differ. */
const APART: ReadonlySet<string> = new Set(['extensionElements', 'diagrams', 'CMMNDI']);
const NONE: ReadonlySet<ModelElement> = new Set();
/** References of which the order tells nothing. */
const SETS: ReadonlySet<string> = new Set(['flowNodeRef']);

/**
 * @param keys keys of the layout file by the elements of the text
 * @returns facts by key; what all steps lack is said of the file, under the key ''
 */
export function differences(
  read: ModelElement,
  made: ModelElement,
  pairs: Pairs,
  keys: ReadonlyMap<ModelElement, string>,
): ReadonlyMap<string, XmlFacts> {
  return new Comparison(read, made, pairs, keys).compare();
}

class Comparison {
  readonly #facts = new Map<string, Facts>();
  readonly #read: ModelElement;
  readonly #made: ModelElement;
  readonly #pairs: Pairs;
  readonly #readOf = new Map<ModelElement, ModelElement>();
  readonly #keys: ReadonlyMap<ModelElement, string>;
  /** Tags by which the file writes what a new file would write by others. */
  #tags: (Place & { readonly tag: string })[] = [];
  /** Parts whose owner holds them as XML already. */
  readonly #replaced = new Set<ModelElement>();
  readonly #names: AttributeNames;
  /** Lists of flows that most steps do not have. */
  readonly #lacking: ReadonlySet<string>;

  constructor(read: ModelElement, made: ModelElement, pairs: Pairs, keys: ReadonlyMap<ModelElement, string>) {
    this.#read = read;
    this.#made = made;
    this.#pairs = pairs;
    this.#keys = keys;
    for (const [one, other] of pairs) this.#readOf.set(other, one);
    this.#names = new AttributeNames(made);
    this.#lacking = new Set(['incoming', 'outgoing'].filter((name) => this.#isMostlyLacking(name)));
  }

  compare(): ReadonlyMap<string, XmlFacts> {
    const head = this.#factsOf(this.#made);
    for (const name of this.#lacking) head.set.set(name, undefined);
    this.#element(this.#read, this.#made, { of: this.#made, path: '' });
    for (const { of, path, tag } of this.#tags) this.#factsOf(of).tags.set(path === '' ? '.' : path, tag);
    for (const [prefix, uri] of this.#unboundPrefixes()) head.set.set(`xmlns:${prefix}`, uri);
    if (head.set.size + head.drop.length + head.tags.size + head.holds.length === 0) this.#facts.delete('');
    return this.#facts;
  }

  /** Prefixes of attributes and references that are not said, where the text says nothing with them either. */
  #unboundPrefixes(): Map<string, string> {
    const found = new Map<string, string>();
    const need = (prefix: string, uri: string | undefined): void => {
      if (uri !== undefined && this.#made.$attrs[`xmlns:${prefix}`] === undefined) found.set(prefix, uri);
    };
    for (const { set } of this.#facts.values())
      for (const [name, value] of set) {
        const [prefix = '', tag] = name.split(':');
        if (tag !== undefined) need(prefix, this.#names.namespaceOf(prefix));
        // References to what is in other files have prefixes, too.
        const [first = '', local] = value?.split(':', 2) ?? [];
        if (local !== undefined) need(first, this.#read.$attrs[`xmlns:${first}`]);
      }
    return found;
  }

  #isMostlyLacking(name: string): boolean {
    let lacking = 0;
    let having = 0;
    for (const [one, other] of this.#pairs) {
      if (!is(one, 'bpmn:FlowNode') || !holdsElement(other, name)) continue;
      if (!holdsElement(one, name) && referenceText(one, name) === undefined) lacking++;
      else having++;
    }
    return lacking > having;
  }

  #factsOf(made: ModelElement): Facts {
    const key = made === this.#made ? '' : (this.#keys.get(made) ?? idOf(made) ?? '');
    let facts = this.#facts.get(key);
    if (!facts) {
      facts = { set: new Map(), drop: [], tags: new Map(), holds: [], orders: new Map(), absent: false };
      this.#facts.set(key, facts);
    }
    return facts;
  }

  /** Whether the layout file can speak of an element of the text. */
  #isKeyed(made: ModelElement): boolean {
    return made === this.#made || this.#keys.has(made) || idOf(made) !== undefined;
  }

  /** Whether an element and all in it that the layout file cannot speak of is the same; what it can speak of is noted. */
  #element(read: ModelElement, made: ModelElement, place: Place): boolean {
    let isSame = true;
    const differ = (note: (facts: Facts) => void): void => {
      if (this.#isKeyed(made)) note(this.#factsOf(made));
      else isSame = false;
    };
    const said = propertiesSaid(made, read);
    this.#values(read, made, said, (name, text) => differ(({ set }) => set.set(name, text)));
    this.#foreign(read, made, differ);
    for (const property of said) this.#children(read, made, place, property, differ);
    // Behind the parts: a second one, where there may be but one, stands behind the first.
    for (const xml of keptXml(read)) differ(({ holds }) => holds.push(xml));
    return isSame;
  }

  /** Of what vendors say in elements, what is of the drawing; all of it where the text does not say the rest as the file does. */
  #foreign(read: ModelElement, made: ModelElement, differ: (note: (facts: Facts) => void) => void): void {
    const holder = ownPropertyOf(read, 'extensionElements');
    const other = ownPropertyOf(made, 'extensionElements');
    if (holder === undefined && other === undefined) return;
    const { looks, others } = partedExtensions(read);
    const isHolding = isElement(holder) && (looks.length === 0 || others.length > 0);
    const isSame =
      (!isElement(holder) || this.#names.attributesOf(holder).size === 0) &&
      isHolding === isElement(other) &&
      (!isElement(other) || shape(others) === shape(other.get('values')));
    if (isSame && looks.length === 0) return;
    const xml = isElement(holder) ? (isSame ? xmlHolding(holder, looks.map(compact)) : xmlOf(holder)) : undefined;
    differ(({ drop, holds }) => {
      if (!isSame && isElement(other)) drop.push('extensionElements#1');
      if (xml !== undefined) holds.push(xml);
    });
  }

  #children(
    read: ModelElement,
    made: ModelElement,
    place: Place,
    property: PropertyDescriptor,
    differ: (note: (facts: Facts) => void) => void,
  ): void {
    const { name } = property;
    if (!isContainment(property) || APART.has(name)) return;
    let late = this.#behindUnsaid(read, property);
    const order: ModelElement[] = [];
    for (const [index, child] of listOf(made, property).entries()) {
      const other = this.#readOf.get(child);
      const isToMove = other !== undefined && late.has(other) && child.$type.endsWith(':Documentation');
      const inside = this.#placeIn(place, child, property, index);
      if (other && !isToMove && this.#part(other, child, inside, property)) {
        order.push(other);
        continue;
      }
      if (!other && this.#keys.has(child)) {
        this.#factsOf(child).absent = true;
        continue;
      }
      // Nothing speaks of it: its owner has it as it was read, and what comes behind it too.
      if (other) {
        this.#replaced.add(other);
        this.#tags = this.#tags.filter(({ of, path }) => of !== inside.of || !path.startsWith(inside.path));
        late = this.#behindUnsaid(read, property);
      }
      differ(({ drop }) => drop.push(`${name}#${index + 1}`));
    }
    const list = listOf(read, property);
    const held = list.filter((child) => !this.#pairs.has(child) || this.#replaced.has(child));
    for (const child of held) {
      const xml = xmlOf(child);
      if (xml !== undefined) differ(({ holds }) => holds.push(xml));
    }
    order.push(...held);
    const places = held.length > 0 ? placesIn(property, list, order) : undefined;
    if (places) differ(({ orders }) => orders.set(name, places));
  }

  /** The same of what stands in an element, with the tag that it has there. */
  #part(read: ModelElement, made: ModelElement, place: Place, property: PropertyDescriptor): boolean {
    const tag = unusualTag(read, property);
    if (tag !== undefined) this.#tags.push({ ...place, tag });
    return this.#element(read, made, place);
  }

  #placeIn({ of, path }: Place, child: ModelElement, { name, isMany }: PropertyDescriptor, index: number): Place {
    if (this.#isKeyed(child)) return { of: child, path: '' };
    const step = isMany ? `${name}#${index + 1}` : name;
    return { of, path: path === '' ? step : `${path}/${step}` };
  }

  /** The elements of a list that stand behind one that the owner has as it was read: such are put at the end of the list. */
  #behindUnsaid(read: ModelElement, property: PropertyDescriptor): ReadonlySet<ModelElement> {
    const list = listOf(read, property);
    const first = list.findIndex((one) => !this.#pairs.has(one) || this.#replaced.has(one));
    return first < 0 ? NONE : new Set(list.slice(first + 1));
  }

  /** Attributes, texts and references that differ, as the file writes them. */
  #values(
    read: ModelElement,
    made: ModelElement,
    said: readonly PropertyDescriptor[],
    differ: (name: string, text: string | undefined) => void,
  ): void {
    const refused = new Map(refusedAttributes(read));
    const isSaid = (property: PropertyDescriptor) => said.includes(property) || refused.has(property.name);
    for (const property of refused.size === 0 ? said : (typeNamed(made.$type)?.properties ?? []).filter(isSaid)) {
      const { name } = property;
      if (property.isVirtual || APART.has(name)) continue;
      if (property.isReference) {
        const wanted = this.#references(read, property);
        const isLacking = this.#lacking.has(name) && made.$instanceOf('bpmn:FlowNode');
        const is = isLacking ? undefined : this.#references(made, property);
        if (inOrder(name, wanted) !== inOrder(name, is)) differ(name, wanted);
      } else if (!isContainment(property)) {
        const wanted = refused.get(name) ?? ownValueOf(read, property);
        const is = ownValueOf(made, property);
        // A text with nothing in it is written as none is.
        const isEmpty = property.isBody && (wanted ?? '') === (is ?? '');
        if (!isEmpty && (wanted ?? property.default) !== (is ?? property.default))
          differ(name, wanted === undefined ? undefined : String(wanted));
      }
    }
    for (const value of valuesWithAttributes(read)) {
      const property = said.find((one) => one.element === value.$descriptor.ns.localName);
      // A prefix would have to be bound where the value stands; a list may hold others by then.
      if (property && !property.isMany && !property.isReference)
        for (const [name, text] of foreignAttributes(value))
          if (!name.includes(':')) differ(`${property.name}@${name}`, text);
    }
    const older = read === this.#read ? olderNamespaceOf(read) : undefined;
    if (older !== undefined) differ('xmlns', older);
    const wanted = this.#names.attributesOf(read);
    const is = this.#names.attributesOf(made);
    for (const [name, value] of wanted) if (is.get(name) !== value) differ(this.#factName(made, name), value);
    for (const name of is.keys()) if (!wanted.has(name)) differ(this.#factName(made, name), undefined);
  }

  /** `@name`: an attribute where the schema has an element of that name. */
  #factName(made: ModelElement, attribute: string): string {
    return typeNamed(made.$type)?.propertiesByName.has(attribute) ? `@${attribute}` : attribute;
  }

  /** Ids of what is referred to, in order; undefined where there is none. */
  #references(element: ModelElement, property: PropertyDescriptor): string | undefined {
    const text = referenceText(element, property.name);
    const value = ownValueOf(element, property);
    // Most are one reference.
    if (text === undefined && isElement(value)) return idOf(value) || undefined;
    const ids = listOf(element, property).map((target) => idOf(target) ?? '');
    const all = [...ids.filter((id) => id !== ''), ...(text?.split(' ') ?? [])];
    return all.length > 0 ? all.join(' ') : undefined;
  }
}

/** The same text for what says the same, whatever the order in which a set is written. */
function inOrder(name: string, ids: string | undefined): string | undefined {
  return SETS.has(name) ? ids?.split(' ').sort().join(' ') : ids;
}
