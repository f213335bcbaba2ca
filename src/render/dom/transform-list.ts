import { Matrix } from '../geometry/matrix.ts';
import { parseTransform } from '../geometry/transform.ts';

/** An SVGTransform: one map, set by its setters. */
export class Transform {
  matrix = new Matrix();

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
  readonly attributes: Map<string, string>;
}

/** The `transform.baseVal` of an element: a view of its attribute, in which each map has become a matrix. */
export class TransformList {
  readonly #element: Attributed;

  constructor(element: Attributed) {
    this.#element = element;
  }

  clear(): void {
    this.#element.attributes.delete('transform');
  }

  appendItem(transform: Transform): Transform {
    const before = this.#element.attributes.get('transform');
    const after = before === undefined ? transform.matrix : parseTransform(before).multiply(transform.matrix);
    this.#element.attributes.set('transform', String(after));
    return transform;
  }

  /** All maps of the list as one; null if there is none. */
  consolidate(): Transform | null {
    const text = this.#element.attributes.get('transform');
    if (text === undefined) return null;
    const transform = new Transform();
    transform.matrix = parseTransform(text);
    return transform;
  }

  createSVGTransformFromMatrix(matrix: Matrix): Transform {
    const transform = new Transform();
    transform.matrix = matrix;
    return transform;
  }
}
