/** The `classList` of an element: its names in the order they were added. */
export class ClassList {
  // A handful at most, so a list is searched faster than a set, and made faster.
  #names: string[] = [];

  add(name: string): void {
    if (!this.contains(name)) this.#names.push(name);
  }

  remove(name: string): void {
    this.#names = this.#names.filter((other) => other !== name);
  }

  contains(name: string): boolean {
    return this.#names.includes(name);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#names.values();
  }

  /** As the `class` attribute has them. */
  toString(): string {
    return this.#names.join(' ');
  }
}
