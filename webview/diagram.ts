import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { DiagramName, Notation as NotationName } from '../src/protocol/server.ts';
import { Camera } from './camera.ts';
import { choices } from './choices.ts';
import { differences } from './differences.ts';
import { type DrawingServices, type DrawingViewer, type Drawn, planeId, type ReadModel } from './drawing-services.ts';
import { Easing } from './easing.ts';
import { Elsewhere } from './elsewhere.ts';
import { Highlights } from './highlights.ts';
import { boundsOf, inside } from './inside.ts';
import { labelsInFront } from './labels-in-front.ts';
import type { DiagramObject } from './moddle.ts';
import type { Movement } from './movement.ts';
import { movementsOnScreen } from './movements.ts';
import { type Notation, Notations } from './notation.ts';
import { Planes, type SavedPlanes } from './planes.ts';
import { Processes } from './processes.ts';
import { canRedraw, redraw } from './redraw.ts';
import type { Findable } from './search.ts';
import { touchUp } from './touch-up.ts';
import { unseen } from './unseen.ts';

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
  readonly notation: Notation;
  readonly model: ReadModel;
  readonly diagram: DiagramObject;
  /** Which of the diagrams of the file it is, by notation and number. */
  readonly place: string;
  /** Id of the diagram that was asked for. */
  readonly shown: string;
  readonly lines: readonly string[];
}

interface ElementEvent {
  readonly element: Drawn;
  readonly originalEvent: MouseEvent;
}

/** The picture: bpmn-js in a container (and cmmn-js on its canvas), and what this page adds to it. */
export class Diagram {
  /** bpmn-js itself, for what is drawn onto the picture. */
  readonly viewer: DrawingViewer;
  readonly camera: Camera;
  readonly planes: Planes;
  readonly highlights: Highlights;
  /** What is in the diagrams that are not on the screen. */
  readonly elsewhere: Elsewhere;
  readonly #notations = new Notations();
  readonly #easing: Easing;
  #drawn: DrawnDiagram | undefined;
  #isDropped = false;

  /** @param saved how the planes were left when the page was */
  constructor(container: HTMLElement, saved: SavedPlanes = { views: {}, visible: '' }) {
    this.viewer = new NavigatedViewer<DrawingServices>({
      container,
      bpmnRenderer,
      // The page has its own keys (keyboard.ts); two owners of the arrow keys would move twice.
      keyboard: { bind: false },
      additionalModules: [withoutDrilldown, { notations: ['value', this.#notations] }],
    });
    this.#notations.current = new Processes(this.viewer);
    this.elsewhere = new Elsewhere(this.#notations, this.viewer);
    this.camera = new Camera(this.viewer);
    this.planes = new Planes(this.viewer, this.camera, saved);
    this.highlights = new Highlights(this.viewer);
    this.#easing = new Easing(this.viewer);
  }

  /** The notation of what is on the screen. */
  get notation(): Notation {
    return this.#notations.current;
  }

  /**
   * Draws one diagram of a model, the first if there is none of the id `shown`. Rejects where the text is no XML of the
   * notation or holds no diagram; then the last picture is still there.
   */
  async draw(name: NotationName, xml: string, shown: string): Promise<void> {
    const lines = xml.split('\n');
    const notation = await this.#notations.get(name, this.viewer);
    if (this.#drawn?.notation === notation && this.#drawn.shown === shown && this.#touchUp(this.#drawn, lines)) {
      this.#drawn = { ...this.#drawn, lines };
    } else {
      const model = await notation.read(xml);
      const which = await this.#drawAnew(notation, model, shown);
      this.#drawn = { notation, model, ...which, shown, lines };
    }
    this.highlights.refresh();
  }

  /** Those diagrams of a document that are to choose from; the others are stepped into. `xml` is that of its processes. */
  async choices(diagrams: readonly DiagramName[], xml: string): Promise<readonly DiagramName[]> {
    const processes = await this.#notations.get('bpmn', this.viewer);
    const isDrawn = this.#drawn?.notation === processes;
    return choices(diagrams, processes, isDrawn ? this.#drawn?.model : xml);
  }

  /** The id in the model of what is drawn. */
  idOf(element: Drawn): string {
    return this.notation.idOf(element.labelTarget ?? element);
  }

  /** All on the screen that has something written on it, in all planes. */
  findables(): Findable[] {
    const elements = this.viewer
      .get('canvas')
      .getRootElements()
      .flatMap((plane) => inside(plane));
    return elements
      .filter((element) => !element.labelTarget && !element.hidden)
      .map((element) => ({
        id: this.idOf(element),
        label: this.notation.labelText(element).trim(),
        kind: this.notation.kind(element),
      }))
      .filter(({ label }) => label !== '');
  }

  /** What is drawn in the visible plane, in drawing order, outside labels left out. */
  elements(): readonly Drawn[] {
    return inside(this.planes.visible).filter((element) => !element.labelTarget && !element.hidden);
  }

  /** Shows the plane of the current element, and scrolls to it if it is out of sight. Who is inside of it stays there. */
  reveal(): void {
    const { current } = this.highlights;
    if (current && planeId(current.businessObject) !== this.planes.visible.id) {
      this.goTo(this.idOf(current));
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

  /** Steps out of the visible plane to the sub-process that it shows; returns that, or undefined at the outermost. */
  stepOut(): Drawn | undefined {
    const [plane, outer] = this.planes.path().reverse();
    if (!plane || !outer) {
      return undefined;
    }
    this.planes.show(outer);
    return this.highlights.find(plane.businessObject.id ?? '');
  }

  /** @param listener hears the id, and whether a key says to follow it as a link */
  onClick(listener: (id: string, isFollowed: boolean) => void): void {
    this.#onElement('element.click', listener);
  }

  /** @param listener hears of a click on the picture where nothing is drawn */
  onClickBeside(listener: () => void): void {
    this.viewer.get('eventBus').on<ElementEvent>('element.click', ({ element }) => {
      if (!element.parent) listener();
    });
  }

  /** @param listener hears on which element the menu is opened */
  onMenu(listener: (id: string) => void): void {
    this.#onElement('element.contextmenu', listener);
  }

  onDoubleClick(listener: (id: string) => void): void {
    this.#onElement('element.dblclick', listener);
  }

  /** The container has another size. @param stays what does of the picture: its upper left corner by default */
  resized(stays: 'corner' | 'middle' = 'corner'): void {
    this.camera.resized(stays);
    this.planes.place();
  }

  /** A hand has put something elsewhere: the next picture stays where it is on the screen, whatever is the current element. */
  dropped(): void {
    this.#isDropped = true;
  }

  /** Where only names, places or ids differ, model and picture are changed by them; false where there is more to it. */
  #touchUp({ notation, lines: before, model }: DrawnDiagram, lines: readonly string[]): boolean {
    const found = differences(before, lines);
    const change = found && touchUp(this.viewer, notation, found, model.elementsById);
    if (change) {
      this.#move(() => {
        const moved = change();
        notation.drawn(model);
        this.highlights.renamed(found.renames);
        this.planes.renamed(found.renames);
        return moved;
      });
    }
    return change !== undefined;
  }

  async #drawAnew(
    notation: Notation,
    model: ReadModel,
    shown: string,
  ): Promise<Pick<DrawnDiagram, 'diagram' | 'place'>> {
    const definitions = model.rootElement;
    const diagrams = notation.diagrams(definitions);
    const index = Math.max(
      0,
      diagrams.findIndex(({ id }) => id === shown),
    );
    const diagram = diagrams[index];
    if (!diagram) {
      throw new Error('There is no diagram in it.');
    }
    const place = notation.name === 'bpmn' ? String(index) : `${notation.name} ${index}`;
    notation.prepare(definitions);
    const together = notation.drawnTogether(definitions, diagram);
    if (this.#drawn?.notation === notation && canRedraw(this.viewer, notation, together)) {
      this.#move(() => {
        const moved = redraw(this.viewer, notation, definitions, together);
        notation.drawn(model);
        return moved;
      }, place);
    } else {
      this.#easing.interrupt();
      await this.#import(notation, model, diagram);
      this.planes.drawn(place);
    }
    return { diagram, place };
  }

  /** Changes the picture in place: the current element stays where it is on the screen, what moves does so visibly. */
  #move(change: () => readonly Movement[], place = this.#drawn?.place ?? '0'): void {
    // Asked for while nothing has changed yet: afterwards the browser would have to lay out all to answer.
    const view = this.camera.view;
    const plane = this.planes.visible;
    const seen = this.#easing.interrupt();
    const held = this.#isDropped ? undefined : this.highlights.placeIn(plane, seen);
    this.#isDropped = false;
    const known = new Set(inside(plane));
    const moved = unseen(this.viewer, change);
    this.planes.drawn(place);
    if (place === this.#drawn?.place && this.planes.visible === plane) {
      const now = this.highlights.placeIn(plane);
      const shift = held && now ? { x: now.x - held.x, y: now.y - held.y } : { x: 0, y: 0 };
      this.camera.follow(shift);
      const nextView = { ...view, x: view.x + shift.x, y: view.y + shift.y };
      const isFittedAnew = this.camera.isFitted && this.camera.keepWhole(boundsOf(inside(plane)));
      const hasMoved = !isFittedAnew && (moved.length > 0 || seen.size > 0 || shift.x !== 0 || shift.y !== 0);
      this.#easing.start(hasMoved ? movementsOnScreen(inside(plane), { moved, seen, known, shift }, nextView) : []);
    }
  }

  async #import(notation: Notation, model: ReadModel, diagram: DiagramObject): Promise<void> {
    this.planes.close();
    try {
      await this.#replace(notation, model, diagram);
    } catch (error) {
      if (this.#drawn) {
        await this.#replace(this.#drawn.notation, this.#drawn.model, this.#drawn.diagram);
        this.planes.drawn(this.#drawn.place);
      }
      throw error;
    }
  }

  /** Draws a diagram in place of all that is drawn. */
  async #replace(notation: Notation, model: ReadModel, diagram: DiagramObject): Promise<void> {
    this.viewer.get('eventBus').fire('diagram.clear', {});
    this.#notations.current = notation;
    await notation.import(model.rootElement, diagram);
    labelsInFront(this.viewer);
    notation.drawn(model);
  }

  #onElement(event: string, listener: (id: string, isFollowed: boolean) => void): void {
    this.viewer.get('eventBus').on<ElementEvent>(event, ({ element, originalEvent }) => {
      if (element.parent) {
        listener(this.idOf(element), originalEvent.ctrlKey || originalEvent.metaKey);
      }
    });
  }
}
