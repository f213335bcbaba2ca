import { DrawingElement } from './element.ts';
import { DrawingText } from './node.ts';

/** The `document` that bpmn-js and cmmn-js see. */
export class DrawingDocument {
  /** What hangs below it is displayed. */
  readonly body = this.createElement('body');

  createElement(name: string): DrawingElement {
    return new DrawingElement(this, name);
  }

  createElementNS(_namespace: string, name: string): DrawingElement {
    return new DrawingElement(this, name);
  }

  /** Asked only for nodes that are made when they are missing: there are none. */
  getElementById(): null {
    return null;
  }

  createTextNode(text: string): DrawingText {
    return new DrawingText(this, text);
  }
}
