/** A queue of numbers that gives out the cheapest first (binary heap); of equally cheap ones, the one that came first. */
export class Heap {
  private readonly costs: number[] = [];
  private readonly orders: number[] = [];
  private readonly items: number[] = [];
  private count = 0;

  push(cost: number, item: number): void {
    const order = this.count++;
    let at = this.items.length;
    this.set(at, cost, order, item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isAfter(parent, cost, order)) break;
      this.move(parent, at);
      at = parent;
    }
    this.set(at, cost, order, item);
  }

  pop(): number | undefined {
    const first = this.items[0];
    const [cost, order, item] = [this.costs.pop(), this.orders.pop(), this.items.pop()];
    if (cost === undefined || order === undefined || item === undefined) return undefined;
    if (this.items.length > 0) this.sink(cost, order, item);
    return first;
  }

  /** Puts an entry at the top and lets it go down to where it belongs. */
  private sink(cost: number, order: number, item: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.isAfter(child, this.costs[child + 1] ?? 0, this.orders[child + 1] ?? 0))
        child++;
      if (this.isAfter(child, cost, order)) break;
      this.move(child, at);
      at = child;
    }
    this.set(at, cost, order, item);
  }

  /** Whether the entry there comes after one of this cost and order. */
  private isAfter(at: number, cost: number, order: number): boolean {
    const own = this.costs[at] ?? 0;
    return own > cost || (own === cost && (this.orders[at] ?? 0) > order);
  }

  private move(from: number, to: number): void {
    this.set(to, this.costs[from] ?? 0, this.orders[from] ?? 0, this.items[from] ?? 0);
  }

  private set(at: number, cost: number, order: number, item: number): void {
    this.costs[at] = cost;
    this.orders[at] = order;
    this.items[at] = item;
  }
}
