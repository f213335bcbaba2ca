import { Disposable } from 'vscode';

/** Does something when it has not been asked for again for a while: for each key by itself. */
export class Delayed<Key extends { toString(): string }> extends Disposable {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #milliseconds: number;
  readonly #action: (key: Key) => unknown;

  constructor(milliseconds: number, action: (key: Key) => unknown) {
    super(() => {
      for (const timer of this.#timers.values()) clearTimeout(timer);
    });
    this.#milliseconds = milliseconds;
    this.#action = action;
  }

  soon(key: Key): void {
    const name = key.toString();
    clearTimeout(this.#timers.get(name));
    const act = () => {
      this.#timers.delete(name);
      this.#action(key);
    };
    this.#timers.set(name, setTimeout(act, this.#milliseconds));
  }
}
