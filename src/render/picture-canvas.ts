import type { DrawingDocument } from './dom/document.ts';
import type { DrawingElement } from './dom/element.ts';
import type { Drawing, Placed } from './drawing.ts';
import { Matrix } from './geometry/matrix.ts';
import type { DrawnElements } from './labels-in-front.ts';

/** What diagram-js keeps of an element, while the importer hangs it into its parent. */
export interface Shown extends Placed {
  parent?: Shown;
  readonly children: Shown[];
  /** A group: its border is drawn, and nothing in it moves with it. */
  readonly isFrame?: boolean;
}

type Kind = 'shape' | 'connection';

/** Draws an element into its group. */
type Draw = (kind: Kind, group: DrawingElement, element: Shown) => void;

/** The groups of an element. */
interface Groups {
  /** Its own; of a root the layer. */
  readonly own: DrawingElement;
  /** For what is inside of it, once something is. */
  inner: DrawingElement | undefined;
}

/**
 * What bpmn-js's importer puts elements on, and asks for those that it has put there. The groups are those of diagram-js's canvas,
 * without layers to choose from, a view to move and listeners to tell.
 */
export class PictureCanvas implements DrawnElements {
  readonly #document: DrawingDocument;
  readonly #draw: Draw;
  readonly #elements = new Map<string, Shown>();
  readonly #groups = new Map<Placed, Groups>();
  #root: Shown | undefined;

  constructor(document: DrawingDocument, draw: Draw) {
    this.#document = document;
    this.#draw = draw;
  }

  addRootElement(root: Shown): void {
    this.#refuseUnfit(root);
    const layer = this.#group('layer-root-0');
    this.#root = root;
    this.#register(root, layer, layer);
  }

  addShape(shape: Shown, parent: Shown | undefined, index?: number): Shown {
    return this.#add('shape', shape, parent, index);
  }

  addConnection(connection: Shown, parent: Shown | undefined, index?: number): Shown {
    return this.#add('connection', connection, parent, index);
  }

  /** The element that all others around this one are in. */
  findRoot(element: Shown): Shown {
    let root = element;
    while (root.parent) root = root.parent;
    return root;
  }

  get(id: string): Shown | undefined {
    return this.#elements.get(id);
  }

  getAll(): readonly Shown[] {
    return [...this.#elements.values()];
  }

  getGraphics(element: Placed): DrawingElement {
    const groups = this.#groups.get(element);
    if (!groups) throw new Error(`"${element.id}" is not drawn`);
    return groups.own;
  }

  /** Shows what was drawn. Until then nothing has a size, as in an editor, which shows a diagram when all of it is there. */
  show(): Drawing['layer'] {
    if (!this.#root) throw new Error('no diagram to display');
    return this.#document.body.appendChild(this.getGraphics(this.#root));
  }

  #add(kind: Kind, element: Shown, parent: Shown | undefined, index: number | undefined): Shown {
    this.#refuseUnfit(element);
    if (!parent) throw new Error('what it is in is not drawn');
    if (index === undefined) parent.children.push(element);
    else parent.children.splice(index, 0, element);
    element.parent = parent;
    const outer = this.#group('djs-group');
    const around = this.#innerOf(parent);
    around.insertBefore(outer, index === 0 ? around.firstChild : null);
    const own = outer.appendChild(this.#group(`djs-element djs-${kind}${element.isFrame ? ' djs-frame' : ''}`));
    const visual = own.appendChild(this.#group('djs-visual'));
    this.#register(element, own, undefined);
    this.#draw(kind, visual, element);
    if (kind === 'shape') own.setAttribute('transform', Matrix.translation(element.x, element.y));
    own.style.display = element.hidden ? 'none' : 'block';
    return element;
  }

  #refuseUnfit({ id }: Shown): void {
    if (!id) throw new Error('element must have an id');
    if (this.#elements.has(id)) throw new Error(`element <${id}> already exists`);
  }

  #register(element: Shown, own: DrawingElement, inner: DrawingElement | undefined): void {
    own.setAttribute('data-element-id', element.id);
    this.#elements.set(element.id, element);
    this.#groups.set(element, { own, inner });
  }

  /** The group for what is inside of an element. It stands beside the element's own, which may be drawn anew. */
  #innerOf(element: Shown): DrawingElement {
    const groups = this.#groups.get(element);
    if (!groups) throw new Error(`"${element.id}" is not drawn`);
    groups.inner ??= (groups.own.parentNode as DrawingElement).appendChild(this.#group('djs-children'));
    return groups.inner;
  }

  #group(classes: string): DrawingElement {
    const group = this.#document.createElement('g');
    group.className = classes;
    return group;
  }
}
