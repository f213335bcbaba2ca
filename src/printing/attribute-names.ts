/**
 * Names of what vendors say in attributes. A file may bind a prefix at any element, and one prefix to several name spaces; a text binds
 * prefixes at its head alone, each once.
 */
import { attributesSaid, type ForeignElement, isCustomary, type ModelElement, namespaceAt } from '../model/index.ts';

/** Shared, as most elements have none. */
const NONE: ReadonlyMap<string, string> = new Map();

/** The prefixes at the head of the file that a text makes, and those that the layout file is to bind there besides. */
export class AttributeNames {
  readonly #bound = new Map<string, string>();

  /** @param head the definitions that the text makes */
  constructor(head: ModelElement) {
    for (const [name, uri] of Object.entries(head.$attrs))
      if (name.startsWith('xmlns:')) this.#bound.set(name.slice('xmlns:'.length), uri);
  }

  /** What a prefix stands for there. */
  namespaceOf(prefix: string): string | undefined {
    return this.#bound.get(prefix);
  }

  /** The attributes of an element as they are named there; without the bindings of prefixes. */
  attributesOf(element: ModelElement): ReadonlyMap<string, string> {
    const said = attributesSaid(element);
    let found: Map<string, string> | undefined;
    for (const name in said) {
      const [prefix = '', local] = name.split(':');
      if (prefix === 'xmlns') continue;
      const isPlain = local === undefined || prefix === 'xml' || isCustomary(element, prefix);
      const uri = isPlain ? undefined : namespaceAt(element, prefix);
      found ??= new Map();
      found.set(uri === undefined ? name : `${this.#prefixOf(uri, prefix)}:${local}`, said[name] ?? '');
    }
    return found ?? NONE;
  }

  /** The prefix wanted, unless that stands for something else there: then another, which is bound if it is not yet. */
  #prefixOf(uri: string, wanted: string): string {
    if (this.#bound.get(wanted) === uri) return wanted;
    for (const [prefix, known] of this.#bound) if (known === uri) return prefix;
    let prefix = wanted;
    for (let count = 2; this.#bound.has(prefix); count++) prefix = `${wanted}${count}`;
    this.#bound.set(prefix, uri);
    return prefix;
  }
}

/** The name of an attribute, with what its prefix stands for in place of that. */
export function expandedName(element: ForeignElement, name: string): string {
  const [prefix = '', local] = name.split(':');
  return local === undefined ? name : `${namespaceAt(element, prefix) ?? prefix} ${local}`;
}
