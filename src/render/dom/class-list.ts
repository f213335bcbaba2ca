/** The `classList` of an element: its names in the order they were added. */
export class ClassList {
  // One or two, as the attribute has them: a text is made faster than a list.
  #names: string;

  constructor(names = '') {
    this.#names = names;
  }

  add(name: string): void {
    if (this.#names === '') this.#names = name;
    else if (!this.contains(name)) this.#names += ` ${name}`;
  }

  remove(name: string): void {
    this.#names = [...this].filter((other) => other !== name).join(' ');
  }

  contains(name: string): boolean {
    return this.#names === name || (this.#names.includes(name) && [...this].includes(name));
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#names.split(' ').filter(Boolean).values();
  }

  /** As the `class` attribute has them. */
  toString(): string {
    return this.#names;
  }
}
