/**
 * A sheet of cases on which some things stand already. Needs: a sheet, pins. Leaves: what has been placed, exact to the pins, and a way to make room: a cut
 * moves all of a container that is right of a line to the right, or all below it down; the container grows, and what is behind it makes room in turn.
 */
import type { Bounds, Point } from '../../base/geometry.ts';
import type { LayoutPin } from '../layout-file.ts';
import { type Axis, movedBox } from '../pin-canvas.ts';
import type { Flow, LayoutNode } from '../scope.ts';
import type { CaseSheet } from './case-sheet.ts';

/** How exactly what is on a border is there (px). */
const close = 1;

/** A note may stand outside of what its item lies in. */
function leaveContainer(note: LayoutNode, pins: ReadonlyMap<string, LayoutPin>): void {
  const own = pins.get(note.id)?.bounds;
  for (let outer = note.parent; own && outer; outer = outer.parent) {
    const box = pins.get(outer.id)?.bounds;
    if (box && contains(box, own)) return;
    note.parent = outer.parent;
  }
}

function contains(outer: Bounds, { x, y, width, height }: Bounds): boolean {
  const isBeside = outer.x <= x && x + width <= outer.x + outer.width;
  return isBeside && outer.y <= y && y + height <= outer.y + outer.height;
}

export class CaseCanvas {
  readonly sheet: CaseSheet;
  /** Boxes of all shapes that have a place. */
  readonly bounds = new Map<LayoutNode, Bounds>();
  /** Ways of connectors that hold both their ends. */
  readonly paths = new Map<Flow, readonly Point[]>();
  readonly labels = new Map<LayoutNode | Flow, Bounds>();
  /** What has been moved or has grown by a cut. */
  readonly moved = new Set<LayoutNode>();
  readonly #children: ReadonlyMap<LayoutNode | undefined, readonly LayoutNode[]>;
  readonly #criteria: ReadonlyMap<LayoutNode | undefined, readonly LayoutNode[]>;

  constructor(sheet: CaseSheet, pins: ReadonlyMap<string, LayoutPin>) {
    this.sheet = sheet;
    const nodes = sheet.shapes.map(([, node]) => node);
    for (const node of nodes) if (node.kind === 'note') leaveContainer(node, pins);
    this.#children = Map.groupBy(
      nodes.filter(({ host }) => !host),
      ({ parent }) => parent,
    );
    this.#criteria = Map.groupBy(nodes, ({ host }) => host);
    for (const node of nodes) {
      const pin = pins.get(node.id);
      if (pin?.bounds) this.place(node, pin.bounds);
      if (pin?.bounds && pin.label) this.labels.set(node, pin.label);
    }
    for (const { key, flow } of sheet.connectors.all) {
      const pin = pins.get(key);
      if (!pin?.path || !this.bounds.has(flow.source) || !this.bounds.has(flow.target)) continue;
      this.paths.set(flow, pin.path);
      if (pin.label) this.labels.set(flow, pin.label);
    }
  }

  /** What lies in a container, criteria on borders apart; plans and notes beside them in none. */
  childrenOf(container: LayoutNode | undefined): readonly LayoutNode[] {
    return this.#children.get(container) ?? [];
  }

  criteriaOf(host: LayoutNode): readonly LayoutNode[] {
    return this.#criteria.get(host) ?? [];
  }

  place(node: LayoutNode, bounds: Bounds): void {
    this.bounds.set(node, bounds);
    node.width = bounds.width;
    node.height = bounds.height;
    node.x = bounds.x + bounds.width / 2;
    node.y = bounds.y + bounds.height / 2;
  }

  /** Gives up the place of a node and of all in and on it. */
  free(node: LayoutNode): void {
    for (const each of this.#within(node)) {
      this.bounds.delete(each);
      this.labels.delete(each);
      this.#dropPaths((end) => end === each);
    }
  }

  /** Moves what lies behind `at` in a container by `by` px; the container and those around it grow. */
  cut(axis: Axis, at: number, by: number, container: LayoutNode | undefined): void {
    if (by <= 0) return;
    const behind = this.childrenOf(container).filter((node) => this.bounds.has(node) && node[axis] >= at);
    this.#move(new Set(behind.flatMap((node) => this.#within(node))), axis, by);
    const bounds = container && this.bounds.get(container);
    if (!container || !bounds) return;
    const edge = axis === 'x' ? bounds.x + bounds.width : bounds.y + bounds.height;
    this.cut(axis, Math.max(edge, container[axis] + 1), by, container.parent);
    this.moved.add(container);
    this.place(
      container,
      axis === 'x' ? { ...bounds, width: bounds.width + by } : { ...bounds, height: bounds.height + by },
    );
    this.#move(
      new Set(this.criteriaOf(container).filter((node) => this.bounds.has(node) && node[axis] >= edge - close)),
      axis,
      by,
    );
    this.#dropPaths((end, point) => end === container && point[axis] >= edge - close);
  }

  #within(node: LayoutNode): LayoutNode[] {
    return [node, ...this.criteriaOf(node), ...this.childrenOf(node).flatMap((child) => this.#within(child))];
  }

  /** Connectors with both ends among them go along; those with one are led anew. */
  #move(nodes: ReadonlySet<LayoutNode>, axis: Axis, by: number): void {
    for (const node of nodes) {
      const [bounds, label] = [this.bounds.get(node), this.labels.get(node)];
      if (bounds) this.place(node, movedBox(bounds, axis, by));
      if (label) this.labels.set(node, movedBox(label, axis, by));
      this.moved.add(node);
    }
    for (const [flow, path] of this.paths) {
      if (!nodes.has(flow.source) || !nodes.has(flow.target)) continue;
      const label = this.labels.get(flow);
      this.paths.set(
        flow,
        path.map((point) => (axis === 'x' ? { ...point, x: point.x + by } : { ...point, y: point.y + by })),
      );
      if (label) this.labels.set(flow, movedBox(label, axis, by));
    }
    for (const flow of [...this.paths.keys()]) if (nodes.has(flow.source) !== nodes.has(flow.target)) this.drop(flow);
  }

  #dropPaths(isTorn: (end: LayoutNode, point: Point) => boolean): void {
    for (const [flow, path] of [...this.paths]) {
      const [first, last] = [path[0], path.at(-1)];
      if ((first && isTorn(flow.source, first)) || (last && isTorn(flow.target, last))) this.drop(flow);
    }
  }

  drop(flow: Flow): void {
    this.paths.delete(flow);
    this.labels.delete(flow);
  }
}
