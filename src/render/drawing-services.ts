/** Services of bpmn-js in whose place others draw the same with less work. */
import PathMap from 'bpmn-js/lib/draw/PathMap.js';
import { DrawingEvents } from './drawing-events.ts';

/** What the importer gives an element when it makes it. */
type Attributes = Readonly<Record<string, unknown>>;

/**
 * Elements as plain objects. Those of diagram-js keep both ends of each relation in step while a diagram is edited; in a
 * picture the importer sets all that is looked at.
 */
const elementFactory = {
  createRoot: (attributes: Attributes) => ({ children: [], ...attributes }),
  createShape: (attributes: Attributes) => ({ children: [], ...attributes }),
  createLabel: (attributes: Attributes) => ({ children: [], ...attributes }),
  createConnection: (attributes: Attributes) => ({ children: [], ...attributes }),
};

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
class KeptPaths extends PathMap {
  constructor() {
    super();
    const make = this.getScaledPath;
    const paths = new Map<string, string>();
    this.getScaledPath = (id: string, scaling: Scaling): string => {
      const { abspos, position, containerWidth, containerHeight, xScaleFactor, yScaleFactor } = scaling;
      const place = `${abspos?.x} ${abspos?.y} ${position?.mx} ${position?.my}`;
      const key = `${id} ${place} ${containerWidth} ${containerHeight} ${xScaleFactor} ${yScaleFactor}`;
      const path = paths.get(key) ?? make.call(this, id, scaling);
      paths.set(key, path);
      return path;
    };
  }
}

/** For `modules` of a `Diagram`, behind those that it replaces services of. */
export const drawingServices = {
  elementFactory: ['value', elementFactory],
  eventBus: ['type', DrawingEvents],
  pathMap: ['type', KeptPaths],
};
