import type { Point } from '../../base/geometry.ts';

/** An affine map as SVG has it: x' = ax + cy + e, y' = bx + dy + f. */
export class Matrix {
  static readonly unit = new Matrix();

  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;

  constructor(a = 1, b = 0, c = 0, d = 1, e = 0, f = 0) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    this.e = e;
    this.f = f;
  }

  static translation(x: number, y: number): Matrix {
    return new Matrix(1, 0, 0, 1, x, y);
  }

  static scaling(x: number, y: number): Matrix {
    return new Matrix(x, 0, 0, y, 0, 0);
  }

  /** Turns clockwise (y points down) by an angle in degrees about a point. */
  static rotation(angle: number, centerX = 0, centerY = 0): Matrix {
    const radians = (angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    const turn = new Matrix(cos, sin, -sin, cos, 0, 0);
    return Matrix.translation(centerX, centerY).multiply(turn).multiply(Matrix.translation(-centerX, -centerY));
  }

  /** The map that applies `inner` first, then this one. */
  multiply(inner: Matrix): Matrix {
    return new Matrix(
      this.a * inner.a + this.c * inner.b,
      this.b * inner.a + this.d * inner.b,
      this.a * inner.c + this.c * inner.d,
      this.b * inner.c + this.d * inner.d,
      this.a * inner.e + this.c * inner.f + this.e,
      this.b * inner.e + this.d * inner.f + this.f,
    );
  }

  apply({ x, y }: Point): Point {
    return { x: this.a * x + this.c * y + this.e, y: this.b * x + this.d * y + this.f };
  }

  /** To six decimals: sine and cosine may differ in the last bits from one machine to another. */
  rounded(): Matrix {
    const { a, b, c, d, e, f } = this;
    return new Matrix(rounded(a), rounded(b), rounded(c), rounded(d), rounded(e), rounded(f));
  }

  /** As an attribute value. */
  toString(): string {
    const { a, b, c, d, e, f } = this.rounded();
    return `matrix(${a} ${b} ${c} ${d} ${e} ${f})`;
  }
}

function rounded(value: number): number {
  // Adding 0 makes -0, which prints as 0 anyway but compares unequal in tests, a plain 0.
  return Math.round(value * 1e6) / 1e6 + 0;
}
