/** Moves that are still to be made within a step: depth first, in the order in which they were asked for. */
export class Moves<M> {
  /** The next one last; from the mark on as they were asked for since one was taken. */
  #list: M[] = [];
  #mark = 0;

  push(move: M): void {
    this.#list.push(move);
  }

  /** The next one; undefined: all is at rest. */
  pop(): M | undefined {
    const list = this.#list;
    for (let low = this.#mark, high = list.length - 1; low < high; low++, high--)
      [list[low], list[high]] = [list[high] as M, list[low] as M];
    const next = list.pop();
    this.#mark = list.length;
    return next;
  }

  /** Leaves out those that need not be made any more. */
  keep(isMeant: (move: M) => boolean): void {
    const first = this.#list.slice(0, this.#mark).filter(isMeant);
    this.#list = [...first, ...this.#list.slice(this.#mark).filter(isMeant)];
    this.#mark = first.length;
  }
}
