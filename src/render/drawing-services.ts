/** Services of bpmn-js in whose place others draw the same with less work. */
import PathMap from 'bpmn-js/lib/draw/PathMap.js';

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

type ScaledPath = InstanceType<typeof PathMap>['getScaledPath'];

/** Makes the path of an icon once for all elements of the same size. */
class KeptPaths extends PathMap {
  constructor() {
    super();
    const make = this.getScaledPath;
    const paths = new Map<string, string>();
    this.getScaledPath = (...[id, parameters]: Parameters<ScaledPath>): ReturnType<ScaledPath> => {
      const key = `${id} ${JSON.stringify(parameters)}`;
      const path = paths.get(key) ?? make.call(this, id, parameters);
      paths.set(key, path);
      return path;
    };
  }
}

/** For `modules` of a `Diagram`, behind those that it replaces services of. */
export const drawingServices = { elementFactory: ['value', elementFactory], pathMap: ['type', KeptPaths] };
