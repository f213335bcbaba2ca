import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { Camera } from './camera.ts';
import { differences } from './differences.ts';
import { Doors } from './doors.ts';
import { type DrawingServices, type DrawingViewer, type Drawn, labelText, planeId } from './drawing-services.ts';
import { drawnTogether, isSteppedInto } from './drawn-together.ts';
import { Easing } from './easing.ts';
import { Highlights } from './highlights.ts';
import type { DefinitionsObject, DiagramObject } from './moddle.ts';
import type { Movement } from './movement.ts';
import { movementsOnScreen } from './movements.ts';
import { Planes, type SavedPlanes } from './planes.ts';
import { canRedraw, redraw } from './redraw.ts';
import type { Findable } from './search.ts';
import { spokenKind } from './spoken-name.ts';
import { type ElementsById, touchUp } from './touch-up.ts';

/** Colours by CSS variables (preview.css): a change of theme repaints, nothing is drawn again. */
const bpmnRenderer = {
  defaultFillColor: 'var(--procedo-fill)',
  defaultStrokeColor: 'var(--procedo-stroke)',
  defaultLabelColor: 'var(--procedo-label)',
};

/** bpmn-js's own way into sub-processes is left out: planes.ts and doors.ts follow updates, and remember the views. */
const withoutDrilldown = {
  drilldownBreadcrumbs: ['value', null],
  drilldownCentering: ['value', null],
  drilldownOverlayBehavior: ['value', null],
};

/** What is on the screen, and the text it was read from. */
interface DrawnDiagram {
  readonly definitions: DefinitionsObject;
  readonly diagram: DiagramObject;
  /** Which of the diagrams of the file, from 0. */
  readonly index: number;
  /** Id of the diagram that was asked for. */
  readonly shown: string;
  readonly elementsById: ElementsById;
  readonly lines: readonly string[];
}

/** The picture: bpmn-js in a container, and what this page adds to it. */
export class Diagram {
  /** bpmn-js itself, for what is drawn onto the picture. */
  readonly viewer: DrawingViewer;
  readonly camera: Camera;
  readonly planes: Planes;
  readonly highlights: Highlights;
  readonly #doors: Doors;
  readonly #easing: Easing;
  #drawn: DrawnDiagram | undefined;

  /** @param saved how the planes were left when the page was */
  constructor(container: HTMLElement, saved: SavedPlanes = { views: {}, visible: '' }) {
    this.viewer = new NavigatedViewer<DrawingServices>({
      container,
      bpmnRenderer,
      // The page has its own keys (keyboard.ts); two owners of the arrow keys would move twice.
      keyboard: { bind: false },
      additionalModules: [withoutDrilldown],
    });
    this.camera = new Camera(this.viewer);
    this.planes = new Planes(this.viewer, this.camera, saved);
    this.highlights = new Highlights(this.viewer);
    this.#doors = new Doors(this.viewer, this.planes);
    this.#easing = new Easing(this.viewer);
  }

  /**
   * Draws one diagram of a model, the first if there is none of the id `shown`. Rejects where the text is no BPMN XML or
   * holds no diagram; then the last picture is still there.
   */
  async draw(xml: string, shown: string): Promise<void> {
    const lines = xml.split('\n');
    if (this.#drawn?.shown === shown && this.#touchUp(this.#drawn, lines)) {
      this.#drawn = { ...this.#drawn, lines };
    } else {
      const { rootElement: definitions, elementsById } = await this.viewer
        .get('moddle')
        .fromXML(xml, 'bpmn:Definitions');
      const which = await this.#drawAnew(definitions, shown);
      this.#drawn = { definitions, ...which, shown, elementsById, lines };
    }
    this.#doors.update();
    this.highlights.refresh();
  }

  /** Whether a diagram of the document is one to choose; those of collapsed sub-processes are stepped into. */
  isChoice(id: string): boolean {
    const diagram = this.#drawn?.definitions.diagrams?.find((one) => one.id === id);
    return !diagram || !this.#drawn || !isSteppedInto(diagram, this.#drawn.definitions);
  }

  /** All that has something written on it, in all planes. */
  findables(): Findable[] {
    const elements = this.viewer
      .get('canvas')
      .getRootElements()
      .flatMap((plane) => inside(plane));
    return elements
      .filter((element) => !element.labelTarget && labelText(element).trim())
      .map((element) => ({ id: element.id, label: labelText(element).trim(), kind: spokenKind(element) }));
  }

  /** What is drawn in the visible plane, in drawing order, outside labels left out. */
  elements(): readonly Drawn[] {
    return inside(this.planes.visible).filter((element) => !element.labelTarget);
  }

  /** Shows the plane of the current element, and scrolls to it if it is out of sight. Who is inside of it stays there. */
  reveal(): void {
    const { current } = this.highlights;
    if (current && planeId(current.businessObject) !== this.planes.visible.id) {
      this.goTo(current.id);
    }
  }

  /** Makes an element the current one and shows it where it is drawn. */
  goTo(id: string): void {
    this.highlights.select([id]);
    const element = this.highlights.current;
    const plane = element && this.viewer.get('canvas').findRoot(element);
    if (element && plane) {
      this.planes.show(plane);
      this.camera.bringIntoSight(element);
    }
  }

  /** Steps into the current element; false where it is no collapsed sub-process with something in it. */
  stepIn(): boolean {
    const { current } = this.highlights;
    return current !== undefined && this.planes.stepInto(current);
  }

  /** Steps out of the visible plane to the sub-process that it shows; returns that, or undefined at the outermost. */
  stepOut(): Drawn | undefined {
    const [plane, outer] = this.planes.path().reverse();
    if (!plane || !outer) {
      return undefined;
    }
    this.planes.show(outer);
    return this.highlights.find(plane.businessObject.id ?? '');
  }

  onClick(listener: (id: string) => void): void {
    this.#onElement('element.click', listener);
  }

  onDoubleClick(listener: (id: string) => void): void {
    this.#onElement('element.dblclick', listener);
  }

  /** The container has another size. */
  resized(): void {
    this.viewer.get('canvas').resized();
    this.planes.place();
  }

  /** Where only names, places or ids differ, model and picture are changed by them; false where there is more to it. */
  #touchUp({ lines: before, elementsById }: DrawnDiagram, lines: readonly string[]): boolean {
    const found = differences(before, lines);
    const change = found && touchUp(this.viewer, found, elementsById);
    if (change) {
      this.#move(() => {
        const moved = change();
        this.highlights.renamed(found.renames);
        this.planes.renamed(found.renames);
        return moved;
      });
    }
    return change !== undefined;
  }

  async #drawAnew(definitions: DefinitionsObject, shown: string): Promise<Pick<DrawnDiagram, 'diagram' | 'index'>> {
    const diagrams = definitions.diagrams ?? [];
    const index = Math.max(
      0,
      diagrams.findIndex(({ id }) => id === shown),
    );
    const diagram = diagrams[index];
    if (!diagram?.plane) {
      throw new Error('There is no diagram in it.');
    }
    // Before an import, bpmn-js gives each collapsed sub-process a plane that has none in the file.
    this.viewer.get('eventBus').fire('import.render.start', { definitions });
    const together = drawnTogether(definitions, diagram);
    if (this.#drawn && canRedraw(this.viewer, together)) {
      this.#move(() => redraw(this.viewer, definitions, together), index);
    } else {
      this.#easing.interrupt();
      await this.#import(definitions, diagram);
      this.planes.drawn(index);
    }
    return { diagram, index };
  }

  /** Changes the picture in place: the current element stays where it is on the screen, what moves does so visibly. */
  #move(change: () => readonly Movement[], index = this.#drawn?.index ?? 0): void {
    // Asked for while nothing has changed yet: afterwards the browser would have to lay out all to answer.
    const view = this.camera.view;
    const plane = this.planes.visible;
    const seen = this.#easing.interrupt();
    const held = this.highlights.placeIn(plane, seen);
    const known = new Set(inside(plane));
    const moved = change();
    this.planes.drawn(index);
    if (index === this.#drawn?.index && this.planes.visible === plane) {
      const now = this.highlights.placeIn(plane);
      const shift = held && now ? { x: now.x - held.x, y: now.y - held.y } : { x: 0, y: 0 };
      this.camera.follow(shift);
      const nextView = { ...view, x: view.x + shift.x, y: view.y + shift.y };
      const hasMoved = moved.length > 0 || seen.size > 0 || shift.x !== 0 || shift.y !== 0;
      this.#easing.start(hasMoved ? movementsOnScreen(inside(plane), { moved, seen, known, shift }, nextView) : []);
    }
  }

  async #import(definitions: DefinitionsObject, diagram: DiagramObject): Promise<void> {
    this.planes.close();
    try {
      await this.viewer.importDefinitions(definitions, diagram);
    } catch (error) {
      if (this.#drawn) {
        await this.viewer.importDefinitions(this.#drawn.definitions, this.#drawn.diagram);
        this.planes.drawn(this.#drawn.index);
        this.#doors.update();
      }
      throw error;
    }
  }

  #onElement(event: string, listener: (id: string) => void): void {
    this.viewer.get('eventBus').on<{ readonly element: Drawn }>(event, ({ element }) => {
      if (element.parent) {
        listener((element.labelTarget ?? element).id);
      }
    });
  }
}

/** All that is drawn in a plane or a shape, in drawing order. */
function inside(parent: Drawn, found: Drawn[] = []): Drawn[] {
  for (const child of parent.children ?? []) {
    found.push(child);
    inside(child, found);
  }
  return found;
}
