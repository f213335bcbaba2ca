import type { Diagram } from './diagram.ts';
import type { Drawn } from './drawing-services.ts';
import { type Bounds, isModdleObject, type ModdleObject, type Waypoint } from './moddle.ts';
import { type Moved, PutDown } from './put-down.ts';
import { svgElement } from './svg-element.ts';

/** What is put down lies on this grid, in px of the drawing, counted from where it was. */
const grid = 10;

/** Texts beside shapes are placed more closely. */
const labelGrid = 5;

/** A pointer that moves less than this on the screen clicks. */
const threshold = 4;

/** The least size in px of the drawing; the language server knows what has to find room. */
const least = { width: 50, height: 30 } as const;

/** What changes the size of a shape: how far the pointer moves its left, upper, right and lower border. */
interface Handle {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const corners: readonly Handle[] = [
  // Not at the upper right: there is the mark of a problem.
  { name: 'nw', left: 1, top: 1, right: 0, bottom: 0 },
  { name: 'sw', left: 1, top: 0, right: 0, bottom: 1 },
  { name: 'se', left: 0, top: 0, right: 1, bottom: 1 },
];

/** The lanes of a pool are as wide as it, and go on below each other. */
const lower: Handle = { name: 's', left: 0, top: 0, right: 0, bottom: 1 };

const resizable = ['bpmn:Activity', 'bpmn:Participant', 'bpmn:TextAnnotation', 'bpmn:Group'];
const resizableItems = ['cmmn:Task', 'cmmn:Stage', 'cmmn:PlanFragment'];

interface Drag {
  readonly element: Drawn;
  readonly handle: Handle | undefined;
  readonly from: Waypoint;
  readonly box: Bounds;
  /** The box around it that follows the pointer; none before the pointer has moved. */
  outline: SVGElement | undefined;
  to: Bounds;
}

/** What a hand does in the picture. */
export interface MovingActions {
  /** Something was moved. */
  put(moved: Moved): void;
  /** The pointer has taken this element of the model elsewhere: it is what the keys mean from there. */
  dragged(id: string): void;
}

/**
 * Moves and resizes shapes by hand: an outline follows the pointer, and the shape is put down where it is let go; Escape lets go of the outline. The
 * picture itself is drawn anew by what the language server makes of it.
 */
export class Moving {
  readonly #canvas: HTMLElement;
  readonly #diagram: Diagram;
  readonly #putDown: PutDown;
  readonly #actions: MovingActions;
  readonly #handles = svgElement('g', { class: 'procedo-handles' });
  #drag: Drag | undefined;
  /** Id of the label that the keys mean, as long as this element of the model is the current one. */
  #label: { readonly id: string; readonly current: string } | undefined;
  #isPossible = false;

  constructor(canvas: HTMLElement, diagram: Diagram, actions: MovingActions) {
    this.#canvas = canvas;
    this.#diagram = diagram;
    this.#actions = actions;
    this.#putDown = new PutDown(canvas, diagram, actions.put);
    diagram.highlights.onChanged(() => this.refresh());
    diagram.planes.onChanged(() => this.refresh());
    // Before bpmn-js hears it, which would move the whole picture.
    canvas.addEventListener('mousedown', (event) => this.#press(event), { capture: true });
    window.addEventListener('mousemove', (event) => this.#follow(event));
    window.addEventListener('mouseup', () => this.#drop());
    window.addEventListener('keydown', (event) => this.#cancel(event), { capture: true });
    window.addEventListener('blur', () => this.#end());
  }

  /** Whether a hand may move anything now: not in a file that is only looked at, nor while it is simulated. */
  get isPossible(): boolean {
    return this.#isPossible;
  }

  set isPossible(is: boolean) {
    this.#isPossible = is;
    this.refresh();
  }

  /** Moves the current element by steps of the grid; false if there is none that can be moved. */
  nudge(x: number, y: number): boolean {
    const element = this.#grasped;
    if (!element || !this.#isPossible || !isMovable(element)) return false;
    const [box, step] = [this.#putDown.boxOf(element), gridOf(element)];
    this.#place(element, { ...box, x: box.x + x * step, y: box.y + y * step });
    return true;
  }

  /**
   * Goes on to the next label about the current element, which the keys move then: its own, those of the lines that lead away from it, and
   * round to the element itself. Of a line it is always the label.
   * @returns what the keys move now; undefined where there is no label
   */
  nextLabel(): Drawn | undefined {
    const element = this.#diagram.highlights.current;
    const labels = element ? labelsAbout(element) : [];
    const now = this.#grasped;
    const next = labels[now ? labels.indexOf(now) + 1 : 0] ?? (element?.waypoints ? labels[0] : element);
    if (!element || !next || labels.length === 0) return undefined;
    this.#label = next.labelTarget && { id: next.id, current: this.#diagram.idOf(element) };
    this.refresh();
    return next;
  }

  /** Tells what was put down last, before it is taken back or laid out anew. */
  finish(): void {
    this.#putDown.finish();
  }

  /** Puts the handles round the current element, or a frame round its text, whichever a hand moves, if the visible plane has it. */
  refresh(): void {
    this.#putDown.refresh();
    const element = this.#grasped;
    const isShown = element && this.#isPossible && !element.hidden && this.#isInSight(element);
    const knobs = isShown ? handlesOf(element).map((one) => knob(this.#putDown.boxOf(element), one)) : [];
    const marks = isShown && element.labelTarget ? [frame(element)] : knobs;
    this.#handles.replaceChildren(...marks);
    if (marks.length > 0) this.#canvas.querySelector('.viewport')?.append(this.#handles);
    else this.#handles.remove();
  }

  /** What the keys move: the current element or a label about it. Of a line that is always its label. */
  get #grasped(): Drawn | undefined {
    const element = this.#diagram.highlights.current;
    const labels = element ? labelsAbout(element) : [];
    const chosen = this.#label?.current === (element && this.#diagram.idOf(element)) ? this.#label?.id : undefined;
    return labels.find(({ id }) => id === chosen) ?? (element?.waypoints ? (labels[0] ?? element) : element);
  }

  #isInSight(element: Drawn): boolean {
    return this.#diagram.viewer.get('canvas').findRoot(element) === this.#diagram.planes.visible;
  }

  #press(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || !this.#isPossible || !(event.target instanceof Element))
      return;
    const current = this.#diagram.highlights.current;
    const knob = event.target.closest('.procedo-handle');
    const handle = knob && [...corners, lower].find(({ name }) => knob.classList.contains(name));
    const element = handle ? current : this.#elementAt(event.target);
    if (!handle) this.#label = element?.labelTarget && { id: element.id, current: this.#diagram.idOf(element) };
    this.refresh();
    if (!element || !(handle || isMovable(element))) return;
    event.stopPropagation();
    // Nothing is marked as text on the way; the picture gets the focus all the same.
    event.preventDefault();
    this.#canvas.querySelector('svg')?.focus();
    const from = { x: event.clientX, y: event.clientY };
    const box = this.#putDown.boxOf(element);
    this.#drag = { element, handle: handle ?? undefined, from, box, outline: undefined, to: box };
  }

  /** What a press on the picture means; buttons on a shape have a meaning of their own. */
  #elementAt(target: Element): Drawn | undefined {
    if (target.closest('.procedo-sign, .djs-overlay-container')) return undefined;
    const id = target.closest('[data-element-id]')?.getAttribute('data-element-id');
    return this.#diagram.viewer.get('elementRegistry').get(id ?? '');
  }

  #follow(event: MouseEvent): void {
    const drag = this.#drag;
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.from.x, event.clientY - drag.from.y];
    if (!drag.outline && Math.hypot(dx, dy) < threshold) return;
    event.preventDefault();
    const { scale } = this.#diagram.camera;
    const step = gridOf(drag.element);
    const snap = (length: number) => Math.round(length / scale / step) * step;
    drag.to = changed(drag.box, drag.handle, snap(dx), snap(dy));
    drag.outline ??= this.#addOutline();
    for (const [name, value] of Object.entries(drag.to)) drag.outline.setAttribute(name, String(value));
  }

  #addOutline(): SVGElement {
    const outline = svgElement('rect', { class: 'procedo-outline' });
    this.#canvas.querySelector('.viewport')?.append(outline);
    this.#canvas.classList.add('procedo-dragging');
    return outline;
  }

  #drop(): void {
    const { outline, element, to } = this.#drag ?? {};
    this.#end();
    if (!outline || !element || !to) return;
    this.#place(element, to);
    if (element !== this.#diagram.highlights.current) this.#actions.dragged(this.#diagram.idOf(element));
  }

  #place(element: Drawn, to: Bounds): void {
    const from = this.#putDown.boxOf(element);
    if (from.x === to.x && from.y === to.y && from.width === to.width && from.height === to.height) return;
    this.#putDown.put(element, to);
  }

  #cancel(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#drag?.outline) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  }

  #end(): void {
    this.#drag?.outline?.remove();
    this.#canvas.classList.remove('procedo-dragging');
    this.#drag = undefined;
  }
}

function knob(box: Bounds, handle: Handle): SVGElement {
  const x = box.x + (handle.left > 0 ? 0 : handle.right > 0 ? box.width : box.width / 2);
  const y = box.y + (handle.top > 0 ? 0 : box.height);
  return svgElement('rect', { class: `procedo-handle ${handle.name}`, x: x - 4, y: y - 4, width: 8, height: 8 });
}

/** Where the text of an element is grasped. */
function frame(label: Drawn): SVGElement {
  const { x, y, width, height } = label;
  return svgElement('rect', { class: 'procedo-outline', x: x - 3, y: y - 2, width: width + 6, height: height + 4 });
}

/** Its own label, and those of the lines that lead away from it. */
function labelsAbout(element: Drawn): readonly Drawn[] {
  return [element, ...element.outgoing].flatMap(({ labels }) => labels).filter(({ hidden }) => !hidden);
}

/** Lines go by their ends, and lanes stand as the text has them. */
function isMovable({ parent, waypoints, businessObject, labelTarget }: Drawn): boolean {
  const isLane = !labelTarget && businessObject.$instanceOf('bpmn:Lane');
  return parent !== undefined && !waypoints && !isLane;
}

function gridOf({ labelTarget }: Drawn): number {
  return labelTarget ? labelGrid : grid;
}

function handlesOf({ parent, waypoints, labelTarget, businessObject, collapsed }: Drawn): readonly Handle[] {
  if (!parent || waypoints || labelTarget) return [];
  if (businessObject.$instanceOf('bpmn:Lane')) return [lower];
  const item: unknown = Reflect.get(businessObject, 'definitionRef');
  const isOf = (types: readonly string[], object: ModdleObject) => types.some((type) => object.$instanceOf(type));
  if (isModdleObject(item) && isOf(resizableItems, item)) return corners;
  return isOf(resizable, businessObject) && !(collapsed && businessObject.$instanceOf('bpmn:SubProcess'))
    ? corners
    : [];
}

/** A box whose borders, or that itself, the pointer has moved. */
function changed({ x, y, width, height }: Bounds, handle: Handle | undefined, dx: number, dy: number): Bounds {
  if (!handle) return { x: x + dx, y: y + dy, width, height };
  const left = Math.min(x + handle.left * dx, x + width - least.width);
  const top = Math.min(y + handle.top * dy, y + height - least.height);
  const right = Math.max(x + width + handle.right * dx, x + least.width);
  const bottom = Math.max(y + height + handle.bottom * dy, y + least.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
