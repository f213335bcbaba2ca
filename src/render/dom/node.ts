import type { DrawingDocument } from './document.ts';
import type { DrawingElement } from './element.ts';

/**
 * A node of the small DOM that bpmn-js draws on where there is no browser. It has what diagram-js, tiny-svg and
 * bpmn-js's renderer call, under the names of the DOM, and nothing else.
 */
export abstract class DrawingNode {
  abstract readonly nodeType: number;
  abstract readonly childNodes: readonly DrawingNode[];
  readonly ownerDocument: DrawingDocument;
  parentNode: DrawingElement | null = null;

  constructor(ownerDocument: DrawingDocument) {
    this.ownerDocument = ownerDocument;
  }

  get firstChild(): DrawingNode | null {
    return this.childNodes[0] ?? null;
  }

  get nextSibling(): DrawingNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  abstract get textContent(): string;
}

const noNodes: readonly DrawingNode[] = [];

/** Characters between tags; what stands there is never read as markup. */
export class DrawingText extends DrawingNode {
  readonly nodeType = 3;
  readonly textContent: string;

  constructor(ownerDocument: DrawingDocument, text: string) {
    super(ownerDocument);
    this.textContent = text;
  }

  get childNodes(): readonly DrawingNode[] {
    return noNodes;
  }
}
