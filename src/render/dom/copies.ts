import type { Bounds } from '../../base/geometry.ts';
import { hullAround } from '../geometry/bounding-box.ts';
import type { DrawingDocument } from './document.ts';
import type { DrawingElement } from './element.ts';
import { DrawingNode } from './node.ts';

/** Elements beside each other that are drawn in several places. They are as they are from then on. */
export class Original {
  readonly elements: readonly DrawingElement[];
  /** What is written for them, once they are. */
  markup: string | undefined;
  #hull: Bounds | undefined;

  constructor(elements: readonly DrawingElement[]) {
    this.elements = elements;
  }

  /** A box that they do not leave. */
  get hull(): Bounds {
    this.#hull ??= hullAround(this.elements);
    return this.#hull;
  }
}

/** Stands for the same elements in another place: a picture of hundreds of tasks has their icons once. */
export class DrawingCopy extends DrawingNode {
  readonly original: Original;

  constructor(ownerDocument: DrawingDocument, original: Original) {
    super(ownerDocument);
    this.original = original;
  }

  get nodeType(): number {
    return 1;
  }

  get textContent(): string {
    return this.original.elements.map((element) => element.textContent).join('');
  }
}
