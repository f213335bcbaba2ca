import type { Point } from '../../base/geometry.ts';
import { arcToCurves } from './arc.ts';

/** A straight piece of a path, or a cubic Bézier curve with its two control points. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
  readonly controls?: readonly [Point, Point];
}

/** How many numbers each command of a path takes (SVG 1.1, 8.3). */
const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

const token = /[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** Reads path data one token after another. */
class PathScanner {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(data: string) {
    this.#tokens = data.match(token) ?? [];
  }

  /** The next token, a command in well-formed data. */
  command(): string | undefined {
    return this.#tokens[this.#next++];
  }

  /** The numbers of one use of a command; undefined if there are too few. */
  numbers(command: string): number[] | undefined {
    const count = arity[command.toUpperCase()];
    if (count === undefined) return undefined;
    const values = this.#tokens.slice(this.#next, this.#next + count).map(Number);
    if (values.length < count || values.some(Number.isNaN)) return undefined;
    this.#next += count;
    return values;
  }
}

/** Where the pen is, and what curves that continue another one need to know. */
class Pen {
  readonly segments: Segment[] = [];
  at: Point = { x: 0, y: 0 };
  start: Point = { x: 0, y: 0 };
  /** Last control point, by the kind of curve that it was for. */
  control?: { kind: 'cubic' | 'quadratic'; point: Point };

  moveTo(point: Point): void {
    this.at = point;
    this.start = point;
    this.control = undefined;
  }

  lineTo(point: Point): void {
    this.segments.push({ from: this.at, to: point });
    this.at = point;
    this.control = undefined;
  }

  cubicTo(first: Point, second: Point, point: Point): void {
    this.segments.push({ from: this.at, controls: [first, second], to: point });
    this.at = point;
    this.control = { kind: 'cubic', point: second };
  }

  quadraticTo(control: Point, point: Point): void {
    // The same curve as a cubic one: its controls lie two thirds of the way to the one control point.
    const toward = (end: Point): Point => ({
      x: end.x + (2 / 3) * (control.x - end.x),
      y: end.y + (2 / 3) * (control.y - end.y),
    });
    this.cubicTo(toward(this.at), toward(point), point);
    this.control = { kind: 'quadratic', point: control };
  }

  /** Control point of a curve that goes on smoothly: the last one, mirrored at the pen. */
  mirrored(kind: 'cubic' | 'quadratic'): Point {
    if (this.control?.kind !== kind) return this.at;
    return { x: 2 * this.at.x - this.control.point.x, y: 2 * this.at.y - this.control.point.y };
  }
}

/**
 * The pieces of a path in absolute coordinates; arcs and quadratic curves come as cubic ones. As SVG wants it, reading
 * ends at the first mistake and keeps what came before. The flags of an arc must stand apart from the numbers around
 * them, as they do in what bpmn-js draws.
 */
export function parsePath(data: string): Segment[] {
  const scanner = new PathScanner(data);
  const pen = new Pen();
  for (let command = scanner.command(); command !== undefined; command = scanner.command()) {
    let values = scanner.numbers(command);
    if (values === undefined) break;
    let current = command;
    while (values !== undefined) {
      draw(pen, current, values);
      if (values.length === 0) break;
      // More pairs after a "move to" are lines.
      if (current === 'M') current = 'L';
      if (current === 'm') current = 'l';
      values = scanner.numbers(current);
    }
  }
  return pen.segments;
}

/** The numbers that one use of a command takes. */
interface Operands {
  /** Where relative coordinates begin. */
  readonly origin: Point;
  value(index: number): number;
  /** The point that two neighbouring numbers make. */
  point(index: number): Point;
}

const commands: Readonly<Record<string, (pen: Pen, operands: Operands) => void>> = {
  M: (pen, { point }) => pen.moveTo(point(0)),
  L: (pen, { point }) => pen.lineTo(point(0)),
  H: (pen, { origin, value }) => pen.lineTo({ x: origin.x + value(0), y: pen.at.y }),
  V: (pen, { origin, value }) => pen.lineTo({ x: pen.at.x, y: origin.y + value(0) }),
  C: (pen, { point }) => pen.cubicTo(point(0), point(2), point(4)),
  S: (pen, { point }) => pen.cubicTo(pen.mirrored('cubic'), point(0), point(2)),
  Q: (pen, { point }) => pen.quadraticTo(point(0), point(2)),
  T: (pen, { point }) => pen.quadraticTo(pen.mirrored('quadratic'), point(0)),
  A: drawArc,
  Z: (pen) => {
    pen.lineTo(pen.start);
    pen.moveTo(pen.start);
  },
};

/** Executes one command with the numbers it takes. */
function draw(pen: Pen, command: string, values: readonly number[]): void {
  const origin = command === command.toLowerCase() ? pen.at : { x: 0, y: 0 };
  const value = (index: number): number => values[index] ?? 0;
  const point = (index: number): Point => ({ x: origin.x + value(index), y: origin.y + value(index + 1) });
  commands[command.toUpperCase()]?.(pen, { origin, value, point });
}

function drawArc(pen: Pen, { value, point }: Operands): void {
  const end = point(5);
  const curves = arcToCurves(pen.at, end, {
    radiusX: value(0),
    radiusY: value(1),
    rotation: value(2),
    isLarge: value(3) === 1,
    isClockwise: value(4) === 1,
  });
  if (curves.length === 0) pen.lineTo(end);
  for (const { controls, to } of curves) pen.cubicTo(...controls, to);
  // A smooth curve after an arc has nothing to mirror.
  pen.control = undefined;
}
