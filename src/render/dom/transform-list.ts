import { Matrix } from '../geometry/matrix.ts';
import { matrixOf } from '../geometry/transform.ts';

/** An SVGTransform: one map, set by its setters. */
export class Transform {
  matrix = Matrix.unit;

  setTranslate(x: number, y: number): void {
    this.matrix = Matrix.translation(x, y);
  }

  setRotate(angle: number, centerX: number, centerY: number): void {
    this.matrix = Matrix.rotation(angle, centerX, centerY);
  }

  setScale(x: number, y: number): void {
    this.matrix = Matrix.scaling(x, y);
  }
}

/** What holds the attribute; the list has no state of its own, so the two cannot differ. */
interface Attributed {
  readonly attributes: Readonly<Record<string, string | number | Matrix>>;
  setAttribute(name: string, value: Matrix): void;
  removeAttribute(name: string): void;
}

/** The `transform.baseVal` of an element: a view of its attribute, in which all maps are one. */
export class TransformList {
  readonly #element: Attributed;

  constructor(element: Attributed) {
    this.#element = element;
  }

  clear(): void {
    if (this.#matrix) this.#element.removeAttribute('transform');
  }

  appendItem(transform: Transform): Transform {
    const after = this.#matrix?.multiply(transform.matrix) ?? transform.matrix;
    this.#element.setAttribute('transform', after.rounded());
    return transform;
  }

  /** All maps of the list as one; null if there is none. */
  consolidate(): Transform | null {
    return this.#matrix ? this.createSVGTransformFromMatrix(this.#matrix) : null;
  }

  createSVGTransformFromMatrix(matrix: Matrix): Transform {
    const transform = new Transform();
    transform.matrix = matrix;
    return transform;
  }

  get #matrix(): Matrix | undefined {
    const { transform } = this.#element.attributes;
    return transform === undefined ? undefined : matrixOf(transform);
  }
}
