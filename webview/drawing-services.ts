/**
 * The part of bpmn-js that this page uses, as this page sees it. bpmn-js types its model as `any` and its elements in
 * layers that do not agree; here each element is one plain shape, and what is not listed is not used.
 */
import type Viewer from 'bpmn-js/lib/NavigatedViewer';
import type { Bounds, DefinitionsObject, DrawnObject, ModdleObject, Waypoint } from './moddle.ts';
import type { Notations } from './notation.ts';

/** Anything drawn: a shape, a connection (has `waypoints`), an outside label (has `labelTarget`), the plane itself. */
export interface Drawn extends Bounds {
  readonly id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  businessObject: ModdleObject;
  di: DrawnObject;
  /** Of a shape: what is inside of it is not drawn in it. */
  readonly collapsed?: boolean;
  /** It is inside of something collapsed, or a label without text. */
  readonly hidden?: boolean;
  parent?: Drawn;
  readonly children?: Drawn[];
  readonly incoming: Drawn[];
  readonly outgoing: Drawn[];
  readonly labels: Drawn[];
  readonly label?: Drawn;
  labelTarget?: Drawn;
  host?: Drawn;
  source?: Drawn;
  target?: Drawn;
  waypoints?: Waypoint[];
}

/** What is visible, in drawing coordinates, and the size of the drawing (`inner`). */
export interface Viewbox extends Bounds {
  readonly scale: number;
  readonly inner: Bounds;
  readonly outer: { readonly width: number; readonly height: number };
}

export interface Canvas {
  /** The plane that is visible; planes are the roots of the elements drawn in them. */
  getRootElement(): Drawn;
  setRootElement(plane: Drawn): void;
  getRootElements(): Drawn[];
  /** The plane that an element (or the element of an id) is drawn in, or is. */
  findRoot(element: Drawn | string): Drawn | undefined;
  getContainer(): HTMLElement;
  removeShape(shape: Drawn): void;
  removeConnection(connection: Drawn): void;
  viewbox(box?: Bounds): Viewbox;
  zoom(scale: number | 'fit-viewport', center?: 'auto'): number;
  scroll(delta: { readonly dx: number; readonly dy: number }): void;
  /** Scrolls so that the element is visible with `padding` px around it; does nothing if it is. */
  scrollToElement(element: Drawn, padding?: number): void;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  resized(): void;
}

export interface ElementRegistry {
  get(id: string): Drawn | undefined;
  getAll(): Drawn[];
  getGraphics(element: Drawn): SVGElement;
  updateId(element: Drawn, id: string): void;
}

export interface EventBus {
  on<T>(event: string, listener: (event: T) => void): void;
  fire(event: string, data: object): void;
}

/** A model as read from XML. */
export interface ReadModel {
  readonly rootElement: DefinitionsObject;
  readonly elementsById: Record<string, ModdleObject>;
}

/** Makes services by the rules of diagram-js's dependency injection. */
export interface Injector {
  createChild(modules: readonly object[]): { get(service: string): unknown };
}

/** The services of bpmn-js (diagram-js's dependency injection) by name, and our own. */
export interface DrawingServices {
  readonly canvas: Canvas;
  readonly elementRegistry: ElementRegistry;
  readonly eventBus: EventBus;
  readonly graphicsFactory: { updateContainments(elements: readonly Drawn[]): void };
  readonly interactionEvents: { updateDefaultHit(element: Drawn, graphics: SVGElement): void };
  readonly bpmnImporter: {
    add(semantic: ModdleObject, di: DrawnObject, parent: Drawn): Drawn;
    addLabel(semantic: ModdleObject, di: DrawnObject, element: Drawn): void;
  };
  readonly injector: Injector;
  readonly notations: Notations;
  readonly moddle: { fromXML(xml: string, type: string): Promise<ReadModel> };
}

export type DrawingViewer = Viewer<DrawingServices>;

/** The id of the plane that shows an element: sub-processes are also shapes, so their planes have ids of their own. */
export function planeId(semantic: ModdleObject): string {
  return semantic.$instanceOf('bpmn:SubProcess') ? `${semantic.id}_plane` : (semantic.id ?? '');
}
