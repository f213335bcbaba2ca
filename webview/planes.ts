import type { Camera } from './camera.ts';
import { type DrawingViewer, type Drawn, planeId } from './drawing-services.ts';
import type { Bounds, ModdleObject } from './moddle.ts';

/** How the planes were left: what was visible of each (by diagram and plane), and the id of the one shown. */
export interface SavedPlanes {
  readonly views: Readonly<Record<string, Bounds>>;
  readonly visible: string;
}

/**
 * The planes of the diagram that is drawn: its own, and one for each collapsed sub-process in it. One is visible; each
 * comes back as it was left.
 */
export class Planes {
  readonly #viewer: DrawingViewer;
  readonly #camera: Camera;
  readonly #views: Record<string, Bounds>;
  readonly #listeners = new Set<() => void>();
  /** Which diagram of the file is drawn, by its place in it: ids change while they are typed. */
  #diagram: string | undefined;
  /** Id of the plane to show, which an import forgets. */
  #wanted: string;
  /** Whether the visible plane has its place on the screen: that takes a page that is visible. */
  #isPlaced = false;

  /** @param saved how they were left when the page was */
  constructor(viewer: DrawingViewer, camera: Camera, saved: SavedPlanes) {
    this.#viewer = viewer;
    this.#camera = camera;
    this.#views = { ...saved.views };
    this.#wanted = saved.visible;
    camera.onMoved(() => this.#remember());
  }

  /** What to keep for the next time. */
  get state(): SavedPlanes {
    return { views: this.#views, visible: this.#wanted };
  }

  /** The plane that is visible. */
  get visible(): Drawn {
    return this.#viewer.get('canvas').getRootElement();
  }

  /** Calls `listener` when another plane is visible, or the names of those around it may have changed. @returns what ends it */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From the plane of the whole diagram to the visible one. */
  path(): Drawn[] {
    const canvas = this.#viewer.get('canvas');
    const [outermost] = canvas.getRootElements();
    const path: Drawn[] = [];
    let semantic: ModdleObject | undefined = this.visible.businessObject;
    for (; semantic; semantic = semantic.$parent) {
      const plane = canvas.getRootElements().find(({ id }) => semantic && id === planeId(semantic));
      if (plane && plane !== outermost) {
        path.unshift(plane);
      }
    }
    return outermost ? [outermost, ...path] : path;
  }

  /** Whether there is something to step into: the shape is collapsed and has a plane with something in it. */
  isDoor(shape: Drawn): boolean {
    return (this.#planeBehind(shape)?.children?.length ?? 0) > 0;
  }

  /** Shows what is inside of a collapsed sub-process; false if there is nothing to show. */
  stepInto(shape: Drawn): boolean {
    const plane = this.#planeBehind(shape);
    if (plane && this.isDoor(shape)) {
      this.show(plane);
      return true;
    }
    return false;
  }

  show(plane: Drawn): void {
    if (plane !== this.visible) {
      this.#isPlaced = false;
      this.#wanted = plane.id;
      this.#viewer.get('canvas').setRootElement(plane);
      this.place();
    }
    this.#tell();
  }

  /** All elements are about to be made anew: what happens to the view until `drawn` is not what a person did. */
  close(): void {
    this.#isPlaced = false;
  }

  /** Elements got other ids: the plane that is shown may be one of theirs. */
  renamed(renames: ReadonlyMap<string, string>): void {
    const next = renames.get(this.#wanted.replace(/_plane$/, ''));
    this.#wanted = next === undefined ? this.#wanted : `${next}_plane`;
  }

  /** This diagram of the file is drawn now; the plane that was visible is shown if it is still there, else the outermost. */
  drawn(diagram: string): void {
    const canvas = this.#viewer.get('canvas');
    const planes = canvas.getRootElements();
    const isOther = this.#diagram !== undefined && diagram !== this.#diagram;
    const plane = (isOther ? undefined : planes.find(({ id }) => id === this.#wanted)) ?? planes[0];
    this.#isPlaced &&= !isOther && plane === this.visible;
    this.#diagram = diagram;
    if (plane) {
      this.#wanted = plane.id;
      canvas.setRootElement(plane);
    }
    this.place();
    this.#tell();
  }

  /** Puts the visible plane where it was left, else fits it; nothing can be measured while the page is hidden. */
  place(): void {
    // Measured only where need be: the browser would lay out all that has changed to answer.
    if (this.#isPlaced || this.#diagram === undefined || this.#isHidden()) {
      return;
    }
    const view = this.#views[this.#key()];
    if (view) {
      this.#camera.view = view;
    } else {
      this.#camera.fitReadable(this.#beginning());
    }
    this.#isPlaced = true;
    this.#remember();
  }

  /** Where the visible plane is begun to be read: at the first start event of its own. */
  #beginning(): Bounds | undefined {
    const { children = [] } = this.visible;
    const drawn = children.flatMap((child) => (isPool(child) ? (child.children ?? []) : [child]));
    return drawn.find(({ businessObject }) => businessObject.$instanceOf('bpmn:StartEvent'));
  }

  #isHidden(): boolean {
    return this.#viewer.get('canvas').getContainer().clientWidth === 0;
  }

  #key(): string {
    const [outermost] = this.#viewer.get('canvas').getRootElements();
    return `${this.#diagram} ${this.visible === outermost ? '' : this.visible.id}`;
  }

  #remember(): void {
    if (!this.#isPlaced) return;
    // What was fitted is fitted again, to the size that the page has then.
    if (this.#camera.isFitted) delete this.#views[this.#key()];
    else this.#views[this.#key()] = this.#camera.view;
  }

  #planeBehind(shape: Drawn): Drawn | undefined {
    return shape.collapsed && shape.businessObject.$instanceOf('bpmn:SubProcess')
      ? this.#viewer.get('canvas').findRoot(planeId(shape.businessObject))
      : undefined;
  }

  #tell(): void {
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

function isPool({ businessObject }: Drawn): boolean {
  return businessObject.$instanceOf('bpmn:Participant');
}
