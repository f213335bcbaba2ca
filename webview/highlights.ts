import type { DrawingViewer, Drawn } from './drawing-services.ts';
import type { Waypoint } from './moddle.ts';
import type { Movement } from './movement.ts';

const currentMarker = 'procedo-current';
const dimmedMarker = 'procedo-dimmed';

type Marker = typeof currentMarker | typeof dimmedMarker;

/** What stands out in the picture: the current element (the caret's, or the one chosen), and what is dimmed. */
export class Highlights {
  readonly #viewer: DrawingViewer;
  /** Its id in the model. */
  #current: string | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #marked = new Map<Marker, ReadonlySet<Drawn>>();

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
  }

  /** What is drawn of the current element; of several the first. */
  get current(): Drawn | undefined {
    return this.#current === undefined ? undefined : this.find(this.#current);
  }

  /** What is drawn of an element of the model; planes are none. */
  find(id: string): Drawn | undefined {
    return this.#all(id)[0];
  }

  /** Calls `listener` when another element is the current one. */
  onChanged(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Makes the first of these elements that is drawn the current one, or none. */
  select(ids: readonly string[]): void {
    this.#current = ids.find((id) => this.find(id)) ?? ids[0];
    this.refresh();
    for (const listener of this.#listeners) listener();
  }

  /** Marks the current element, which may have been drawn anew. */
  refresh(): void {
    this.#mark(currentMarker, this.#current === undefined ? [] : this.#all(this.#current));
  }

  /** Dims these elements with their labels and connections, and no others. */
  dim(ids: readonly string[]): void {
    const elements = ids.flatMap((id) => this.#all(id));
    const all = elements.flatMap((element) => [element, ...element.incoming, ...element.outgoing]);
    this.#mark(
      dimmedMarker,
      all.flatMap((element) => [element, ...element.labels]),
    );
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

  #all(id: string): readonly Drawn[] {
    return this.#viewer.get('notations').current.find(id);
  }

  #mark(marker: Marker, elements: readonly Drawn[]): void {
    const canvas = this.#viewer.get('canvas');
    const next = new Set(elements);
    for (const element of this.#marked.get(marker) ?? []) {
      // What is gone took its marker along.
      if (!next.has(element) && element.parent) {
        canvas.removeMarker(element.id, marker);
      }
    }
    for (const { id } of next) {
      canvas.addMarker(id, marker);
    }
    this.#marked.set(marker, next);
  }
}
