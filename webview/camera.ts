import type { DrawingViewer, Drawn, Viewbox } from './drawing-services.ts';
import type { Bounds, Waypoint } from './moddle.ts';

/** Free space around the drawing when it is fitted, in px on the screen; beside it less where the page is narrow. */
const margin = 28;
const marginShare = 0.04;
/** The same above it, where the bar of buttons lies over the picture. */
export const marginAbove = 48;

/** At first a drawing is seen whole, unless it were smaller than this: its shapes could not be told apart. */
const smallestWhole = 0.2;
/** Then it shows its beginning, so large that labels are read with ease. */
const readable = 0.7;

type Seen = Bounds & { readonly scale: number };

/**
 * Which part of the visible plane is on the screen, and how large. It knows by itself: to ask bpmn-js makes the browser lay
 * out all that has changed.
 */
export class Camera {
  readonly #viewer: DrawingViewer;
  readonly #listeners = new Set<() => void>();
  #known: Seen | undefined;
  /** Fits the drawing as it was fitted last; undefined when somebody has moved it since. */
  #fitted: (() => void) | undefined;
  /** Whether all of the drawing was seen then. */
  #isWhole = false;
  /** The size of the container when it last had one, in px. */
  #size: { readonly width: number; readonly height: number } | undefined;

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
    viewer.get('eventBus').on<{ readonly viewbox: Viewbox }>('canvas.viewbox.changed', ({ viewbox }) => {
      this.#moved(viewbox);
    });
    viewer.get('eventBus').on('canvas.resized', () => {
      this.#known = undefined;
    });
  }

  /** @returns what ends it */
  onMoved(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What is visible, in drawing coordinates. */
  get view(): Bounds {
    const { x, y, width, height } = this.#box;
    return { x, y, width, height };
  }

  set view(bounds: Bounds) {
    this.#viewer.get('canvas').viewbox(bounds);
  }

  get scale(): number {
    return this.#box.scale;
  }

  /**
   * The container has another size: what was in its corner, or in its middle, still is. With the middle a drawing that was fitted is fitted
   * to the new size.
   */
  resized(stays: 'corner' | 'middle'): void {
    const canvas = this.#viewer.get('canvas');
    const { clientWidth: width, clientHeight: height } = canvas.getContainer();
    const before = this.#size;
    canvas.resized();
    // A page that is hidden has no size, and is shown again as it was.
    if (width === 0 || height === 0) return;
    this.#size = { width, height };
    if (stays === 'middle' && this.#fitted) {
      this.#fitted();
      return;
    }
    const [right, down] = before ? [(width - before.width) / 2, (height - before.height) / 2] : [0, 0];
    if (stays === 'middle' && (right !== 0 || down !== 0)) this.pan(right, down);
  }

  /** Whether the drawing is where it was fitted to, and nobody has moved it. */
  get isFitted(): boolean {
    return this.#fitted !== undefined;
  }

  zoomTo(scale: number): void {
    this.#viewer.get('canvas').zoom(Math.min(4, Math.max(0.1, scale)));
  }

  /** Moves the picture by px on the screen. */
  pan(dx: number, dy: number): void {
    this.#viewer.get('canvas').scroll({ dx, dy });
  }

  /** Moves along with something that moved by so much in the drawing: it stays where it is on the screen. */
  follow(shift: Waypoint): void {
    if (shift.x === 0 && shift.y === 0) {
      return;
    }
    const { x, y, scale, ...size } = this.#box;
    const next = { ...size, scale, x: x + shift.x, y: y + shift.y };
    const viewport = this.#viewer.get('canvas').getContainer().querySelector('.viewport');
    viewport?.setAttribute('transform', `matrix(${scale} 0 0 ${scale} ${-next.x * scale} ${-next.y * scale})`);
    // Without elements it is the sign for bpmn-js to forget what it knows of the view.
    this.#viewer.get('eventBus').fire('elements.changed', { elements: [] });
    const fitted = this.#fitted;
    this.#moved(next);
    this.#fitted = fitted;
  }

  /**
   * The drawing has these bounds now: one that was seen whole, and that nobody has moved, is fitted anew where it sticks out.
   * @returns whether it was
   */
  keepWhole(bounds: Bounds): boolean {
    const { x, y, width, height } = this.view;
    const isSeen =
      bounds.x >= x && bounds.y >= y && bounds.x + bounds.width <= x + width && bounds.y + bounds.height <= y + height;
    if (!this.#fitted || !this.#isWhole || isSeen) return false;
    this.#viewer.get('eventBus').fire('elements.changed', { elements: [] });
    this.#fitted();
    return true;
  }

  /** Shows the whole drawing, never larger than life. */
  fit(): void {
    this.#fit((whole) => whole);
    this.#fitted = () => this.fit();
  }

  /** Shows the whole drawing where its shapes can then be told apart, else legibly what is around its beginning, or its upper left corner. */
  fitReadable(beginning?: Bounds): void {
    this.#fit((whole) => (whole < smallestWhole ? readable : whole), beginning);
    this.#fitted = () => this.fitReadable(beginning);
  }

  /** Scrolls so that an element of the visible plane is on the screen, if its middle is not. */
  bringIntoSight(element: Drawn): void {
    const view = this.view;
    const [point] = element.waypoints ?? [{ x: element.x + element.width / 2, y: element.y + element.height / 2 }];
    const isWithin = (at: number, from: number, size: number) => at >= from && at <= from + size;
    if (!point || !isWithin(point.x, view.x, view.width) || !isWithin(point.y, view.y, view.height)) {
      this.#viewer.get('canvas').scrollToElement(element, 60);
    }
  }

  get #box(): Seen {
    this.#known ??= this.#viewer.get('canvas').viewbox();
    return this.#known;
  }

  #moved(box: Seen): void {
    this.#known = box;
    this.#fitted = undefined;
    for (const listener of this.#listeners) {
      listener();
    }
  }

  #fit(scaleFor: (whole: number) => number, beginning?: Bounds): void {
    const { inner, outer } = this.#viewer.get('canvas').viewbox();
    if (inner.width === 0 || outer.width === 0) {
      return;
    }
    const beside = Math.min(margin, outer.width * marginShare);
    const free = { width: outer.width - 2 * beside, height: outer.height - marginAbove - margin };
    const whole = Math.min(1, free.width / inner.width, free.height / inner.height);
    const scale = Math.max(scaleFor(whole), 0.1);
    this.#isWhole = scale <= whole;
    const { x, y } = { ...inner, ...beginning };
    this.view = {
      x: startOf(inner.x, inner.width, free.width / scale, x + (beginning?.width ?? 0) / 2) - beside / scale,
      y: startOf(inner.y, inner.height, free.height / scale, y + (beginning?.height ?? 0) / 2) - marginAbove / scale,
      width: outer.width / scale,
      height: outer.height / scale,
    };
  }
}

/** Where what is seen of a drawing starts, in one dimension: the drawing is in the middle if it has room, else what is wanted, as far as possible. */
function startOf(from: number, size: number, room: number, wanted: number): number {
  if (size <= room) return from - (room - size) / 2;
  return Math.min(Math.max(from, wanted - room / 2), from + size - room);
}
