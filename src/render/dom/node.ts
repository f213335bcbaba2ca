import type { DrawingDocument } from './document.ts';
import type { DrawingElement } from './element.ts';

/**
 * A node of the small DOM that bpmn-js draws on where there is no browser. It has what diagram-js, tiny-svg and
 * bpmn-js's renderer call, under the names of the DOM, and nothing else.
 */
export abstract class DrawingNode {
  abstract readonly nodeType: number;
  readonly ownerDocument: DrawingDocument;
  // Nodes know their neighbours instead of elements a list: most have one child, and a list for each is the greater part of a picture.
  parentNode: DrawingElement | null = null;
  previousSibling: DrawingNode | null = null;
  nextSibling: DrawingNode | null = null;

  constructor(ownerDocument: DrawingDocument) {
    this.ownerDocument = ownerDocument;
  }

  abstract get textContent(): string;
}

/** Characters between tags; what stands there is never read as markup. */
export class DrawingText extends DrawingNode {
  readonly textContent: string;

  constructor(ownerDocument: DrawingDocument, text: string) {
    super(ownerDocument);
    this.textContent = text;
  }

  get nodeType(): number {
    return 3;
  }
}
