import type { Diagram } from '../diagram.ts';
import type { Drawn } from '../drawing-services.ts';
import type { Bounds, Waypoint } from '../moddle.ts';
import { pointAt } from './path-point.ts';

/** How much smaller than normal tokens and buttons are where the picture is: less than the picture, so that they can still be read and hit. */
export function sizeAt(scale: number): number {
  return Math.min(1, 0.4 + 0.65 * scale);
}

/** Free places on the picture for what a simulation shows there: beside the words, and beside each other. */
export class Spots {
  readonly #labels: readonly Bounds[];
  readonly #taken: Bounds[] = [];
  readonly #scale: number;

  constructor(diagram: Diagram) {
    this.#scale = diagram.camera.scale;
    const all = diagram.viewer.get('elementRegistry').getAll();
    this.#labels = all.filter(({ labelTarget, hidden }) => labelTarget !== undefined && hidden !== true);
  }

  /** Something is there already, in drawing coordinates. */
  occupy(box: Bounds): void {
    this.#taken.push(box);
  }

  /** A place for a token: at a shape at a corner, on a flow in its middle. */
  token(drawn: Drawn, radius: number): Waypoint {
    const { waypoints, x, y, width, height } = drawn;
    if (waypoints)
      return this.#free(
        [0.5, 0.35, 0.65].map((part) => pointAt(waypoints, part)),
        radius,
      );
    // Round and pointed shapes leave their corners empty.
    const inset = isSmall(drawn) ? width * 0.1 : 0;
    const [left, right, top, bottom] = [x + inset, x + width - inset, y + inset, y + height - inset];
    const lowerLeft = { x: left, y: bottom };
    const upper = { x: left, y: top };
    const rest = [
      { x: right, y: top },
      { x: right, y: bottom },
    ];
    return this.#free(isSmall(drawn) ? [upper, lowerLeft, ...rest] : [lowerLeft, upper, ...rest], radius);
  }

  /** A place for a button: on a flow a little behind its start, where ways part; at a shape at the lower right. */
  button(drawn: Drawn, radius: number): Waypoint {
    const { waypoints, x, y, width, height, host } = drawn;
    const away = (1.3 * radius) / this.#scale;
    if (waypoints) {
      const on = [0.4, 0.5, 0.3, 0.6, 0.7, 0.2, 0.8].map((part) => pointAt(waypoints, part));
      // Where all of it lies under its name, beside it.
      const beside = on.flatMap((at) => [
        { x: at.x, y: at.y + away },
        { x: at.x + away, y: at.y },
      ]);
      return this.#free([...on, ...beside], radius);
    }
    const [right, bottom] = [x + width, y + height];
    const corners = [
      { x: right, y: bottom },
      { x: right, y },
      { x, y: bottom },
      { x, y },
    ];
    if (!isSmall(drawn)) return this.#free(corners, radius);
    const out = away / 2;
    const sides = [
      { x: right + away, y: y + height / 2 },
      { x: x - away, y: y + height / 2 },
    ];
    const around = [
      { x: right + out, y: y - out },
      { x: x - out, y: bottom + out },
      { x: right + out, y: bottom + out },
      { x: x - out, y: y - out },
    ];
    // What sits on the border of a task is better left towards the outside.
    const [upper, ...others] = around;
    return this.#free(host && upper ? [...others, upper, ...sides] : [...around, ...sides], radius);
  }

  /** A place for a button at the planning table of an item. */
  table({ x, y, width }: Drawn, radius: number): Waypoint {
    return this.#free([{ x: x + width / 2 + radius * 2, y }], radius);
  }

  /** The first free place, else the first. @param radius in px on the screen */
  #free(places: readonly Waypoint[], radius: number): Waypoint {
    const half = radius / this.#scale;
    const boxes = places.map(({ x, y }) => ({ x: x - half, y: y - half, width: 2 * half, height: 2 * half }));
    const isFree = (box: Bounds) =>
      !this.#labels.some((label) => overlap(box, label)) && !this.#taken.some((each) => overlap(box, each));
    const found = Math.max(0, boxes.findIndex(isFree));
    const box = boxes[found];
    if (box) this.#taken.push(box);
    return places[found] ?? { x: 0, y: 0 };
  }
}

/** An event or a gateway. */
export function isSmall({ width, height }: Drawn): boolean {
  return width <= 56 && height <= 56;
}

function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
