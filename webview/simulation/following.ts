import type { Happening } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import type { Drawn } from '../drawing-services.ts';

/** Happenings that are seen in the same plane. */
export interface Leg {
  /** undefined: nothing of it is drawn. */
  readonly plane: Drawn | undefined;
  readonly happened: readonly Happening[];
}

/** A step by the planes that it passes through: sub-processes that are collapsed open as tokens enter. */
export function legsOf(happened: readonly Happening[], diagram: Diagram): Leg[] {
  const legs: { plane: Drawn | undefined; happened: Happening[] }[] = [];
  for (const each of happened) {
    const plane = isSeen(each) ? planeOf(each.element, diagram) : undefined;
    const last = legs.at(-1);
    if (last && (plane === undefined || last.plane === undefined || last.plane === plane)) {
      last.happened.push(each);
      last.plane ??= plane;
    } else legs.push({ plane, happened: [each] });
  }
  return legs;
}

/** Shows a plane, if need be. */
export function showPlane({ planes }: Diagram, plane: Drawn | undefined): void {
  if (plane && plane !== planes.visible) planes.show(plane);
}

/** Scrolls to where a token goes first, or to where the last one has come, if that is out of sight. */
export function follow(diagram: Diagram, happened: readonly Happening[], which: 'first' | 'last'): void {
  const taken = happened.filter(({ what }) => what === 'took');
  const flow = which === 'first' ? taken[0] : taken.at(-1);
  const target = flow && diagram.notation.find(flow.element)[0]?.target;
  if (target && planeOfDrawn(target, diagram) === diagram.planes.visible) diagram.camera.bringIntoSight(target);
}

function isSeen({ what }: Happening): boolean {
  return what === 'took' || what === 'entered' || what === 'completed';
}

function planeOf(id: string, diagram: Diagram): Drawn | undefined {
  const [drawn] = diagram.notation.find(id);
  return drawn && !drawn.hidden ? planeOfDrawn(drawn, diagram) : undefined;
}

function planeOfDrawn(drawn: Drawn, diagram: Diagram): Drawn | undefined {
  return diagram.viewer.get('canvas').findRoot(drawn);
}
