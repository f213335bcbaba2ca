/** What has classes: one or two, as the attribute has them. A text is made faster than a list. */
interface Classed {
  className: string;
}

/** The `classList` of an element: a view of its classes, in the order they were added. */
export class ClassList {
  readonly #element: Classed;

  constructor(element: Classed) {
    this.#element = element;
  }

  add(name: string): void {
    const { className } = this.#element;
    if (className === '') this.#element.className = name;
    else if (!this.contains(name)) this.#element.className = `${className} ${name}`;
  }

  remove(name: string): void {
    this.#element.className = [...this].filter((other) => other !== name).join(' ');
  }

  contains(name: string): boolean {
    const { className } = this.#element;
    return className === name || (className.includes(name) && [...this].includes(name));
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#element.className.split(' ').filter(Boolean).values();
  }
}
