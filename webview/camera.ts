import type { DrawingViewer, Drawn, Viewbox } from './drawing-services.ts';
import type { Bounds, Waypoint } from './moddle.ts';

/** Free space around the drawing when it is fitted, in px on the screen. */
const margin = 28;
/** The same above it, where the bar of buttons lies over the picture. */
export const marginAbove = 48;

/** Smaller than this a label cannot be read: at first a large drawing shows its start rather than all of it. */
const smallestReadable = 0.55;

type Seen = Bounds & { readonly scale: number };

/**
 * Which part of the visible plane is on the screen, and how large. It knows by itself: to ask bpmn-js makes the browser lay
 * out all that has changed.
 */
export class Camera {
  readonly #viewer: DrawingViewer;
  readonly #listeners = new Set<() => void>();
  #known: Seen | undefined;
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

  /** The container has another size: what was in its corner, or in its middle, still is. */
  resized(stays: 'corner' | 'middle'): void {
    const canvas = this.#viewer.get('canvas');
    const { clientWidth: width, clientHeight: height } = canvas.getContainer();
    const before = this.#size;
    canvas.resized();
    // A page that is hidden has no size, and is shown again as it was.
    if (width === 0 || height === 0) return;
    this.#size = { width, height };
    const [right, down] = before ? [(width - before.width) / 2, (height - before.height) / 2] : [0, 0];
    if (stays === 'middle' && (right !== 0 || down !== 0)) this.pan(right, down);
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
    this.#moved(next);
  }

  /** Shows the whole drawing, never larger than life. */
  fit(): void {
    this.#fit(0);
  }

  /** Shows the whole drawing where it is then readable, else its beginning. */
  fitReadable(): void {
    this.#fit(smallestReadable);
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
    for (const listener of this.#listeners) {
      listener();
    }
  }

  #fit(smallest: number): void {
    const { inner, outer } = this.#viewer.get('canvas').viewbox();
    if (inner.width === 0 || outer.width === 0) {
      return;
    }
    const free = { width: outer.width - 2 * margin, height: outer.height - marginAbove - margin };
    const whole = Math.min(1, free.width / inner.width, free.height / inner.height);
    const scale = Math.max(whole, smallest, 0.1);
    const [width, height] = [outer.width / scale, outer.height / scale];
    // In the middle of the free space; what does not fit shows its beginning.
    const start = (from: number, size: number, room: number, before: number) =>
      from - before / scale - Math.max(0, room / scale - size) / 2;
    const x = start(inner.x, inner.width, free.width, margin);
    this.view = { x, y: start(inner.y, inner.height, free.height, marginAbove), width, height };
  }
}
