/**
 * Names with prefixes while a model is read. The XML parser could resolve them as well; kept here by the name as
 * written, once an element that binds prefixes, they cost half as much (bench/reading.mjs).
 */
import { type ChildRule, childRule, type Package, type TypeDescriptor, typeNamed } from '../schema/index.ts';
import { Unreadable } from './unreadable.ts';
import { packageOf, splitName, XSI } from './xml-names.ts';

/** The name of an element. */
export interface ElementName {
  readonly local: string;
  /** Package of its namespace; undefined for a foreign one. */
  readonly home: Package | undefined;
  /** What it means inside elements of a type, as far as that was asked. */
  readonly rules: Map<TypeDescriptor, ChildRule | undefined>;
}

const NO_BINDINGS: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

export class ReadScope {
  readonly #outer: ReadScope | undefined;
  readonly #bindings: ReadonlyMap<string, string>;
  readonly #names = new Map<string, ElementName>();
  readonly #types = new Map<string, TypeDescriptor>();
  /** What elements without a namespace are taken for, in a file that forgot to bind it. */
  readonly #assumed: Package | undefined;

  constructor(outer?: ReadScope, bindings: ReadonlyMap<string, string> = NO_BINDINGS, assumed?: Package) {
    this.#outer = outer;
    this.#bindings = bindings;
    this.#assumed = assumed ?? (outer ? outer.#assumed : undefined);
  }

  /** The scope inside an element with these attributes. Throws `Unreadable` if they bind what cannot be bound. */
  inside(attributes: Readonly<Record<string, string>>): ReadScope {
    const bindings = new Map<string, string>();
    for (const [name, uri] of Object.entries(attributes)) {
      const [before, prefix] = splitName(name);
      if (name === 'xmlns') bindings.set('', uri);
      else if (before === 'xmlns' && uri !== '') bindings.set(prefix, uri);
      else if (before === 'xmlns') throw unreadable(`The prefix "${prefix}" is bound to nothing. Give it a namespace.`);
    }
    return bindings.size > 0 ? new ReadScope(this, bindings) : this;
  }

  /** The scope with a package for elements without a namespace. */
  assuming(one: Package): ReadScope {
    return new ReadScope(this, undefined, one);
  }

  get namespaces(): string[] {
    return [...this.#bindings.values()];
  }

  /** The namespace of a prefix ('' is the default). */
  namespaceOf(prefix: string): string | undefined {
    return this.#bindings.get(prefix) ?? this.#outer?.namespaceOf(prefix);
  }

  /** An element's name by what is written. Throws `Unreadable` if its prefix is bound to nothing. */
  elementName(written: string): ElementName {
    const known = this.#names.get(written);
    if (known) return known;
    const [prefix, local] = splitName(written);
    const uri = prefix === '' && !written.includes(':') ? (this.namespaceOf('') ?? '') : this.#boundTo(written);
    const name: ElementName = { local, home: uri === '' ? this.#assumed : packageOf(uri), rules: new Map() };
    this.#names.set(written, name);
    return name;
  }

  /** The type that an `xsi:type` names, if the standards have it. */
  typeNamed(written: string): TypeDescriptor | undefined {
    const known = this.#types.get(written);
    if (known) return known;
    const [prefix, local] = splitName(written);
    const uri = this.namespaceOf(prefix);
    const home = uri === undefined ? this.#assumed : packageOf(uri);
    const name = home && local.startsWith(home.typePrefix) ? local.slice(home.typePrefix.length) : '';
    const type = home && typeNamed(`${home.prefix}:${name}`);
    if (type) this.#types.set(written, type);
    return type;
  }

  /** The type of an element: what `xsi:type` says, if that is derived from what the schema says. */
  actualType(declared: TypeDescriptor, attributes: Readonly<Record<string, string>>): TypeDescriptor {
    const written = this.#xsiType(attributes);
    const type = written === undefined ? undefined : this.typeNamed(written.trim());
    return type?.allTypes.has(declared.name) ? type : declared;
  }

  #xsiType(attributes: Readonly<Record<string, string>>): string | undefined {
    if (this.namespaceOf('xsi') === XSI) return attributes['xsi:type'];
    const names = Object.keys(attributes).filter((name) => name.endsWith(':type'));
    const name = names.find((one) => this.namespaceOf(splitName(one)[0]) === XSI);
    return name === undefined ? undefined : attributes[name];
  }

  #boundTo(written: string): string {
    const [prefix, local] = splitName(written);
    if (prefix === '' || local === '' || local.includes(':')) {
      throw unreadable(`"${written}" is no name: it needs exactly one ":" with something before and behind it.`);
    }
    const uri = this.namespaceOf(prefix);
    if (uri !== undefined) return uri;
    const advice = `Declare it with xmlns:${prefix}="…" on the root element, or take it away.`;
    throw unreadable(`The prefix "${prefix}" stands for no namespace. ${advice}`);
  }

  /** Throws `Unreadable` if a prefix among the attributes is bound to nothing, or two of them are one and the same. */
  checkPrefixes(attributes: Readonly<Record<string, string>>): void {
    let seen: Set<string> | undefined;
    for (const name in attributes) {
      if (!name.includes(':') || name.startsWith('xmlns:')) continue;
      const expanded = `${splitName(name)[1]} ${this.#boundTo(name)}`;
      if (seen?.has(expanded)) throw unreadable(`The attribute "${name}" stands here twice. Take one away.`);
      seen ??= new Set();
      seen.add(expanded);
    }
  }
}

/** What an element means inside one of a type; asked for every element, so remembered with its name. */
export function ruleOf(name: ElementName, parent: TypeDescriptor): ChildRule | undefined {
  const known = name.rules.get(parent);
  if (known || !name.home) return known;
  const rule = childRule(parent, name.home.prefix, name.local);
  name.rules.set(parent, rule);
  return rule;
}

function unreadable(message: string): Unreadable {
  return new Unreadable('unreadable-xml', message);
}
