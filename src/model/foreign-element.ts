/** Elements of other namespaces, shaped as moddle shapes what it has no schema for: read ones, and new ones. */
import type { ForeignElement, ForeignName, ModelElement } from './model-element.ts';

/** What an element contains: text as it means, and elements, in order. */
export type ForeignContent = readonly (string | ForeignObject)[];

/** Prefixes ('' is the default namespace), with the namespace of each. */
export type Bindings = Readonly<Record<string, string>>;

const NO_BINDINGS: Bindings = {};

export class ForeignObject implements ForeignElement {
  readonly $type: string;
  readonly $children: readonly ForeignObject[];
  readonly $body: string | undefined;
  readonly [attribute: string]: unknown;
  // Private, with a way in: enumerating an element shows what the file says and nothing else.
  #parent: ModelElement | ForeignElement | undefined = undefined;
  readonly #descriptor: ForeignElement['$descriptor'];
  readonly #attributes: ReadonlyMap<string, string>;
  readonly #content: ForeignContent;
  readonly #bindings: Bindings;
  readonly #xml: string | undefined;

  constructor(
    ns: ForeignName,
    attributes: ReadonlyMap<string, string>,
    content: ForeignContent,
    bindings: Bindings = NO_BINDINGS,
    xml?: string,
  ) {
    const name = ns.prefix === '' ? ns.localName : `${ns.prefix}:${ns.localName}`;
    const text = content.filter((part) => typeof part === 'string').join('');
    this.$type = name;
    this.$children = content.filter((part) => typeof part !== 'string');
    this.$body = text.trim() === '' ? undefined : text;
    this.#descriptor = { name, isGeneric: true, ns };
    this.#attributes = attributes;
    this.#content = content;
    this.#bindings = bindings;
    this.#xml = xml;
    for (const child of this.$children) child.$parent = this;
    const target = this as unknown as Record<string, unknown>;
    for (const [key, value] of attributes) {
      // An attribute that is called as one of the fixed properties would hide it.
      if (!key.startsWith('$') && !(key in this)) target[key] = value;
    }
  }

  get $parent(): ModelElement | ForeignElement | undefined {
    return this.#parent;
  }

  set $parent(parent: ModelElement | ForeignElement | undefined) {
    this.#parent = parent;
  }

  get $descriptor(): ForeignElement['$descriptor'] {
    return this.#descriptor;
  }

  /** By qualified name, those that the shape has no room for (`$type`) too; without the bindings of prefixes. */
  get attributes(): ReadonlyMap<string, string> {
    return this.#attributes;
  }

  get content(): ForeignContent {
    return this.#content;
  }

  /** The prefixes that it binds itself, with what they stand for. */
  get bindings(): Bindings {
    return this.#bindings;
  }

  /** What it was read from: it is written as it was. Undefined for a new one, and for the parts of a read one. */
  get xml(): string | undefined {
    return this.#xml;
  }

  $instanceOf(type: string): boolean {
    return this.$type === type;
  }

  get(name: string): string | undefined {
    return this.attributes.get(name);
  }
}

/**
 * A new foreign element, for the extension elements of another. Its prefix is bound where the file does not have it bound
 * already; a prefix among its attributes (by qualified name) must be bound around it, in the `$attrs` of the definitions.
 * @param content text and elements in order
 */
export function createForeignElement(
  name: ForeignName,
  attributes: ReadonlyMap<string, string>,
  content: readonly (string | ForeignElement)[],
): ForeignElement {
  const parts = content.filter((part) => typeof part === 'string' || part instanceof ForeignObject);
  return new ForeignObject(name, attributes, parts);
}

/** The attributes of a foreign element by qualified name, without the bindings of prefixes. */
export function foreignAttributes(element: ForeignElement): ReadonlyMap<string, string> {
  return element instanceof ForeignObject ? element.attributes : new Map();
}

/** What a foreign element contains, text and elements in their order. */
export function foreignContent(element: ForeignElement): readonly (string | ForeignElement)[] {
  return element instanceof ForeignObject ? element.content : [];
}
