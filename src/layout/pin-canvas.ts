/**
 * A sheet on which some things stand already. Needs: a sheet, pins. Leaves: what has been placed, and two ways to make room: a cut moves all
 * that is right of a line to the right, or all below it down. Cuts go by centres, so they never change the order of two shapes.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import type { LayoutPin } from './layout-file.ts';
import { boundsOf, type Flow, type LayoutNode, type Scope } from './scope.ts';
import type { BandRange, GroupFrame, LaneFrame, Sheet } from './sheet.ts';

export type Axis = 'x' | 'y';
export type Frame = LaneFrame | GroupFrame;

export class Canvas {
  readonly sheet: Sheet;
  /** Boxes of all shapes that have a place, as exact as their pins. */
  readonly bounds = new Map<LayoutNode, Bounds>();
  /** Lines that are drawn; those whose ends were torn apart are left out. */
  readonly paths = new Map<Flow, Point[]>();
  readonly labels = new Map<LayoutNode | Flow | Frame, Bounds>();
  readonly #all: readonly LayoutNode[];
  readonly #children = new Map<LayoutNode | undefined, LayoutNode[]>();

  constructor(sheet: Sheet, pins: ReadonlyMap<string, LayoutPin>) {
    this.sheet = sheet;
    this.#all = [...sheet.nodes.map(([, node]) => node)];
    for (const node of this.#all) {
      const siblings = this.#children.get(node.parent);
      if (siblings) siblings.push(node);
      else this.#children.set(node.parent, [node]);
    }
    for (const node of [...this.#all, ...sheet.pools.map((pool) => pool.node)]) {
      const pin = pins.get(node.id);
      if (!pin?.bounds) continue;
      this.place(node, pin.bounds);
      if (pin.label) this.labels.set(node, pin.label);
    }
    for (const frame of this.frames()) {
      const pin = frame.element.id === undefined ? undefined : pins.get(frame.element.id);
      if (pin?.bounds) frame.bounds = pin.bounds;
      if (pin?.label) this.labels.set(frame, pin.label);
    }
    for (const [, flow] of sheet.flows) {
      const pin = pins.get(flow.id);
      if (pin?.path && holdsBothEnds(flow, pin.path, pins)) this.paths.set(flow, [...pin.path]);
      if (pin?.label && this.paths.has(flow)) this.labels.set(flow, pin.label);
    }
  }

  frames(): Frame[] {
    return [...this.sheet.lanes, ...this.sheet.groups];
  }

  childrenOf(parent: LayoutNode | undefined): readonly LayoutNode[] {
    return this.#children.get(parent) ?? [];
  }

  /** Whether a shape has a place. A stand-in for the middle of a flow is where its flow is. */
  has(node: LayoutNode): boolean {
    return node.onFlow ? this.has(node.onFlow.source) && this.has(node.onFlow.target) : this.bounds.has(node);
  }

  place(node: LayoutNode, bounds: Bounds): void {
    this.bounds.set(node, bounds);
    node.width = bounds.width;
    node.height = bounds.height;
    node.x = bounds.x + bounds.width / 2;
    node.y = bounds.y + bounds.height / 2;
  }

  /** Gives nodes the place where a pass has put them. */
  settle(nodes: Iterable<LayoutNode>): void {
    for (const node of nodes) {
      const { x, y, width, height } = boundsOf(node);
      this.place(node, { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) });
    }
  }

  /**
   * Moves what lies behind `at` in one scope by `by`, stretches flows and the frames around; a sub-process that grows cuts its own scope.
   * @param parent the sub-process whose scope is cut, or undefined for that of the sheet
   * @param grown frames and pools that end at `at` and are to grow all the same
   */
  cut(axis: Axis, at: number, by: number, parent?: LayoutNode, grown: ReadonlySet<unknown> = new Set()): void {
    if (by <= 0) return;
    const moved = new Set<LayoutNode>();
    for (const node of this.childrenOf(parent)) {
      if (!this.bounds.has(node)) continue;
      const anchor = node.host && this.bounds.has(node.host) ? node.host : node;
      if (anchor[axis] >= at) this.#addAll(node, moved);
    }
    for (const node of moved) this.#move(node, axis, by);
    this.#stretchFrames({ axis, at, by }, parent, grown);
    this.#stretchPaths({ axis, at, by }, parent, moved);
    if (parent) this.#grow(parent, { axis, at, by });
  }

  #addAll(node: LayoutNode, moved: Set<LayoutNode>): void {
    moved.add(node);
    for (const child of this.childrenOf(node)) if (this.bounds.has(child)) this.#addAll(child, moved);
  }

  #move(node: LayoutNode, axis: Axis, by: number): void {
    const bounds = this.bounds.get(node);
    if (bounds) this.place(node, movedBox(bounds, axis, by));
    const label = this.labels.get(node);
    if (label) this.labels.set(node, movedBox(label, axis, by));
    for (const frame of this.frames()) {
      if (frame.bounds && 'bands' in frame && frame.bands.scope === node.inner)
        frame.bounds = movedBox(frame.bounds, axis, by);
    }
  }

  #stretchFrames(cut: Cut, parent: LayoutNode | undefined, grown: ReadonlySet<unknown>): void {
    const scope = parent?.inner ?? this.sheet.scope;
    for (const frame of this.frames()) {
      const own = 'bands' in frame ? frame.bands.scope : scopeOf(frame, this.sheet);
      if (!frame.bounds || own !== scope) continue;
      frame.bounds = stretched(frame.bounds, cut, grown.has(frame));
      this.#moveLabel(frame, cut, (value) => value >= cut.at);
    }
    if (parent) return;
    for (const { node } of this.sheet.pools) {
      const bounds = this.bounds.get(node);
      if (bounds) this.place(node, stretched(bounds, cut, grown.has(node)));
    }
  }

  /** Flows of the scope stretch, those inside what has moved move, and a flow that comes from elsewhere keeps its hold. */
  #stretchPaths(cut: Cut, parent: LayoutNode | undefined, moved: ReadonlySet<LayoutNode>): void {
    for (const [flow, path] of this.paths) {
      const home = homeOf(flow);
      const isCarried = home !== undefined && moved.has(home);
      const isOwn = home === parent;
      const passes = (value: number) => isCarried || (isOwn && value >= cut.at);
      const shifts = path.map((point) => (passes(point[cut.axis]) ? cut.by : 0));
      const points = path.map((point, index) => movedPoint(point, cut.axis, shifts[index] ?? 0));
      const held = (node: LayoutNode) => (moved.has(node) ? cut.by : 0);
      const ends = [
        { node: flow.source, index: 0, step: 1 },
        { node: flow.target, index: path.length - 1, step: -1 },
      ];
      // A pool is met wherever the line meets it.
      const fits = ends.every(
        ({ node, index, step }) =>
          node.kind === 'pool' || node.onFlow || pull(points, index, step, cut.axis, held(node) - (shifts[index] ?? 0)),
      );
      if (!fits) {
        this.#drop(flow);
        continue;
      }
      this.paths.set(flow, points);
      this.#moveLabel(flow, cut, passes);
    }
  }

  #moveLabel(flow: Flow | Frame, { axis, by }: Cut, passes: (value: number) => boolean): void {
    const label = this.labels.get(flow);
    if (!label) return;
    const middle = label[axis] + (axis === 'x' ? label.width : label.height) / 2;
    if (passes(middle)) this.labels.set(flow, movedBox(label, axis, by));
  }

  /** A sub-process that has got bigger keeps its upper left corner; what stands behind it makes room, what hangs on its far side goes along. */
  #grow(parent: LayoutNode, { axis, at, by }: Cut): void {
    const bounds = this.bounds.get(parent);
    if (!bounds) return;
    const edge = axis === 'x' ? bounds.x + bounds.width : bounds.y + bounds.height;
    const events = parent.boundary.filter((event) => this.bounds.has(event) && event[axis] >= Math.min(at, edge - 1));
    // What hangs below an event goes along with it.
    const outer = Math.max(parent[axis] + 1, Math.min(edge, ...events.map((event) => event[axis])));
    this.cut(axis, outer, by, parent.parent);
    this.place(parent, grownBox(bounds, axis, by));
    for (const event of events) {
      this.#move(event, axis, by);
      this.#pullEnds(event, axis, by, () => true);
    }
    this.#pullEnds(parent, axis, by, (point) => point[axis] >= edge - 1);
  }

  /** Moves the ends of flows at a shape, those that `isHeld` names. */
  #pullEnds(node: LayoutNode, axis: Axis, by: number, isHeld: (point: Point) => boolean): void {
    for (const [flow, path] of this.paths) {
      const points = [...path];
      const ends = [
        { end: flow.source, index: 0, step: 1 },
        { end: flow.target, index: path.length - 1, step: -1 },
      ];
      const held = ends.filter(({ end, index }) => end === node && points[index] && isHeld(points[index]));
      if (held.every(({ index, step }) => pull(points, index, step, axis, by))) this.paths.set(flow, points);
      else this.#drop(flow);
    }
  }

  #drop(flow: Flow): void {
    this.paths.delete(flow);
    this.labels.delete(flow);
  }
}

interface Cut {
  readonly axis: Axis;
  readonly at: number;
  readonly by: number;
}

export function movedBox(box: Bounds, axis: Axis, by: number): Bounds {
  return axis === 'x' ? { ...box, x: box.x + by } : { ...box, y: box.y + by };
}

function movedPoint(point: Point, axis: Axis, by: number): Point {
  return axis === 'x' ? { x: point.x + by, y: point.y } : { x: point.x, y: point.y + by };
}

/** A frame behind the cut moves, one around it grows. */
function stretched(box: Bounds, { axis, at, by }: Cut, growsAtEnd: boolean): Bounds {
  const start = axis === 'x' ? box.x : box.y;
  const end = start + (axis === 'x' ? box.width : box.height);
  if (start >= at) return movedBox(box, axis, by);
  if (end < at || (end === at && !growsAtEnd)) return box;
  return grownBox(box, axis, by);
}

function grownBox(box: Bounds, axis: Axis, by: number): Bounds {
  return axis === 'x' ? { ...box, width: box.width + by } : { ...box, height: box.height + by };
}

/** People are a little careless: a line may end so far off its shape. One that ends on another shape has been led there. */
const careless = 20;
/** Farther off than this a line has been left behind by its shape. */
const lost = 80;
/** How exactly a line that belongs to a shape meets its outline. */
const close = 6;

/** Whether a flow has the way of its pin still: its ends are placed, and neither has been led to another shape or left behind. */
function holdsBothEnds(flow: Flow, path: readonly Point[], pins: ReadonlyMap<string, LayoutPin>): boolean {
  return [flow.source, flow.target].every((node, index) => {
    if (node.onFlow) return true;
    const own = pins.get(node.id)?.bounds;
    const point = index === 0 ? path[0] : path.at(-1);
    if (!own || !point || !isWithin(point, own, lost)) return false;
    const isElsewhere = () => [...pins.values()].some(({ bounds }) => bounds && isOnOutline(point, bounds));
    return isWithin(point, own, careless) || !isElsewhere();
  });
}

function isWithin({ x, y }: Point, box: Bounds, by: number): boolean {
  return x >= box.x - by && x <= box.x + box.width + by && y >= box.y - by && y <= box.y + box.height + by;
}

function isOnOutline(point: Point, box: Bounds): boolean {
  return isWithin(point, box, close) && !isWithin(point, box, -close);
}

/** Moves an end of a line along an axis so that straight parts stay straight; false if they cannot. */
export function pull(points: Point[], index: number, step: number, axis: Axis, by: number): boolean {
  const [end, next] = [points[index], points[index + step]];
  if (by === 0 || !end || !next) return true;
  const isAcross = end[axis] === next[axis];
  points[index] = movedPoint(end, axis, by);
  if (!isAcross) return true;
  if (points.length === 2) return false;
  points[index + step] = movedPoint(next, axis, by);
  return true;
}

/** The sub-process whose scope a flow is drawn in; undefined for the sheet. */
export function homeOf({ source, target }: Flow): LayoutNode | undefined {
  return source.parent === target.parent ? source.parent : undefined;
}

/** The scope that all members of a group lie in, else that of the sheet. */
function scopeOf({ members }: GroupFrame, { scope }: Sheet): Scope {
  const parents = new Set(members.map((node) => node.parent));
  const [parent] = parents;
  return parents.size === 1 && parent?.inner ? parent.inner : scope;
}

/** Lanes and pools around a band, the outermost first. */
export function framesAround(sheet: Sheet, scope: Scope, band: number): (LaneFrame | LayoutNode)[] {
  const holds = (bands: BandRange) => bands.scope === scope && bands.first <= band && band <= bands.last;
  return [
    ...sheet.pools.filter(({ bands }) => holds(bands)).map(({ node }) => node),
    ...sheet.lanes.filter(({ bands }) => holds(bands)),
  ];
}
