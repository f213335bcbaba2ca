import type { FlowNode, Lane, LaneSet, ModelElement } from '../model/index.ts';
import type { Band, Scope } from './scope.ts';
import type { LaneFrame } from './sheet.ts';

/** One row of tasks with 30 px above and below; people draw 161 to 250. */
const lanePad = 30;
const laneHeight = 140;

/** The bands of one process or sub-process, appended to `scope.bands`. */
export interface LanesRead {
  readonly first: number;
  readonly last: number;
  readonly depth: number;
  readonly frames: LaneFrame[];
  /** Band of each node that some lane names; the deepest lane wins. */
  readonly bandOf: ReadonlyMap<ModelElement, number>;
}

export function laneBand(): Band {
  return { pad: lanePad, minHeight: laneHeight, gapAbove: 0, top: 0, height: 0 };
}

/** Turns the leaf lanes of an element into bands of `scope`, `otherwise` being the band where it has none. */
export function readLanes(laneSets: readonly LaneSet[], scope: Scope, otherwise: () => Band): LanesRead {
  const first = scope.bands.length;
  const frames: LaneFrame[] = [];
  const bandOf = new Map<ModelElement, number>();
  const depthOf = new Map<FlowNode, number>();
  let deepest = 0;
  const visit = (lane: Lane, depth: number): void => {
    deepest = Math.max(deepest, depth + 1);
    const children = (lane.childLaneSet?.lanes ?? []).filter((child) => child.id);
    const firstOfLane = scope.bands.length;
    const frame = { element: lane, depth, bands: { scope, first: firstOfLane, last: firstOfLane } };
    frames.push(frame);
    if (children.length === 0) scope.bands.push(laneBand());
    for (const node of lane.flowNodeRef) {
      if ((depthOf.get(node) ?? -1) >= depth) continue;
      depthOf.set(node, depth);
      bandOf.set(node, firstOfLane);
    }
    for (const child of children) visit(child, depth + 1);
    frame.bands.last = scope.bands.length - 1;
  };
  for (const lane of laneSets.flatMap((set) => set.lanes).filter((lane) => lane.id)) visit(lane, 0);
  if (scope.bands.length === first) scope.bands.push(otherwise());
  return { first, last: scope.bands.length - 1, depth: deepest, frames, bandOf };
}
