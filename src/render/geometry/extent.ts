import type { Bounds, Point } from '../../base/geometry.ts';
import type { Segment } from './path.ts';

/** In px: more than coordinates of a picture lose in single precision. */
const rounding = 0.01;

/** The smallest box around all that was added to it. */
export class Extent {
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  add({ x, y }: Point): void {
    this.addAt(x, y);
  }

  /** Adds a point by its coordinates. */
  addAt(x: number, y: number): void {
    this.#left = Math.min(this.#left, x);
    this.#top = Math.min(this.#top, y);
    this.#right = Math.max(this.#right, x);
    this.#bottom = Math.max(this.#bottom, y);
  }

  addBox({ x, y, width, height }: Bounds): void {
    this.addAt(x, y);
    this.addAt(x + width, y + height);
  }

  /** Whether a point lies inside, by more than numbers are rounded. */
  holdsAt(x: number, y: number): boolean {
    return (
      this.#left + rounding < x && x < this.#right - rounding && this.#top + rounding < y && y < this.#bottom - rounding
    );
  }

  /** Adds a piece of a path; of a curve the points where it turns back, not its controls. */
  addSegment(segment: Segment): void {
    this.add(segment.from);
    this.add(segment.to);
    if (!segment.controls) return;
    const points = [segment.from, ...segment.controls, segment.to] as const;
    const xs = turningPoints(points.map((point) => point.x));
    const ys = turningPoints(points.map((point) => point.y));
    for (const t of [...xs, ...ys]) this.add(pointOnCurve(points, t));
  }

  /** The box; all zero if nothing was added. Browsers compute boxes in single precision, so the numbers are rounded. */
  get bounds(): Bounds {
    if (this.#left > this.#right) return { x: 0, y: 0, width: 0, height: 0 };
    const x = Math.fround(this.#left);
    const y = Math.fround(this.#top);
    return {
      x,
      y,
      width: Math.fround(Math.fround(this.#right) - x),
      height: Math.fround(Math.fround(this.#bottom) - y),
    };
  }
}

/** The point of a cubic Bézier curve at t from 0 to 1. */
export function pointOnCurve([p0, p1, p2, p3]: readonly [Point, Point, Point, Point], t: number): Point {
  const u = 1 - t;
  const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: w0 * p0.x + w1 * p1.x + w2 * p2.x + w3 * p3.x, y: w0 * p0.y + w1 * p1.y + w2 * p2.y + w3 * p3.y };
}

/** Where in (0, 1) the derivative of a cubic Bézier polynomial is 0. */
function turningPoints([p0 = 0, p1 = 0, p2 = 0, p3 = 0]: readonly number[]): number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  return quadraticRoots(a, b, c).filter((t) => t > 0 && t < 1);
}

function quadraticRoots(a: number, b: number, c: number): number[] {
  // A leading coefficient that is noise of rounding would put the root anywhere.
  if (Math.abs(a) < 1e-9) return Math.abs(b) < 1e-9 ? [] : [-c / b];
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return [];
  const root = Math.sqrt(discriminant);
  return [(-b + root) / (2 * a), (-b - root) / (2 * a)];
}
