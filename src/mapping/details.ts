/**
 * `with { … }` and the blocks of `define`: the keys of the text as attributes, references and children of the model. What the
 * words of an element make is there before, so a detail adds to it; references come last, when all that they name is there.
 */
import type { AstNode } from 'langium';
import {
  childType,
  type Detail,
  type DetailEntry,
  entryOf,
  extensionsOf,
  idOf,
  labelOf,
  labelProperty,
  type Value,
  wordsFor,
} from '../language/index.ts';
import { createElementOf, isElement, type ModelElement, ownPropertyOf, put } from '../model/index.ts';
import type { PropertyDescriptor, TypeDescriptor } from '../schema/index.ts';
import { plainValue } from './detail-values.ts';
import { addExtensions } from './extensions.ts';
import type { SourceMapBuilder } from './source-map.ts';

/** A node with a block of details, or with vendor extensions, which may stand in its body. */
export interface Detailed extends AstNode {
  readonly details?: readonly Detail[];
}

/** Lists whose elements the words of the text make one by one: the first detail of a kind adds to the first of them. */
const MADE_BY_WORDS: ReadonlySet<string> = new Set([
  'eventDefinitions',
  'dataInputAssociations',
  'dataOutputAssociations',
  'inputSets',
  'outputSets',
  'laneSets',
]);

/** Lists of which the words may make an element under the name that a detail has: the ports of `reads … into`. */
const NAMED_BY_WORDS: ReadonlySet<string> = new Set([
  ...MADE_BY_WORDS,
  ...['dataInputs', 'dataOutputs'],
  ...['entryCriteria', 'exitCriteria', 'sentries', 'input', 'output'],
]);

/** What is made only when all data is known. */
const MADE_LATE: ReadonlySet<string> = new Set(['dataInputAssociations', 'dataOutputAssociations']);

/** What the details of a model are made with. */
export interface DetailWays {
  readonly context: {
    readonly definitions: ModelElement;
    readonly sources: SourceMapBuilder;
    report(code: string, node: AstNode, message: string): void;
  };
  /** Sets what a property refers to. */
  refer(owner: ModelElement, property: PropertyDescriptor, value: Value): void;
  /** The second element that the line of `block` has made, where no property of the first leads to it. */
  partOf(block: AstNode, property: PropertyDescriptor): ModelElement | undefined;
}

export class DetailBook {
  readonly #ways: DetailWays;
  #waiting: { readonly node: Detailed; readonly element: ModelElement }[] = [];
  #late: (() => void)[] = [];
  #references: (() => void)[] = [];
  readonly #made = new Map<AstNode, ModelElement>();
  /** What details have set, by element. */
  readonly #said = new Map<ModelElement, Set<PropertyDescriptor>>();

  constructor(ways: DetailWays) {
    this.#ways = ways;
  }

  /** Notes the element that a node has become: its details are for later. */
  note(node: Detailed, element: ModelElement): void {
    if (node.details?.length || extensionsOf(node).length > 0) this.#waiting.push({ node, element });
  }

  /** Notes what a `define` has become. */
  bind(node: Detailed, element: ModelElement): void {
    this.#made.set(node, element);
    this.note(node, element);
  }

  /** The element that a detail or a `define` has become. */
  elementOf(detail: AstNode): ModelElement | undefined {
    return this.#made.get(detail);
  }

  /** Makes the details of what is noted so far, but for the associations of data, which are not there yet. */
  make(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { node, element } of waiting) this.#fill(node, element);
  }

  /** Makes the rest. A reference may bring an element of another file along, with details of its own. */
  finish(): void {
    while (this.#waiting.length > 0 || this.#late.length > 0 || this.#references.length > 0) {
      this.make();
      const late = this.#late;
      this.#late = [];
      for (const work of late) work();
      const references = this.#references;
      this.#references = [];
      for (const work of references) work();
    }
  }

  /** What a block says of its element. */
  #fill(block: Detailed, element: ModelElement): void {
    const before = new Map<PropertyDescriptor, readonly unknown[]>();
    for (const detail of block.details ?? []) {
      const entry = entryOf(detail);
      if (!entry || entry.type?.isAbstract || wordsFor(entry, block, detail)) continue;
      const work = () => this.#add(detail, entry, element, before);
      if (MADE_LATE.has(entry.property.name)) this.#late.push(work);
      else work();
    }
    addExtensions(this.#ways.context.definitions, element, extensionsOf(block));
  }

  #add(detail: Detail, entry: DetailEntry, element: ModelElement, before: Before): void {
    const { through } = entry;
    const owner = through ? (this.#ways.partOf(detail.$container, through) ?? partIn(element, through)) : element;
    if (!owner) return;
    const { property } = entry;
    const type = childType(entry, detail);
    if (type) {
      this.#addChild(detail, property, type, owner, before);
    } else if (property.isReference) {
      const { value } = detail;
      if (!value?.ref) return;
      this.#references.push(() => {
        if (this.#isFree(detail, owner, property)) this.#ways.refer(owner, property, value);
      });
    } else {
      const value = plainValue(detail.value, property);
      if (value !== undefined && this.#isFree(detail, owner, property)) put(owner, property, value);
    }
  }

  /** Whether a detail may set a property; what words have set is not said a second time. */
  #isFree(detail: Detail, owner: ModelElement, property: PropertyDescriptor): boolean {
    // The head says some of the definitions element where the text does not.
    if (property.isMany || owner.$type.endsWith(':Definitions')) return true;
    const said = this.#said.get(owner) ?? new Set();
    this.#said.set(owner, said);
    const isSet = ownPropertyOf(owner, property.name) !== undefined;
    if (isSet && !said.has(property)) {
      const message = `The words before \`with\` say this already. Remove \`${detail.key}\`, or those words.`;
      this.#ways.context.report('repeated-detail', detail, message);
    }
    if (isSet) return false;
    said.add(property);
    return true;
  }

  #addChild(
    detail: Detail,
    property: PropertyDescriptor,
    type: TypeDescriptor,
    owner: ModelElement,
    before: Before,
  ): void {
    const known = this.#ways.partOf(detail.$container, property) ?? existing(detail, property, type, owner, before);
    if (known && !known.$instanceOf(type.name)) {
      const message = `The words before \`with\` make a \`${known.$type.replace(/^.*:/, '')}\` of this already. Remove \`${detail.key}\`, or those words.`;
      this.#ways.context.report('repeated-detail', detail, message);
      return;
    }
    const child = known ?? createElementOf(type);
    if (!known && !property.isReference) put(owner, property, child);
    this.#describe(detail, child, type);
    this.#fill(detail, child);
  }

  /** Head and text of a child. */
  #describe(detail: Detail, child: ModelElement, type: TypeDescriptor): void {
    if (detail.name !== undefined && type.propertiesByName.has('id') && !this.#made.has(detail)) {
      child.set('id', idOf(detail));
      this.#ways.context.sources.add(detail.name, detail);
    }
    this.#made.set(detail, child);
    const label = labelOf(detail);
    const property = labelProperty(type);
    if (label !== undefined && property && this.#isFree(detail, child, property)) child.set(property.name, label);
    const { value } = detail;
    if (!value || !type.body) return;
    const text = value.expression?.text ?? value.text;
    if (text === undefined || !this.#isFree(detail, child, type.body)) return;
    child.set(type.body.name, text);
    const language = value.expression?.language;
    if (language !== undefined && type.propertiesByName.has('language')) child.set('language', language);
  }
}

/** What lists held when the block began, by property; each element is added to once. */
type Before = Map<PropertyDescriptor, readonly unknown[]>;

/** The element that a detail adds to, if the words of the text, or a port of its name, have made one. */
function existing(
  detail: Detail,
  property: PropertyDescriptor,
  type: TypeDescriptor,
  owner: ModelElement,
  before: Before,
): ModelElement | undefined {
  if (!property.isMany) return partIn(owner, property);
  if (!NAMED_BY_WORDS.has(property.name)) return undefined;
  const list = elementsIn(owner, property);
  const named = detail.name === undefined ? undefined : list.find((one) => one.get('id') === detail.name);
  if (named || !MADE_BY_WORDS.has(property.name)) return named;
  const left = before.get(property) ?? list;
  const found = left.find((one) => isElement(one) && one.$instanceOf(type.name));
  before.set(
    property,
    left.filter((one) => one !== found),
  );
  return isElement(found) ? found : undefined;
}

function elementsIn(owner: ModelElement, property: PropertyDescriptor): ModelElement[] {
  const list: unknown = ownPropertyOf(owner, property.name);
  return Array.isArray(list) ? list.filter(isElement) : [];
}

function partIn(owner: ModelElement, property: PropertyDescriptor): ModelElement | undefined {
  const part = ownPropertyOf(owner, property.name);
  return isElement(part) ? part : undefined;
}
