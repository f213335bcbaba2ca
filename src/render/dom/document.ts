import { DrawingElement } from './element.ts';
import { DrawingText } from './node.ts';

/** The `document` that bpmn-js sees. */
export class DrawingDocument {
  /** What hangs below it is displayed. */
  readonly body = this.createElement('body');

  createElement(name: string): DrawingElement {
    return new DrawingElement(this, name);
  }

  createElementNS(_namespace: string, name: string): DrawingElement {
    return new DrawingElement(this, name);
  }

  createTextNode(text: string): DrawingText {
    return new DrawingText(this, text);
  }
}
