import type { Bounds } from '../../base/geometry.ts';
import { boundingBox } from '../geometry/bounding-box.ts';
import { Matrix } from '../geometry/matrix.ts';
import { parsePath } from '../geometry/path.ts';
import { pathLength, pointAtLength } from '../geometry/path-length.ts';
import { type CanvasContext, canvasContext } from './canvas-context.ts';
import { ClassList } from './class-list.ts';
import { DrawingCopy, Original } from './copies.ts';
import type { DrawingDocument } from './document.ts';
import { DrawingNode } from './node.ts';
import { Transform, TransformList } from './transform-list.ts';

/** As it was set: a number is made a text when it is written, a map is read where things are measured. */
export type AttributeValue = string | number | Matrix;

/** An element, SVG or HTML: one class does for both, since only bpmn-js looks at it. */
export class DrawingElement extends DrawingNode {
  readonly tagName: string;
  firstChild: DrawingNode | null = null;
  lastChild: DrawingNode | null = null;
  /** Its classes, as the attribute has them. */
  className = '';
  // A large picture has half a million elements, most of which lack these. They are read often: fields, which are faster than accessors.
  /** By name, in the order they were set, without the classes. To be read: `setAttribute` sets one. */
  attributes: Record<string, AttributeValue> = none;
  /** Declarations by CSS name; what does not belong into a style is left out when it is written. To be read: `style` is to set one. */
  declarations: Record<string, unknown> = none;
  #dataset: Record<string, string> | undefined;
  #inside: Original | undefined;

  constructor(ownerDocument: DrawingDocument, tagName: string) {
    super(ownerDocument);
    this.tagName = tagName;
  }

  get nodeType(): number {
    return 1;
  }

  get style(): Record<string, unknown> {
    if (this.declarations === none) this.declarations = {};
    return this.declarations;
  }

  get classList(): ClassList {
    return new ClassList(this);
  }

  /** Notes that diagram-js makes for editing; they are not part of a picture. */
  get dataset(): Record<string, string> {
    this.#dataset ??= {};
    return this.#dataset;
  }

  get childNodes(): DrawingNode[] {
    const nodes: DrawingNode[] = [];
    for (let child = this.firstChild; child; child = child.nextSibling) nodes.push(child);
    return nodes;
  }

  get textContent(): string {
    let text = '';
    for (let child = this.firstChild; child; child = child.nextSibling) text += child.textContent;
    return text;
  }

  set textContent(text: string) {
    while (this.firstChild) this.removeChild(this.firstChild);
    if (text !== '') this.appendChild(this.ownerDocument.createTextNode(text));
  }

  appendChild<Child extends DrawingNode>(child: Child): Child {
    return this.insertBefore(child, null);
  }

  insertBefore<Child extends DrawingNode>(child: Child, next: DrawingNode | null): Child {
    child.parentNode?.removeChild(child);
    const previous = next ? next.previousSibling : this.lastChild;
    child.parentNode = this;
    child.previousSibling = previous;
    child.nextSibling = next;
    if (previous) previous.nextSibling = child;
    else this.firstChild = child;
    if (next) next.previousSibling = child;
    else this.lastChild = child;
    return child;
  }

  removeChild(child: DrawingNode): DrawingNode {
    const { previousSibling, nextSibling } = child;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else this.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else this.lastChild = previousSibling;
    child.parentNode = null;
    child.previousSibling = null;
    child.nextSibling = null;
    return child;
  }

  /** A copy of the element; what is inside of it is to stay as it is from then on. */
  cloneNode(isDeep: boolean): DrawingElement {
    const clone = new DrawingElement(this.ownerDocument, this.tagName);
    clone.className = this.className;
    if (this.attributes !== none) clone.attributes = { ...this.attributes };
    if (this.declarations !== none) clone.declarations = { ...this.declarations };
    if (!isDeep || !this.firstChild) return clone;
    this.#inside ??= new Original(this.childNodes);
    clone.appendChild(new DrawingCopy(this.ownerDocument, this.#inside));
    return clone;
  }

  getAttribute(name: string): string | null {
    return Object.hasOwn(this.attributes, name) ? String(this.attributes[name]) : null;
  }

  setAttribute(name: string, value: unknown): void {
    this.setAttributeNS(null, name, value);
  }

  setAttributeNS(_namespace: string | null, name: string, value: unknown): void {
    if (name === 'class') {
      for (const each of String(value).split(/\s+/)) if (each !== '') this.classList.add(each);
      return;
    }
    if (this.attributes === none) this.attributes = {};
    this.attributes[name] =
      typeof value === 'string' || typeof value === 'number' || value instanceof Matrix ? value : String(value);
  }

  removeAttribute(name: string): void {
    Reflect.deleteProperty(this.attributes, name);
  }

  getAttributeNS(_namespace: string | null, name: string): string | null {
    return this.getAttribute(name);
  }

  /**
   * The selectors that drawing needs: a child by its name (`:scope > name`), an element below by its name or its class
   * (`name`, `.class`).
   *
   * @throws Error for another one, so that an upgrade of bpmn-js cannot go wrong in silence.
   */
  querySelector(selector: string): DrawingElement | null {
    return this.#find(selectorOf(selector));
  }

  /** The first element below that fits, in document order. */
  #find(selector: Selector): DrawingElement | null {
    const { name, isClass, isDeep } = selector;
    for (let child = this.firstChild; child; child = child.nextSibling) {
      if (!(child instanceof DrawingElement)) continue;
      if (isClass ? child.classList.contains(name) : child.tagName === name) return child;
      const found = isDeep ? child.#find(selector) : null;
      if (found) return found;
    }
    return null;
  }

  /** Nobody clicks on a picture: listeners are dropped. */
  addEventListener(): void {}

  /** As in a browser, the box is empty as long as the element is not displayed. */
  getBBox(): Bounds {
    return this.isConnected ? boundingBox(this) : { x: 0, y: 0, width: 0, height: 0 };
  }

  get isConnected(): boolean {
    return this === this.ownerDocument.body || (this.parentNode?.isConnected ?? false);
  }

  getTotalLength(): number {
    return pathLength(parsePath(this.getAttribute('d') ?? ''));
  }

  getPointAtLength(distance: number): { x: number; y: number } {
    return pointAtLength(parsePath(this.getAttribute('d') ?? ''), distance);
  }

  get transform(): { baseVal: TransformList } {
    return { baseVal: new TransformList(this) };
  }

  createSVGTransform(): Transform {
    return new Transform();
  }

  createSVGMatrix(): Matrix {
    return new Matrix();
  }

  /** For `<canvas>`: diagram-js measures its labels with one. */
  getContext(): CanvasContext {
    return canvasContext();
  }
}

/** What an element has that nothing was set of. */
const none: Record<string, never> = Object.freeze({});

interface Selector {
  readonly name: string;
  readonly isClass: boolean;
  readonly isDeep: boolean;
}

/** Those that were asked for: a handful, again and again. */
const selectors = new Map<string, Selector>();

function selectorOf(text: string): Selector {
  const known = selectors.get(text);
  if (known) return known;
  const [, scope, dot, name] = /^(:scope > )?(\.?)([\w-]+)$/.exec(text) ?? [];
  if (!name) throw new Error(`the drawing DOM cannot select "${text}"`);
  const selector = { name, isClass: dot !== '', isDeep: scope === undefined };
  selectors.set(text, selector);
  return selector;
}
