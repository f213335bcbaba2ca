const firstRoom = 1024;

/** A queue of whole numbers that gives out the cheapest first (binary heap in typed arrays); of equally cheap ones, the one that came first. */
export class Heap {
  private costs = new Float64Array(firstRoom);
  private orders = new Int32Array(firstRoom);
  private items = new Int32Array(firstRoom);
  private size = 0;
  private count = 0;

  push(cost: number, item: number): void {
    if (this.size === this.items.length) this.grow();
    const order = this.count++;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isAfter(parent, cost, order)) break;
      this.move(parent, at);
      at = parent;
    }
    this.set(at, cost, order, item);
  }

  pop(): number | undefined {
    if (this.size === 0) return undefined;
    const first = this.items[0];
    const last = --this.size;
    if (last > 0) this.sink(this.costs[last] ?? 0, this.orders[last] ?? 0, this.items[last] ?? 0);
    return first;
  }

  /** Puts an entry at the top and lets it go down to where it belongs. */
  private sink(cost: number, order: number, item: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.isAfter(child, this.costs[child + 1] ?? 0, this.orders[child + 1] ?? 0))
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

  private grow(): void {
    const room = 2 * this.items.length;
    const [costs, orders, items] = [new Float64Array(room), new Int32Array(room), new Int32Array(room)];
    costs.set(this.costs);
    orders.set(this.orders);
    items.set(this.items);
    [this.costs, this.orders, this.items] = [costs, orders, items];
  }
}
