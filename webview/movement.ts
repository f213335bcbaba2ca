import { updateLine } from 'diagram-js/lib/util/RenderUtil';
import type { DrawingViewer, Drawn } from './drawing-services.ts';
import type { Bounds, Waypoint } from './moddle.ts';

/** An element that stands elsewhere than before: a shape or label with its bounds then, a connection with its bends. */
export interface Movement {
  readonly element: Drawn;
  readonly from: Bounds | readonly Waypoint[];
}

export function isBounds(place: Movement['from']): place is Bounds {
  return 'width' in place;
}

/**
 * Leads the line of a connection along its new waypoints without drawing it again; false where more than a line is drawn
 * (the envelope of a message flow).
 */
export function bendLine(viewer: DrawingViewer, connection: Drawn): boolean {
  const graphics = viewer.get('elementRegistry').getGraphics(connection);
  const line = lineOf(graphics);
  if (!line || graphics.querySelector('.djs-outline')) {
    return false;
  }
  leadLine(line, connection.waypoints ?? []);
  viewer.get('interactionEvents').updateDefaultHit(connection, graphics);
  return true;
}

/** Leads a drawn line along these points. */
export function leadLine(line: SVGGeometryElement, points: readonly Waypoint[]): void {
  if (line instanceof SVGPolylineElement) {
    line.setAttribute('points', points.map(({ x, y }) => `${x},${y} `).join(''));
  } else {
    updateLine(line, [...points]);
  }
}

/** The one line that a connection is drawn as, its arrow heads aside, if it is one. */
export function lineOf(graphics: SVGElement): SVGGeometryElement | undefined {
  const drawn = [...(graphics.querySelector(':scope > .djs-visual')?.children ?? [])];
  const [line, ...others] = drawn.filter(({ tagName }) => tagName !== 'defs');
  const isLine = line instanceof SVGPathElement || line instanceof SVGPolylineElement;
  return isLine && others.length === 0 ? line : undefined;
}

/** The point halfway along a connection. */
export function middleOf(waypoints: readonly Waypoint[]): Waypoint {
  const length = (a: Waypoint, b: Waypoint) => Math.hypot(b.x - a.x, b.y - a.y);
  const legs = waypoints.slice(1).map((to, i) => ({ from: waypoints[i] ?? to, to }));
  let left = legs.reduce((sum, { from, to }) => sum + length(from, to), 0) / 2;
  for (const { from, to } of legs) {
    const leg = length(from, to);
    if (leg >= left && leg > 0) {
      return { x: from.x + ((to.x - from.x) * left) / leg, y: from.y + ((to.y - from.y) * left) / leg };
    }
    left -= leg;
  }
  return waypoints[0] ?? { x: 0, y: 0 };
}
