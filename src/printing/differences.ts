/** Where the model of a text differs from the file that the text was made of: what the layout file has to keep besides. */
import type { XmlFacts } from '../layout/index.ts';
import {
  createForeignElement,
  type ForeignElement,
  foreignAttributes,
  is,
  isElement,
  keptXml,
  type ModelElement,
  olderNamespaceOf,
  ownPropertyOf,
  propertiesSaid,
  referenceText,
  refusedAttributes,
  xmlHolding,
  xmlOf,
} from '../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../schema/index.ts';
import { AttributeNames, expandedName } from './attribute-names.ts';
import { contentOf } from './extensions.ts';
import { idOf } from './ids.ts';
import { partedExtensions } from './looks.ts';
import type { Pairs } from './pairs.ts';

interface Facts {
  readonly set: Map<string, string | undefined>;
  readonly drop: string[];
  readonly holds: string[];
  absent: boolean;
}

/** What is compared otherwise, or cannot differ. */
const APART: ReadonlySet<string> = new Set(['extensionElements', 'diagrams', 'CMMNDI']);
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
    this.#element(this.#read, this.#made);
    for (const [prefix, uri] of this.#unboundPrefixes()) head.set.set(`xmlns:${prefix}`, uri);
    return new Map(
      [...this.#facts].filter(
        ([, { set, drop, holds, absent }]) => absent || set.size + drop.length + holds.length > 0,
      ),
    );
  }

  /** Prefixes of attributes that are not said, where the text says nothing with them either. */
  #unboundPrefixes(): Map<string, string> {
    const found = new Map<string, string>();
    for (const { set } of this.#facts.values())
      for (const name of set.keys()) {
        const [prefix = '', tag] = name.split(':');
        const uri = this.#names.namespaceOf(prefix);
        if (tag !== undefined && uri !== undefined && this.#made.$attrs[`xmlns:${prefix}`] === undefined)
          found.set(prefix, uri);
      }
    return found;
  }

  #isMostlyLacking(name: string): boolean {
    let lacking = 0;
    let having = 0;
    for (const [one, other] of this.#pairs) {
      if (!is(one, 'bpmn:FlowNode') || listOf(other, name).length === 0) continue;
      if (listOf(one, name).length === 0 && referenceText(one, name) === undefined) lacking++;
      else having++;
    }
    return lacking > having;
  }

  #factsOf(made: ModelElement): Facts {
    const key = made === this.#made ? '' : (this.#keys.get(made) ?? idOf(made) ?? '');
    const known = this.#facts.get(key) ?? { set: new Map(), drop: [], holds: [], absent: false };
    this.#facts.set(key, known);
    return known;
  }

  /** Whether the layout file can speak of an element of the text. */
  #isKeyed(made: ModelElement): boolean {
    return made === this.#made || this.#keys.has(made) || idOf(made) !== undefined;
  }

  /** Whether an element and all in it that the layout file cannot speak of is the same; what it can speak of is noted. */
  #element(read: ModelElement, made: ModelElement): boolean {
    const facts = this.#isKeyed(made) ? this.#factsOf(made) : undefined;
    let isSame = true;
    const differ = (note: (facts: Facts) => void): void => {
      if (facts) note(facts);
      else isSame = false;
    };
    const said = propertiesSaid(made, read);
    for (const [name, text] of this.#values(read, made, said)) differ(({ set }) => set.set(name, text));
    this.#foreign(read, made, differ);
    for (const xml of keptXml(read)) differ(({ holds }) => holds.push(xml));
    for (const property of said) this.#children(read, made, property, differ);
    return isSame;
  }

  /** Of what vendors say in elements, what is of the drawing; all of it where the text does not say the rest as the file does. */
  #foreign(read: ModelElement, made: ModelElement, differ: (note: (facts: Facts) => void) => void): void {
    const [holder, other] = [read.get('extensionElements'), made.get('extensionElements')];
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
    property: PropertyDescriptor,
    differ: (note: (facts: Facts) => void) => void,
  ): void {
    const { name } = property;
    if (property.isReference || property.isAttr || APART.has(name)) return;
    const late = this.#behindUnsaid(read, name);
    for (const [index, child] of listOf(made, name).entries()) {
      const other = this.#readOf.get(child);
      const isToMove = other !== undefined && late.has(other) && child.$type.endsWith(':Documentation');
      if (other && !isToMove && this.#element(other, child)) continue;
      if (!other && this.#keys.has(child)) {
        this.#factsOf(child).absent = true;
        continue;
      }
      // Nothing speaks of it: its owner has it as it was read, and what comes behind it too.
      if (other) {
        this.#replaced.add(other);
        for (const one of this.#behindUnsaid(read, name)) late.add(one);
      }
      differ(({ drop }) => drop.push(`${name}#${index + 1}`));
    }
    for (const child of listOf(read, name)) {
      if (this.#pairs.has(child) && !this.#replaced.has(child)) continue;
      const xml = xmlOf(child);
      if (xml !== undefined) differ(({ holds }) => holds.push(xml));
    }
  }

  /** The elements of a list that stand behind one that the owner has as it was read: such are put at the end of the list. */
  #behindUnsaid(read: ModelElement, name: string): Set<ModelElement> {
    const list = listOf(read, name);
    const first = list.findIndex((one) => !this.#pairs.has(one) || this.#replaced.has(one));
    return new Set(first < 0 ? [] : list.slice(first + 1));
  }

  /** Attributes, texts and references that differ, as the file writes them. */
  #values(
    read: ModelElement,
    made: ModelElement,
    said: readonly PropertyDescriptor[],
  ): [name: string, text: string | undefined][] {
    const found: [string, string | undefined][] = [];
    const refused = new Map(refusedAttributes(read));
    const isSaid = (property: PropertyDescriptor) => said.includes(property) || refused.has(property.name);
    for (const property of refused.size === 0 ? said : (typeNamed(made.$type)?.properties ?? []).filter(isSaid)) {
      const { name } = property;
      if (property.isVirtual || APART.has(name)) continue;
      if (property.isReference) {
        const [wanted, is] = [this.#references(read, name), this.#references(made, name)];
        const isLacking = this.#lacking.has(name) && made.$instanceOf('bpmn:FlowNode');
        if (inOrder(name, wanted) !== (isLacking ? undefined : inOrder(name, is))) found.push([name, wanted]);
      } else if (!isContainment(property)) {
        const wanted = refused.get(name) ?? ownPropertyOf(read, name);
        const is = ownPropertyOf(made, name);
        // A text with nothing in it is written as none is.
        const isEmpty = property.isBody && (wanted ?? '') === (is ?? '');
        if (!isEmpty && (wanted ?? property.default) !== (is ?? property.default))
          found.push([name, wanted === undefined ? undefined : String(wanted)]);
      }
    }
    const older = read === this.#read ? olderNamespaceOf(read) : undefined;
    if (older !== undefined) found.push(['xmlns', older]);
    const [wanted, is] = [this.#names.attributesOf(read), this.#names.attributesOf(made)];
    for (const name of new Set([...wanted.keys(), ...is.keys()]))
      if (wanted.get(name) !== is.get(name)) found.push([this.#factName(made, name), wanted.get(name)]);
    return found;
  }

  /** `@name`: an attribute where the schema has an element of that name. */
  #factName(made: ModelElement, attribute: string): string {
    return typeNamed(made.$type)?.propertiesByName.has(attribute) ? `@${attribute}` : attribute;
  }

  /** Ids of what is referred to, in order; undefined where there is none. */
  #references(element: ModelElement, name: string): string | undefined {
    const ids = listOf(element, name).map((target) => idOf(target) ?? '');
    const all = [...ids.filter((id) => id !== ''), ...(referenceText(element, name)?.split(' ') ?? [])];
    return all.length > 0 ? all.join(' ') : undefined;
  }
}

/** The same text for what says the same, whatever the order in which a set is written. */
function inOrder(name: string, ids: string | undefined): string | undefined {
  return SETS.has(name) ? ids?.split(' ').sort().join(' ') : ids;
}

function isContainment(property: PropertyDescriptor): boolean {
  return !property.isAttr && property.type.includes(':') && typeNamed(property.type) !== undefined;
}

function listOf(element: ModelElement, name: string): ModelElement[] {
  const value = ownPropertyOf(element, name);
  return (Array.isArray(value) ? value : [value]).filter(isElement);
}

/** A foreign element without the white space that a file has between elements. */
function compact(element: ForeignElement): ForeignElement {
  const content = contentOf(element).map((part) => (typeof part === 'string' ? part : compact(part)));
  return createForeignElement(element.$descriptor.ns, foreignAttributes(element), content);
}

/** A text that is the same for foreign elements that say the same. */
function shape(values: unknown): string {
  return JSON.stringify(Array.isArray(values) ? values.map(shapeOf) : []);
}

function shapeOf(element: ForeignElement | string): unknown {
  if (typeof element === 'string') return element;
  const { localName, uri } = element.$descriptor.ns;
  const attributes = [...foreignAttributes(element)]
    .map(([name, text]) => [expandedName(element, name), text] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [uri, localName, attributes, contentOf(element).map(shapeOf)];
}
