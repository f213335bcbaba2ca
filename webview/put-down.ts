import type { Diagram } from './diagram.ts';
import type { Drawn } from './drawing-services.ts';
import type { Bounds } from './moddle.ts';
import { svgElement } from './svg-element.ts';

/** So long is waited for the picture in which something is where it was put, in ms: the layout may have put it elsewhere. */
const patience = 2000;

/** What a hand has moved, by what the layout file knows it by: its shape, or the text beside it. */
export interface Moved {
  readonly id: string;
  readonly bounds: Bounds;
  readonly isLabel?: true;
}

/**
 * What was put down and is not drawn there yet: an outline shows where. Who goes on meanwhile, as by a key that is held, goes on from there; all
 * that comes to the same element before it is drawn is told as one move.
 */
export class PutDown {
  readonly #canvas: HTMLElement;
  readonly #diagram: Diagram;
  readonly #tell: (moved: Moved) => void;
  readonly #outline = svgElement('rect', { class: 'procedo-outline put' });
  /** Told, and not drawn yet. */
  #told: Moved | undefined;
  /** The same element somewhere else again, to be told then. */
  #next: Moved | undefined;
  #timer: number | undefined;

  /** @param tell hears what was moved */
  constructor(canvas: HTMLElement, diagram: Diagram, tell: (moved: Moved) => void) {
    this.#canvas = canvas;
    this.#diagram = diagram;
    this.#tell = tell;
  }

  /** Where an element is, or will be once it is drawn there. */
  boxOf(element: Drawn): Bounds {
    const newest = this.#next ?? this.#told;
    return newest && this.#isOf(element, newest) ? newest.bounds : drawnBox(element);
  }

  /** Puts an element somewhere. */
  put(element: Drawn, bounds: Bounds): void {
    const id = this.#diagram.notation.placeKey(element.labelTarget ?? element);
    const moved: Moved = element.labelTarget ? { id, bounds, isLabel: true } : { id, bounds };
    if (this.#told && this.#isOf(element, this.#told)) {
      this.#next = moved;
    } else {
      this.#settle();
      this.#send(moved);
    }
    this.#show(bounds);
  }

  /** Another picture is drawn, or another element the current one. */
  refresh(): void {
    const told = this.#told;
    if (!told) return;
    const elements = this.#diagram.elements().flatMap((element) => [element, ...element.labels]);
    const isThere = elements.some((one) => this.#isOf(one, told) && isSame(drawnBox(one), told.bounds));
    if (isThere) this.#settle();
    else this.#show((this.#next ?? told).bounds);
  }

  /** Tells the last move now, if it waits. */
  finish(): void {
    if (this.#next) this.#settle();
  }

  #send(moved: Moved): void {
    this.#told = moved;
    this.#timer = window.setTimeout(() => this.#settle(), patience);
    this.#diagram.dropped();
    this.#tell(moved);
  }

  /** What was told is drawn, or waited for long enough. */
  #settle(): void {
    clearTimeout(this.#timer);
    const next = this.#next;
    this.#told = undefined;
    this.#next = undefined;
    if (next) this.#send(next);
    else this.#outline.remove();
  }

  #show({ x, y, width, height }: Bounds): void {
    for (const [name, value] of Object.entries({ x, y, width, height }))
      this.#outline.setAttribute(name, String(value));
    this.#canvas.querySelector('.viewport')?.append(this.#outline);
  }

  #isOf(element: Drawn, { id, isLabel }: Moved): boolean {
    const { labelTarget } = element;
    return (
      (labelTarget !== undefined) === (isLabel === true) &&
      this.#diagram.notation.placeKey(labelTarget ?? element) === id
    );
  }
}

/** Of a text: the box that the file has for it, which may be wider than what is written. */
function drawnBox({ x, y, width, height, labelTarget, di }: Drawn): Bounds {
  const kept = labelTarget && di.label?.bounds;
  return kept ? { x: kept.x, y: kept.y, width: kept.width, height: kept.height } : { x, y, width, height };
}

function isSame(one: Bounds, other: Bounds): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}
