/** How many steps can be gone back: a run without end takes no more memory than that. */
const mostKept = 1_000;

/** What a step leaves, at least. */
interface Kept<State> {
  readonly state: State;
}

/**
 * The steps of a run that somebody plays. Going back is going back to a state that was kept; nothing is ever undone.
 */
export class History<State, Step extends Kept<State>> {
  readonly #empty: State;
  readonly #passedBy: (step: Step) => Iterable<string>;
  #steps: Step[] = [];
  /** Steps that were gone back over, the next one last. */
  #undone: Step[] = [];
  #count = 0;
  /** What was there before the first step that is kept. */
  #first: State;
  readonly #passes = new Map<string, number>();

  /** @param passedBy ids of the elements that a step passes */
  constructor(empty: State, passedBy: (step: Step) => Iterable<string>) {
    this.#empty = empty;
    this.#first = empty;
    this.#passedBy = passedBy;
  }

  get state(): State {
    return this.#steps.at(-1)?.state ?? this.#first;
  }

  get last(): Step | undefined {
    return this.#steps.at(-1);
  }

  /** The last steps, at most so many, with the number of each in the run, from 1. */
  latest(most: number): { readonly step: Step; readonly number: number }[] {
    const kept = most > 0 ? this.#steps.slice(-most) : [];
    return kept.map((step, at) => ({ step, number: this.#count - kept.length + at + 1 }));
  }

  /** All steps from the beginning; undefined: there were more than are kept. */
  get whole(): readonly Step[] | undefined {
    return this.#count === this.#steps.length ? this.#steps : undefined;
  }

  /** How many steps were made in all. */
  get count(): number {
    return this.#count;
  }

  get canGoBack(): boolean {
    return this.#steps.length > 0;
  }

  get canGoForward(): boolean {
    return this.#undone.length > 0;
  }

  /** Ids of all that was passed. */
  passed(): ReadonlySet<string> {
    return new Set(this.#passes.keys());
  }

  add(step: Step): void {
    this.#push(step);
    this.#undone = [];
  }

  back(): void {
    const last = this.#steps.pop();
    if (!last) return;
    this.#undone.push(last);
    this.#count--;
    this.#pass(last, -1);
  }

  forward(): void {
    const next = this.#undone.pop();
    if (next) this.#push(next);
  }

  reset(): void {
    this.#steps = [];
    this.#undone = [];
    this.#count = 0;
    this.#first = this.#empty;
    this.#passes.clear();
  }

  /** All states become others: the model has changed. */
  change(state: (state: State) => State): void {
    const changed = (step: Step): Step => ({ ...step, state: state(step.state) });
    this.#steps = this.#steps.map(changed);
    this.#undone = this.#undone.map(changed);
    this.#first = state(this.#first);
  }

  #push(step: Step): void {
    this.#steps.push(step);
    this.#count++;
    this.#pass(step, 1);
    if (this.#steps.length > mostKept) this.#first = this.#steps.shift()?.state ?? this.#first;
  }

  #pass(step: Step, times: 1 | -1): void {
    for (const id of this.#passedBy(step)) {
      const count = (this.#passes.get(id) ?? 0) + times;
      if (count > 0) this.#passes.set(id, count);
      else this.#passes.delete(id);
    }
  }
}
