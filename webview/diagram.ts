import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { DrawingServices, DrawingViewer, Drawn } from './drawing-services.ts';
import type { Bounds, DefinitionsObject, DiagramObject } from './moddle.ts';
import { canRedraw, redraw } from './redraw.ts';

/** Free space around the drawing when it is fitted, in px on the screen. */
const margin = 28;

/** Smaller than this a label cannot be read: at first a large drawing shows its start rather than all of it. */
const smallestReadable = 0.55;

const marker = 'procedo-current';

/** Colours by CSS variables (preview.css): a change of theme repaints, nothing is drawn again. */
const bpmnRenderer = {
  defaultFillColor: 'var(--procedo-fill)',
  defaultStrokeColor: 'var(--procedo-stroke)',
  defaultLabelColor: 'var(--procedo-label)',
};

/** The picture: bpmn-js in a container, with one element of it current (the caret's, or the one chosen). */
export class Diagram {
  readonly #viewer: DrawingViewer;
  #drawn: { readonly definitions: DefinitionsObject; readonly diagram: DiagramObject } | undefined;
  #current: string | undefined;

  constructor(container: HTMLElement) {
    // The page has its own keys (keyboard.ts); two owners of the arrow keys would move twice.
    const options = { container, bpmnRenderer, keyboard: { bind: false } };
    this.#viewer = new NavigatedViewer<DrawingServices>(options);
  }

  /**
   * Draws one diagram of a model, the first if there is none of the id `shown`. The current element stays where it is
   * on the screen. Rejects where the text is no BPMN XML or holds no diagram; then the last picture is still there.
   */
  async draw(xml: string, shown: string): Promise<void> {
    const { rootElement: definitions } = await this.#viewer.get('moddle').fromXML(xml, 'bpmn:Definitions');
    const diagrams = definitions.diagrams ?? [];
    const diagram = diagrams.find(({ id }) => id === shown) ?? diagrams[0];
    if (!diagram?.plane) {
      throw new Error('There is no diagram in it.');
    }
    const anchor = this.#anchor();
    if (this.#drawn && canRedraw(this.#viewer, diagram)) {
      redraw(this.#viewer, definitions, diagram);
    } else {
      await this.#import(definitions, diagram);
    }
    this.#drawn = { definitions, diagram };
    this.#hold(anchor);
    this.#showMarker(true);
  }

  /** Ids of the elements drawn, in drawing order, planes and outside labels left out. */
  elements(): readonly Drawn[] {
    return this.#viewer
      .get('elementRegistry')
      .getAll()
      .filter((element) => element.parent && !element.labelTarget);
  }

  get current(): Drawn | undefined {
    const element = this.#current === undefined ? undefined : this.#viewer.get('elementRegistry').get(this.#current);
    return element?.parent ? element : undefined;
  }

  /** Makes the first of these elements that is drawn the current one, or none. */
  select(ids: readonly string[]): void {
    const isDrawn = (id: string) => this.#viewer.get('elementRegistry').get(id)?.parent !== undefined;
    this.#showMarker(false);
    this.#current = ids.find(isDrawn) ?? ids[0];
    this.#showMarker(true);
  }

  /** Scrolls to the current element if it is out of sight. */
  reveal(): void {
    const element = this.current;
    if (element && !this.#isInSight(element)) {
      this.#viewer.get('canvas').scrollToElement(element, 60);
    }
  }

  onClick(listener: (id: string) => void): void {
    this.#onElement('element.click', listener);
  }

  onDoubleClick(listener: (id: string) => void): void {
    this.#onElement('element.dblclick', listener);
  }

  onViewChanged(listener: () => void): void {
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

  pan(dx: number, dy: number): void {
    this.#viewer.get('canvas').scroll({ dx, dy });
  }

  /** Shows the whole drawing, never larger than life. */
  fit(): void {
    this.#fit(0);
  }

  /** Shows the whole drawing where it is then readable, else its beginning. */
  fitReadable(): void {
    this.#fit(smallestReadable);
  }

  /** The container has another size. */
  resized(): void {
    this.#viewer.get('canvas').resized();
  }

  async #import(definitions: DefinitionsObject, diagram: DiagramObject): Promise<void> {
    const view = this.#drawn ? this.view : undefined;
    try {
      await this.#viewer.importDefinitions(definitions, diagram);
    } catch (error) {
      if (this.#drawn) {
        await this.#viewer.importDefinitions(this.#drawn.definitions, this.#drawn.diagram);
      }
      throw error;
    } finally {
      if (view) {
        this.view = view;
      }
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

  #anchor(): { readonly x: number; readonly y: number } | undefined {
    const element = this.current;
    return element && !element.waypoints ? { x: element.x, y: element.y } : undefined;
  }

  /** Scrolls so that the current element, which stood at `anchor`, is where it was on the screen. */
  #hold(anchor: { readonly x: number; readonly y: number } | undefined): void {
    const element = this.current;
    if (anchor && element && (element.x !== anchor.x || element.y !== anchor.y)) {
      const scale = this.scale;
      this.pan((anchor.x - element.x) * scale, (anchor.y - element.y) * scale);
    }
  }

  #isInSight(element: Drawn): boolean {
    const view = this.view;
    const [point] = element.waypoints ?? [{ x: element.x + element.width / 2, y: element.y + element.height / 2 }];
    const isWithin = (at: number, from: number, size: number) => at >= from && at <= from + size;
    return point !== undefined && isWithin(point.x, view.x, view.width) && isWithin(point.y, view.y, view.height);
  }

  #showMarker(isShown: boolean): void {
    const current = this.current;
    if (current) {
      const canvas = this.#viewer.get('canvas');
      isShown ? canvas.addMarker(current.id, marker) : canvas.removeMarker(current.id, marker);
    }
  }

  #onElement(event: string, listener: (id: string) => void): void {
    this.#viewer.get('eventBus').on<{ readonly element: Drawn }>(event, ({ element }) => {
      if (element.parent) {
        listener((element.labelTarget ?? element).id);
      }
    });
  }
}
