/**
 * How still a drawing keeps under an edit: J, X, O and R, each as a count of how many. On the nodes that both drawings have, the commonest
 * vertical move of a diagram taken off, as a reader would scroll.
 */
import type { Bounds, Point } from '../../src/base/geometry.ts';
import { type BPMNDiagram, is, type ModelElement } from '../../src/model/index.ts';
import type { Touched } from './one-line-edits.ts';

export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface Stability {
  /** Jumps: nodes that changed y. */
  readonly J: Share;
  /** Nodes that moved in x by more than 2 px although they are not behind the edit. */
  readonly X: Share;
  /** Pairs of one lane whose order flipped, left to right or up to down. */
  readonly O: Share;
  /** Flows, not touched by the edit, that changed their ports or their number of bends. */
  readonly R: Share;
}

export const measures = ['J', 'X', 'O', 'R'] as const;

/** What may change at most, in per cent. X has no limit. */
export const gates = { J: 3, O: 0.5, R: 2 } as const;

export const still: Stability = {
  J: { count: 0, of: 0 },
  X: { count: 0, of: 0 },
  O: { count: 0, of: 0 },
  R: { count: 0, of: 0 },
};

export function sum(a: Stability, b: Stability): Stability {
  const add = (one: Share, other: Share) => ({ count: one.count + other.count, of: one.of + other.of });
  return { J: add(a.J, b.J), X: add(a.X, b.X), O: add(a.O, b.O), R: add(a.R, b.R) };
}

export function percent({ count, of }: Share): number {
  return of === 0 ? 0 : (100 * count) / of;
}

/** Compares the diagrams of a model before and after an edit; those of one element belong together. */
export function stabilityOf(
  before: readonly BPMNDiagram[],
  after: readonly BPMNDiagram[],
  touched: Touched,
): Stability {
  const later = new Map(after.map((diagram) => [rootOf(diagram), read(diagram)]));
  return before.reduce((total, diagram) => {
    const now = later.get(rootOf(diagram));
    return now ? sum(total, compare(read(diagram), now, touched)) : total;
  }, still);
}

interface Drawn {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly flows: ReadonlyMap<string, string>;
}

interface Node {
  readonly x: number;
  readonly y: number;
  /** Nodes of one lane, or of one process or sub-process without lanes, have the same. */
  readonly lane: string;
}

function rootOf(diagram: BPMNDiagram): string {
  return String(diagram.plane?.bpmnElement?.get('id'));
}

function read(diagram: BPMNDiagram): Drawn {
  const elements = diagram.plane?.planeElement ?? [];
  const laneOf = new Map<ModelElement, string>();
  const boxes = new Map<ModelElement, Bounds>();
  for (const shape of elements) {
    if (!is(shape, 'bpmndi:BPMNShape') || !shape.bpmnElement || !shape.bounds) continue;
    const { x, y, width = 0, height = 0 } = shape.bounds;
    boxes.set(shape.bpmnElement, { x, y, width, height });
    // Lanes are drawn from the outermost to the innermost: the last to name a node is its own.
    if (is(shape.bpmnElement, 'bpmn:Lane'))
      for (const node of shape.bpmnElement.flowNodeRef) laneOf.set(node, String(shape.bpmnElement.get('id')));
  }
  const nodes = new Map<string, Node>();
  for (const [element, { x, y, width, height }] of boxes) {
    if (is(element, 'bpmn:Participant') || is(element, 'bpmn:Lane') || is(element, 'bpmn:Group')) continue;
    const at = is(element, 'bpmn:BoundaryEvent') ? (element.attachedToRef ?? element) : element;
    const lane = laneOf.get(at) ?? String(element.$parent?.get('id'));
    nodes.set(String(element.get('id')), { x: x + width / 2, y: y + height / 2, lane });
  }
  return { nodes, flows: readFlows(elements, boxes) };
}

/** The sides at which each flow leaves and enters, and its bends. */
function readFlows(elements: readonly ModelElement[], boxes: ReadonlyMap<ModelElement, Bounds>): Map<string, string> {
  const flows = new Map<string, string>();
  for (const edge of elements) {
    if (!is(edge, 'bpmndi:BPMNEdge') || !edge.bpmnElement) continue;
    const flow = edge.bpmnElement;
    if (!is(flow, 'bpmn:SequenceFlow') && !is(flow, 'bpmn:MessageFlow')) continue;
    const [source, target] = [flow.sourceRef && boxes.get(flow.sourceRef), flow.targetRef && boxes.get(flow.targetRef)];
    const ports = `${sideOf(edge.waypoint[0], source)} ${sideOf(edge.waypoint.at(-1), target)}`;
    flows.set(String(flow.get('id')), `${ports} ${edge.waypoint.length - 2}`);
  }
  return flows;
}

function sideOf(point: Point | undefined, box: Bounds | undefined): string {
  if (!point || !box) return 'nowhere';
  const distances = {
    left: Math.abs(point.x - box.x),
    right: Math.abs(point.x - box.x - box.width),
    top: Math.abs(point.y - box.y),
    bottom: Math.abs(point.y - box.y - box.height),
  };
  return Object.entries(distances).reduce((best, next) => (next[1] < best[1] ? next : best))[0];
}

function compare(before: Drawn, after: Drawn, { flows, downstream }: Touched): Stability {
  const common = [...before.nodes].flatMap(([id, old]) => {
    const now = after.nodes.get(id);
    return now ? [{ id, old, now }] : [];
  });
  const scroll = commonest(common.map(({ old, now }) => now.y - old.y));
  const fixed = common.filter(({ id }) => !downstream.has(id));
  const kept = [...before.flows].filter(([id]) => !flows.has(id) && after.flows.has(id));
  const share = <T>(items: readonly T[], isOff: (item: T) => boolean) => ({
    count: items.filter(isOff).length,
    of: items.length,
  });
  return {
    J: share(common, ({ old, now }) => now.y - old.y !== scroll),
    X: share(fixed, ({ old, now }) => Math.abs(now.x - old.x) > 2),
    O: flips(common),
    R: share(kept, ([id, form]) => after.flows.get(id) !== form),
  };
}

function commonest(numbers: readonly number[]): number {
  const counts = [...Map.groupBy(numbers, (value) => value)].map(([value, list]) => ({ value, count: list.length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best), { value: 0, count: 0 }).value;
}

function flips(nodes: readonly { readonly old: Node; readonly now: Node }[]): Share {
  let [count, of] = [0, 0];
  for (const lane of Map.groupBy(nodes, ({ old }) => old.lane).values()) {
    for (const [index, a] of lane.entries()) {
      for (const b of lane.slice(index + 1)) {
        of++;
        const isFlipped = (axis: 'x' | 'y') => (a.old[axis] - b.old[axis]) * (a.now[axis] - b.now[axis]) < 0;
        if (isFlipped('x') || isFlipped('y')) count++;
      }
    }
  }
  return { count, of };
}
