/** bpmn-js's importer and renderer for a picture, with services that do what its own do, as far as a picture needs it. */
import BpmnRenderer from 'bpmn-js/lib/draw/BpmnRenderer.js';
import PathMap from 'bpmn-js/lib/draw/PathMap.js';
import BpmnImporter from 'bpmn-js/lib/import/BpmnImporter.js';
import type { DrawingDocument } from './dom/document.ts';
import type { Placed } from './drawing.ts';
import { Lookalikes } from './lookalikes.ts';
import { PictureCanvas } from './picture-canvas.ts';
import { type Attributes, PictureElement } from './picture-element.ts';
import { PictureTexts } from './picture-texts.ts';

const elementFactory = {
  createRoot: (attributes: Attributes) => new PictureElement(attributes),
  createShape: (attributes: Attributes) => new PictureElement(attributes),
  createLabel: (attributes: Attributes) => new PictureElement(attributes),
  createConnection: (attributes: Attributes) => new PictureElement(attributes),
};

/** Nobody listens to what happens to a picture: it is drawn by calls. */
const eventBus = { on: () => undefined, fire: () => undefined };

const traits: Readonly<Record<string, Attributes>> = {
  'no-fill': { fill: 'none' },
  'no-border': { strokeOpacity: 0 },
  'no-events': { pointerEvents: 'none' },
};

/** Attributes with traits and defaults before them, each made in one go. */
const styles = {
  computeStyle(own: Attributes, ...rest: [Attributes] | [readonly string[], Attributes]): Attributes {
    if (rest.length === 1) return { ...rest[0], ...own };
    const [names, defaults] = rest;
    return { ...traitsOf(names), ...defaults, ...own };
  },
  style: (names: readonly string[], own: Attributes): Attributes => ({ ...traitsOf(names), ...own }),
};

function traitsOf([first = '', ...others]: readonly string[]): Attributes | undefined {
  return others.length === 0 ? traits[first] : Object.assign({}, traits[first], traitsOf(others));
}

/** How an icon is scaled and where it is put, as bpmn-js's renderer says it. */
interface Scaling {
  readonly abspos?: { readonly x: number; readonly y: number };
  readonly position?: { readonly mx: number; readonly my: number };
  readonly containerWidth?: number;
  readonly containerHeight?: number;
  readonly xScaleFactor?: number;
  readonly yScaleFactor?: number;
}

/** Makes the path of an icon once for all elements of the same size. */
class KeptPaths {
  readonly #paths = new Map<string, string>();

  getRawPath(id: string): string {
    return icons.getRawPath(id);
  }

  getScaledPath(id: string, scaling: Scaling): string {
    const { abspos, position, containerWidth, containerHeight, xScaleFactor, yScaleFactor } = scaling;
    const place = `${abspos?.x} ${abspos?.y} ${position?.mx} ${position?.my}`;
    const key = `${id} ${place} ${containerWidth} ${containerHeight} ${xScaleFactor} ${yScaleFactor}`;
    const known = this.#paths.get(key);
    if (known !== undefined) return known;
    const path = icons.getScaledPath(id, scaling);
    this.#paths.set(key, path);
    return path;
  }
}

const icons = new PathMap();

/** The importer, and the canvas that it puts elements on. */
export interface DrawingServices {
  readonly importer: { add(semantic: object, di: object, parent?: object): Placed };
  readonly canvas: PictureCanvas;
}

/** A canvas on this document, and what draws on it. */
export function drawingServices(document: DrawingDocument): DrawingServices {
  const texts = new PictureTexts(document);
  const lookalikes = new Lookalikes(document, texts);
  const canvas = new PictureCanvas(document, (kind, group, element) => {
    if (kind === 'connection') renderer.drawConnection(group as never, element as never);
    else lookalikes.draw(group, element as never, () => renderer.drawShape(group as never, element as never));
  });
  // bpmn-js asks for its own classes, of which it calls what these have.
  const services = [eventBus, styles, new KeptPaths(), canvas, texts] as unknown as Rest<typeof BpmnRenderer>;
  const renderer = new BpmnRenderer({}, ...services);
  const forImporter = [eventBus, canvas, elementFactory, canvas, texts] as unknown;
  const importer = new BpmnImporter(...(forImporter as ConstructorParameters<typeof BpmnImporter>));
  return { importer: importer as unknown as DrawingServices['importer'], canvas };
}

type Rest<Class extends abstract new (...args: never) => unknown> =
  ConstructorParameters<Class> extends [unknown, ...infer Others] ? Others : never;
