import type { Drawn } from './drawing-services.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Where a step with the arrow keys leads from an element: along the flow to the right (or back to the left), else to
 * the nearest element on that side.
 */
export function neighbour(from: Drawn, direction: Direction, all: readonly Drawn[]): Drawn | undefined {
  return alongFlow(from, direction) ?? nearest(from, direction, all);
}

function alongFlow(from: Drawn, direction: Direction): Drawn | undefined {
  if (direction === 'right') {
    return from.target ?? from.outgoing[0]?.target;
  }
  return direction === 'left' ? (from.source ?? from.incoming[0]?.source) : undefined;
}

function nearest(from: Drawn, direction: Direction, all: readonly Drawn[]): Drawn | undefined {
  let best: { readonly element: Drawn; readonly distance: number } | undefined;
  for (const element of all) {
    const distance = element === from || element.waypoints ? Number.POSITIVE_INFINITY : away(from, element, direction);
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { element, distance };
    }
  }
  return best?.element;
}

/** Distance of the centres, sideways counted double; infinite if `to` is not on that side. */
function away(from: Drawn, to: Drawn, direction: Direction): number {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2);
  const dy = to.y + to.height / 2 - (from.y + from.height / 2);
  const isUpright = direction === 'up' || direction === 'down';
  const ahead = (isUpright ? dy : dx) * (direction === 'up' || direction === 'left' ? -1 : 1);
  return ahead > 0 ? ahead + 2 * Math.abs(isUpright ? dx : dy) : Number.POSITIVE_INFINITY;
}
