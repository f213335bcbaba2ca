/** The `classList` of an element: its names in the order they were added. */
export class ClassList {
  readonly #names = new Set<string>();

  add(name: string): void {
    this.#names.add(name);
  }

  remove(name: string): void {
    this.#names.delete(name);
  }

  contains(name: string): boolean {
    return this.#names.has(name);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#names.values();
  }
}
