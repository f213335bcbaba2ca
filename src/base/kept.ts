/** What is made of a text, made once: where the same few texts come again and again. */
export class Kept<Value> {
  readonly #values = new Map<string, Value>();
  readonly #make: (text: string) => Value;
  readonly #most: number;

  /** @param most texts that are kept at once: files may hold any number */
  constructor(make: (text: string) => Value, most = 1000) {
    this.#make = make;
    this.#most = most;
  }

  get(text: string): Value {
    const known = this.#values.get(text);
    if (known !== undefined) return known;
    const value = this.#make(text);
    if (this.#values.size === this.#most) this.#values.clear();
    this.#values.set(text, value);
    return value;
  }
}
