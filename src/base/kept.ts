/** Files may hold any number of texts to make something of. */
const MOST_VALUES = 1000;

/** What is made of a text, made once: where the same few texts come again and again. */
export class Kept<Value> {
  readonly #values = new Map<string, Value>();
  readonly #make: (text: string) => Value;

  constructor(make: (text: string) => Value) {
    this.#make = make;
  }

  get(text: string): Value {
    const known = this.#values.get(text);
    if (known !== undefined) return known;
    const value = this.#make(text);
    if (this.#values.size === MOST_VALUES) this.#values.clear();
    this.#values.set(text, value);
    return value;
  }
}
