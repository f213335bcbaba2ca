import { DrawingElement } from './element.ts';
import { DrawingText } from './node.ts';

/** The `document` that bpmn-js sees: it makes nodes and has no content of its own. */
export class DrawingDocument {
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
