import type { Point } from '../../base/geometry.ts';
import { pointOnCurve } from './extent.ts';
import type { Segment } from './path.ts';

/** Into how many chords a curve is cut; at the radii that bpmn-js draws the error is below 1/1000 px. */
const chordsPerCurve = 64;

/** Length of a path in px. */
export function pathLength(segments: readonly Segment[]): number {
  return chordsOf(segments).reduce((sum, chord) => sum + length(chord), 0);
}

/** The point of a path after `distance` px; its end if it is shorter. */
export function pointAtLength(segments: readonly Segment[], distance: number): Point {
  let left = distance;
  let last: Point = segments[0]?.from ?? { x: 0, y: 0 };
  for (const chord of chordsOf(segments)) {
    const chordLength = length(chord);
    if (left <= chordLength && chordLength > 0) return between(chord, left / chordLength);
    left -= chordLength;
    last = chord.to;
  }
  return last;
}

interface Chord {
  readonly from: Point;
  readonly to: Point;
}

function chordsOf(segments: readonly Segment[]): Chord[] {
  return segments.flatMap((segment) => (segment.controls ? curveChords(segment, segment.controls) : [segment]));
}

function curveChords({ from, to }: Segment, controls: readonly [Point, Point]): Chord[] {
  const points = Array.from({ length: chordsPerCurve + 1 }, (_, index) =>
    pointOnCurve([from, ...controls, to], index / chordsPerCurve),
  );
  return points.slice(1).map((point, index) => ({ from: points[index] ?? from, to: point }));
}

function length({ from, to }: Chord): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

function between({ from, to }: Chord, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
