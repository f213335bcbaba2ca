import type { Bounds } from '../../base/geometry.ts';
import { hullAround } from '../geometry/bounding-box.ts';
import type { DrawingDocument } from './document.ts';
import { DrawingNode } from './node.ts';

/** Nodes beside each other that are drawn in several places. They are as they are from then on. */
export class Original {
  readonly nodes: readonly DrawingNode[];
  /** What is written for them, once they are. */
  markup: string | undefined;
  #hull: Bounds | undefined;

  constructor(nodes: readonly DrawingNode[]) {
    this.nodes = nodes;
  }

  /** A box that they do not leave. */
  get hull(): Bounds {
    this.#hull ??= hullAround(this.nodes);
    return this.#hull;
  }
}

/** Stands for the same nodes in another place: a picture of hundreds of tasks has their icons once. */
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
    return this.original.nodes.map((node) => node.textContent).join('');
  }
}
