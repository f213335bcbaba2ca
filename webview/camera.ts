import type { DrawingViewer, Drawn } from './drawing-services.ts';
import type { Bounds, Waypoint } from './moddle.ts';

/** Free space around the drawing when it is fitted, in px on the screen. */
const margin = 28;

/** Smaller than this a label cannot be read: at first a large drawing shows its start rather than all of it. */
const smallestReadable = 0.55;

/** Which part of the visible plane is on the screen, and how large. */
export class Camera {
  readonly #viewer: DrawingViewer;

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
  }

  onMoved(listener: () => void): void {
    this.#viewer.get('eventBus').on('canvas.viewbox.changed', listener);
  }

  /** What is visible, in drawing coordinates. */
  get view(): Bounds {
    const { x, y, width, height } = this.#viewer.get('canvas').viewbox();
    return { x, y, width, height };
  }

  set view(bounds: Bounds) {
    this.#viewer.get('canvas').viewbox(bounds);
  }

  get scale(): number {
    return this.#viewer.get('canvas').viewbox().scale;
  }

  zoomTo(scale: number): void {
    this.#viewer.get('canvas').zoom(Math.min(4, Math.max(0.1, scale)));
  }

  /** Moves the picture by px on the screen. */
  pan(dx: number, dy: number): void {
    this.#viewer.get('canvas').scroll({ dx, dy });
  }

  /** Moves along with something that moved by so much in the drawing: it stays where it is on the screen. */
  follow({ x, y }: Waypoint): void {
    if (x !== 0 || y !== 0) {
      const scale = this.scale;
      this.pan(-x * scale, -y * scale);
    }
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

  #fit(smallest: number): void {
    const { inner, outer } = this.#viewer.get('canvas').viewbox();
    if (inner.width === 0 || outer.width === 0) {
      return;
    }
    const whole = Math.min(1, (outer.width - 2 * margin) / inner.width, (outer.height - 2 * margin) / inner.height);
    const scale = Math.max(whole, smallest, 0.1);
    const [width, height] = [outer.width / scale, outer.height / scale];
    const start = (from: number, size: number, visible: number) =>
      size + (2 * margin) / scale > visible ? from - margin / scale : from + size / 2 - visible / 2;
    this.view = { x: start(inner.x, inner.width, width), y: start(inner.y, inner.height, height), width, height };
  }
}
