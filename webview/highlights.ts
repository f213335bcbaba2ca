import type { DrawingViewer, Drawn } from './drawing-services.ts';
import type { Waypoint } from './moddle.ts';
import type { Movement } from './movement.ts';

const currentMarker = 'procedo-current';
const dimmedMarker = 'procedo-dimmed';

/** What stands out in the picture: the current element (the caret's, or the one chosen), and what is dimmed. */
export class Highlights {
  readonly #viewer: DrawingViewer;
  #current: string | undefined;
  #dimmed: ReadonlySet<string> = new Set();

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
  }

  get current(): Drawn | undefined {
    return this.#current === undefined ? undefined : this.find(this.#current);
  }

  /** The element drawn under an id; planes are none. */
  find(id: string): Drawn | undefined {
    const element = this.#viewer.get('elementRegistry').get(id);
    return element?.parent ? element : undefined;
  }

  /** Makes the first of these elements that is drawn the current one, or none. */
  select(ids: readonly string[]): void {
    const canvas = this.#viewer.get('canvas');
    if (this.current) {
      canvas.removeMarker(this.current.id, currentMarker);
    }
    this.#current = ids.find((id) => this.find(id)) ?? ids[0];
    this.refresh();
  }

  /** Marks the current element, which may have been drawn anew. */
  refresh(): void {
    if (this.current) {
      this.#viewer.get('canvas').addMarker(this.current.id, currentMarker);
    }
  }

  /** Dims these elements with their labels and connections, and no others. */
  dim(ids: readonly string[]): void {
    const elements = ids.map((id) => this.find(id)).filter((element) => element !== undefined);
    const all = elements.flatMap((element) => [element, ...element.incoming, ...element.outgoing]);
    const dimmed = new Set(all.flatMap((element) => [element, ...element.labels]).map(({ id }) => id));
    const canvas = this.#viewer.get('canvas');
    for (const id of this.#dimmed) {
      if (!dimmed.has(id) && this.find(id)) {
        canvas.removeMarker(id, dimmedMarker);
      }
    }
    for (const id of dimmed) {
      canvas.addMarker(id, dimmedMarker);
    }
    this.#dimmed = dimmed;
  }

  /** Elements got other ids. */
  renamed(renames: ReadonlyMap<string, string>): void {
    this.#current = renames.get(this.#current ?? '') ?? this.#current;
  }

  /**
   * Where the current element is in this plane, or is seen while it is on its way; undefined if it is not there, or a line,
   * which has no one place.
   */
  placeIn(plane: Drawn, seen?: ReadonlyMap<Drawn, Movement['from']>): Waypoint | undefined {
    const element = this.current;
    if (!element || element.waypoints || this.#viewer.get('canvas').findRoot(element) !== plane) {
      return undefined;
    }
    const place = seen?.get(element) ?? element;
    return 'x' in place ? { x: place.x, y: place.y } : undefined;
  }
}
