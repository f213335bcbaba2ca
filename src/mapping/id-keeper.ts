import type { AstNode } from 'langium';
import { idOf } from '../language/index.ts';

/** Gives the elements of one model their ids: those of the text, those that the layout file keeps, and made ones. */
export class IdKeeper {
  readonly #kept: ReadonlyMap<string, string>;
  readonly #taken: Set<string>;
  readonly #idOfKey = new Map<string, string>();
  /** How many ways there are between two elements, by their keys. */
  readonly #between = new Map<string, number>();
  /** Per made id: the number that the last one of it ended with. */
  readonly #counts = new Map<string, number>();

  /**
   * @param kept ids of the layout file, by key
   * @param taken ids that the text gives; made ones keep clear of them
   */
  constructor(kept: ReadonlyMap<string, string> | undefined, taken: Set<string>) {
    this.#kept = kept ?? new Map();
    this.#taken = taken;
  }

  /** Ids of all elements that have one, by their keys in the layout file. */
  get idOfKey(): ReadonlyMap<string, string> {
    return this.#idOfKey;
  }

  /** The id of an element that the text writes: its own, or the one that the layout file keeps for a derived id. */
  id(node: AstNode): string {
    const derived = idOf(node);
    const id = hasName(node) ? derived : (this.#kept.get(derived) ?? derived);
    this.#idOfKey.set(derived, id);
    return id;
  }

  /** Whether the text gives an id, or one was made already. */
  isTaken(id: string): boolean {
    return this.#taken.has(id);
  }

  /** The id of a part that the text has no word for, or `undefined` if the layout file keeps none. */
  keptId(key: string): string | undefined {
    return this.#kept.get(key);
  }

  /** The kept id of a part, else `made`, else `made_2` … if that is taken. */
  idFor(key: string, made: string): string {
    const id = this.#kept.get(key) ?? this.#freeId(made);
    this.#idOfKey.set(key, id);
    return id;
  }

  /** Notes the id of an element that has got one, by its key. */
  note(key: string, id: string): void {
    this.#idOfKey.set(key, id);
  }

  /** The key of a way between two elements: `check->complete`, or `check->complete#2` for the second between the two. */
  numbered(ends: string): string {
    const count = (this.#between.get(ends) ?? 0) + 1;
    this.#between.set(ends, count);
    return count === 1 ? ends : `${ends}#${count}`;
  }

  #freeId(made: string): string {
    let id = made;
    for (let count = this.#counts.get(made) ?? 1; this.#taken.has(id); ) {
      count += 1;
      id = `${made}_${count}`;
      this.#counts.set(made, count);
    }
    this.#taken.add(id);
    return id;
  }
}

function hasName(node: AstNode): boolean {
  return 'name' in node && node.name !== undefined;
}
