/** The namespaces in force at an element of the file that is written. */
import type { Package } from '../schema/index.ts';
import { CUSTOMARY, namespacesOf, splitName } from './xml-names.ts';

const nothing: readonly [name: string, uri: string][] = [];

/** A name, with or without a prefix (Namespaces in XML, 4). */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}·._-]*(?::[\p{L}_][\p{L}\p{M}\p{N}·._-]*)?$/u;

export class Scope {
  readonly #outer: Scope | undefined;
  /** Nearly all elements bind nothing. */
  #bindings: Map<string, string> | undefined;
  #added: string[] | undefined;
  /** The prefixes of packages as far as they were asked for: nearly all names of a file are of three packages. */
  #known: Map<Package, string> | undefined;

  /** `bindings`: what the element binds by itself. All that is bound around it must be by then. */
  constructor(outer?: Scope, bindings?: Map<string, string>) {
    this.#outer = outer && !outer.#bindings ? outer.#outer : outer;
    this.#bindings = bindings;
  }

  /** The prefixes that had to be bound besides. */
  get added(): readonly [name: string, uri: string][] {
    return this.#added?.map((prefix) => [`xmlns:${prefix}`, this.#bindings?.get(prefix) ?? '']) ?? nothing;
  }

  /** The namespace of a prefix ('' is the default). */
  namespaceOf(prefix: string): string | undefined {
    return this.#bindings?.get(prefix) ?? this.#outer?.namespaceOf(prefix);
  }

  /** A prefix for one of some namespaces, if one is bound and not hidden. */
  prefixOf(namespaces: readonly string[]): string | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.#outer) {
      for (const [prefix, uri] of scope.#bindings ?? []) {
        if (namespaces.includes(uri) && this.namespaceOf(prefix) === uri) return prefix;
      }
    }
    return undefined;
  }

  /** Binds a namespace at this element, to the wanted prefix unless that means something else. Returns the prefix. */
  bind(wanted: string, uri: string): string {
    let prefix = wanted;
    for (let n = 1; this.namespaceOf(prefix) !== undefined; n++) prefix = `${wanted}${n}`;
    this.#bindings ??= new Map();
    this.#bindings.set(prefix, uri);
    this.#known = undefined;
    this.#added ??= [];
    this.#added.push(prefix);
    return prefix;
  }

  /** How a name of a package is written here. */
  nameIn(home: Package, local: string): string {
    const prefix = this.#prefixFor(home) ?? this.bind(home.writtenPrefix, home.uri);
    return prefix === '' ? local : `${prefix}:${local}`;
  }

  #prefixFor(home: Package): string | undefined {
    if (!this.#bindings && this.#outer) return this.#outer.#prefixFor(home);
    const known = this.#known?.get(home);
    if (known !== undefined) return known;
    const found = this.prefixOf(namespacesOf(home));
    if (found === undefined) return undefined;
    this.#known ??= new Map();
    this.#known.set(home, found);
    return found;
  }

  /**
   * How a new foreign attribute is written here. Its prefix must be a customary one (`bioc`, `color`, `xsi`) or be
   * bound by an `xmlns:` among the `$attrs` of an element around.
   * @returns undefined for what no reader could read: a layout file, where it comes from, is written by hand too
   */
  attributeName(name: string): string | undefined {
    const [prefix, local] = splitName(name);
    if (!NAME.test(name)) return undefined;
    if (prefix === '' || prefix === 'xmlns' || prefix === 'xml') return name;
    const uri = [...CUSTOMARY].find(([, customary]) => customary === prefix)?.[0];
    const bound = this.namespaceOf(prefix);
    // What the file itself binds under a customary name counts.
    if (uri && (bound === undefined || bound === uri))
      return `${this.prefixOf([uri]) ?? this.bind(prefix, uri)}:${local}`;
    return bound === undefined ? undefined : name;
  }
}
