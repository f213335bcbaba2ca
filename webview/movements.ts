import type { Drawn } from './drawing-services.ts';
import type { Bounds, Waypoint } from './moddle.ts';
import { isBounds, type Movement } from './movement.ts';

/** How the picture came from one version to the next. */
export interface Change {
  /** What has moved in the drawing. */
  readonly moved: readonly Movement[];
  /** Where those were seen that were still on their way. */
  readonly seen: ReadonlyMap<Drawn, Movement['from']>;
  /** What was drawn before. */
  readonly known: ReadonlySet<Drawn>;
  /** By how much the view followed the element that is held in its place, in drawing coordinates. */
  readonly shift: Waypoint;
}

/**
 * What has to move on the screen: all of `elements` that are seen elsewhere than before, in the coordinates of the new view
 * `view`, and within it at the beginning or at the end. Lines stay at the shapes they connect, also those that are new
 * or have another number of bends: they begin where their ends begin.
 */
export function movementsOnScreen(
  elements: readonly Drawn[],
  { moved, seen, known, shift }: Change,
  view: Bounds,
): Movement[] {
  const from = new Map<Drawn, Movement['from']>([
    ...moved.map(({ element, from }) => [element, from] as const),
    ...seen,
  ]);
  const offsets = new Map<Drawn, Waypoint>();
  const mayMove = (element: Drawn | undefined) => element !== undefined && (from.has(element) || !known.has(element));
  const isStill = shift.x === 0 && shift.y === 0;
  const candidates = isStill
    ? elements.filter((element) => mayMove(element) || mayMove(element.source) || mayMove(element.target))
    : elements;
  const shapes = candidates.flatMap((element) => {
    const before = from.get(element) ?? element;
    if (element.waypoints || !isBounds(before)) {
      return [];
    }
    const { x, y, width, height } = before;
    const start = known.has(element) ? { x: x + shift.x, y: y + shift.y } : startOfNew(element, offsets);
    offsets.set(element, { x: start.x - element.x, y: start.y - element.y });
    return [{ element, from: { ...start, width, height } }];
  });
  const lines = candidates.flatMap((element) => {
    const start = element.waypoints && lineStart(element, element.waypoints, from.get(element), shift, offsets);
    return start ? [{ element, from: start }] : [];
  });
  return [...shapes, ...lines].filter((movement) => isMoving(movement) && isSeen(movement, view));
}

/** What is new comes along with what it sits on, else it is in its place from the beginning. */
function startOfNew(element: Drawn, offsets: ReadonlyMap<Drawn, Waypoint>): Waypoint {
  const base = element.host ?? element.labelTarget;
  const offset = base && offsets.get(base);
  return { x: element.x + (offset?.x ?? 0), y: element.y + (offset?.y ?? 0) };
}

function lineStart(
  line: Drawn,
  waypoints: readonly Waypoint[],
  before: Movement['from'] | undefined,
  shift: Waypoint,
  offsets: ReadonlyMap<Drawn, Waypoint>,
): readonly Waypoint[] {
  if (before && !isBounds(before) && before.length === waypoints.length) {
    return before.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }));
  }
  const still = { x: 0, y: 0 };
  const atSource = (line.source && offsets.get(line.source)) ?? still;
  const atTarget = (line.target && offsets.get(line.target)) ?? still;
  return waypoints.map(({ x, y }, i) => {
    const share = i / (waypoints.length - 1);
    return {
      x: x + atSource.x + (atTarget.x - atSource.x) * share,
      y: y + atSource.y + (atTarget.y - atSource.y) * share,
    };
  });
}

function isMoving({ element, from }: Movement): boolean {
  if (isBounds(from)) {
    const { x, y, width, height } = element;
    return from.x !== x || from.y !== y || from.width !== width || from.height !== height;
  }
  return from.some((point, i) => point.x !== element.waypoints?.[i]?.x || point.y !== element.waypoints[i]?.y);
}

function isSeen({ element, from }: Movement, view: Bounds): boolean {
  return isInView(from, view) || isInView(element.waypoints ?? element, view);
}

function isInView(place: Movement['from'], view: Bounds): boolean {
  if (isBounds(place)) {
    return (
      touches(place.x, place.x + place.width, view.x, view.width) &&
      touches(place.y, place.y + place.height, view.y, view.height)
    );
  }
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of place) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return touches(left, right, view.x, view.width) && touches(top, bottom, view.y, view.height);
}

function touches(from: number, to: number, start: number, size: number): boolean {
  return to >= start && from <= start + size;
}
