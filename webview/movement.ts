import { updateLine } from 'diagram-js/lib/util/RenderUtil';
import type { DrawingViewer, Drawn } from './drawing-services.ts';
import type { Bounds, Waypoint } from './moddle.ts';

/** An element that stands elsewhere than before: a shape or label with its bounds then, a connection with its bends. */
export interface Movement {
  readonly element: Drawn;
  readonly from: Bounds | readonly Waypoint[];
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
  updateLine(line, connection.waypoints ?? []);
  viewer.get('interactionEvents').updateDefaultHit(connection, graphics);
  return true;
}

/** The one path that a connection is drawn as, if it is one. */
export function lineOf(graphics: SVGElement): SVGPathElement | undefined {
  const visual = graphics.querySelector(':scope > .djs-visual');
  const line = visual?.firstElementChild;
  return visual?.childElementCount === 1 && line instanceof SVGPathElement ? line : undefined;
}
