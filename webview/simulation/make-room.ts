import { marginAbove } from '../camera.ts';
import type { Diagram } from '../diagram.ts';

/** Free space below the drawing, in px on the screen, and smaller than this nothing can be read any more. */
const margin = 14;
const smallest = 0.4;

/**
 * Has the lists of a simulation placed below the picture, and shows what they would cover: a drawing of which the whole height was seen is seen
 * so again.
 * @param place puts the lists there
 * @returns what brings the picture back to where it was, if nobody has moved it meanwhile
 */
export function makeRoom(diagram: Diagram, place: () => void): () => void {
  const { camera, viewer } = diagram;
  const before = camera.view;
  const [isFitted, scaleBefore] = [camera.isFitted, camera.scale];
  const { inner } = viewer.get('canvas').viewbox();
  const wasWhole = inner.height > 0 && inner.y >= before.y && inner.y + inner.height <= before.y + before.height;
  place();
  diagram.resized();
  const { outer } = viewer.get('canvas').viewbox();
  const fitting = (outer.height - marginAbove - margin) / inner.height;
  // What nobody has moved is fitted to the room that is left, and to what comes after that.
  if (isFitted && fitting >= Math.min(smallest, scaleBefore)) {
    diagram.resized('middle');
    return () => diagram.resized(camera.isFitted ? 'middle' : 'corner');
  }
  const isCovered = inner.y + inner.height > camera.view.y + camera.view.height;
  if (!wasWhole || !isCovered || outer.height === 0) return () => undefined;
  const scale = Math.min(camera.scale, Math.max(fitting, smallest));
  const [width, height] = [outer.width / scale, outer.height / scale];
  camera.view = { x: before.x, y: inner.y - marginAbove / scale, width, height };
  const { x, y } = camera.view;
  return () => {
    const [{ x: nowX, y: nowY }, nowScale] = [camera.view, camera.scale];
    diagram.resized();
    // The browser rounds.
    const isUnmoved = Math.abs(nowX - x) < 1 && Math.abs(nowY - y) < 1 && Math.abs(nowScale / scale - 1) < 0.01;
    if (isUnmoved) camera.view = before;
  };
}
