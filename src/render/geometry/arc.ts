import type { Point } from '../../base/geometry.ts';
import { Matrix } from './matrix.ts';

/** The shape of an elliptical arc of an SVG path. */
export interface Arc {
  readonly radiusX: number;
  readonly radiusY: number;
  /** Of the ellipse's x axis, in degrees. */
  readonly rotation: number;
  readonly isLarge: boolean;
  /** Sweep flag: on screen, clockwise. */
  readonly isClockwise: boolean;
}

interface Curve {
  readonly controls: readonly [Point, Point];
  readonly to: Point;
}

/**
 * An elliptical arc as cubic curves of at most a quarter turn each; none where SVG draws a straight line instead
 * (a radius of 0) or nothing. Follows SVG 1.1, F.6.5: the ellipse is mapped to the unit circle, where the centre
 * and the angles are found.
 */
export function arcToCurves(from: Point, to: Point, arc: Arc): Curve[] {
  const isDegenerate = arc.radiusX === 0 || arc.radiusY === 0 || (from.x === to.x && from.y === to.y);
  if (isDegenerate) return [];
  const scale = fittingScale(from, to, arc);
  const [radiusX, radiusY] = [Math.abs(arc.radiusX) * scale, Math.abs(arc.radiusY) * scale];
  const fromUnit = Matrix.rotation(arc.rotation).multiply(Matrix.scaling(radiusX, radiusY));
  const toUnit = Matrix.scaling(1 / radiusX, 1 / radiusY).multiply(Matrix.rotation(-arc.rotation));
  const { center, startAngle, sweep } = unitArc(toUnit.apply(from), toUnit.apply(to), arc);
  const count = Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9);
  return Array.from({ length: count }, (_, index) => {
    const begin = startAngle + (sweep * index) / count;
    const curve = unitCurve(center, begin, sweep / count);
    const isLast = index === count - 1;
    return {
      controls: [fromUnit.apply(curve.controls[0]), fromUnit.apply(curve.controls[1])],
      to: isLast ? to : fromUnit.apply(curve.to),
    };
  });
}

/** By how much both radii grow when they are too short to reach from one end to the other; else 1. */
function fittingScale(from: Point, to: Point, arc: Arc): number {
  const half = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 };
  const { x, y } = Matrix.rotation(-arc.rotation).apply(half);
  return Math.max(1, Math.hypot(x / arc.radiusX, y / arc.radiusY));
}

/** Centre, start and signed angle of an arc on a circle of radius 1. */
function unitArc(from: Point, to: Point, arc: Arc): { center: Point; startAngle: number; sweep: number } {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const chord = { x: to.x - from.x, y: to.y - from.y };
  const length = Math.hypot(chord.x, chord.y);
  const height = Math.sqrt(Math.max(0, 1 - (length / 2) ** 2)) / length;
  const side = arc.isLarge === arc.isClockwise ? 1 : -1;
  const center = { x: middle.x + side * height * chord.y, y: middle.y - side * height * chord.x };
  const startAngle = Math.atan2(from.y - center.y, from.x - center.x);
  const endAngle = Math.atan2(to.y - center.y, to.x - center.x);
  let sweep = endAngle - startAngle;
  if (arc.isClockwise && sweep < 0) sweep += 2 * Math.PI;
  if (!arc.isClockwise && sweep > 0) sweep -= 2 * Math.PI;
  return { center, startAngle, sweep };
}

/** The cubic curve next to an arc of the unit circle: its tangents have length 4/3 tan(angle / 4). */
function unitCurve(center: Point, begin: number, angle: number): Curve {
  const tangent = (4 / 3) * Math.tan(angle / 4);
  const end = begin + angle;
  const [cos1, sin1, cos2, sin2] = [Math.cos(begin), Math.sin(begin), Math.cos(end), Math.sin(end)];
  return {
    controls: [
      { x: center.x + cos1 - tangent * sin1, y: center.y + sin1 + tangent * cos1 },
      { x: center.x + cos2 + tangent * sin2, y: center.y + sin2 - tangent * cos2 },
    ],
    to: { x: center.x + cos2, y: center.y + sin2 },
  };
}
