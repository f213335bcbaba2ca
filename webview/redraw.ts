import BpmnTreeWalker from 'bpmn-js/lib/import/BpmnTreeWalker';
import { type DrawingViewer, type Drawn, planeId, showsInside } from './drawing-services.ts';
import {
  type DefinitionsObject,
  type DiagramObject,
  type DrawnObject,
  type ModdleObject,
  ownedBy,
  referencedId,
} from './moddle.ts';
import type { Movement } from './movement.ts';
import { labelBefore, Retouching } from './retouching.ts';
import { sameLook } from './same-look.ts';

/**
 * Whether the picture on the screen can be turned into these diagrams: it has the same planes, which only a whole import
 * sets up, and all that is drawn has an id, else it cannot be followed from one version to the next.
 */
export function canRedraw(viewer: DrawingViewer, diagrams: readonly DiagramObject[]): boolean {
  const planes = viewer.get('canvas').getRootElements();
  return (
    planes.length === diagrams.length &&
    diagrams.every(({ plane }, i) => {
      const isSame = plane?.bpmnElement?.id !== undefined && planes[i]?.id === planeId(plane.bpmnElement);
      return isSame && (plane.planeElement ?? []).every((di) => di.bpmnElement?.id !== undefined);
    })
  );
}

/**
 * Turns the picture on the screen into that of `diagrams` (one, and those drawn together with it): what is new is added,
 * what is gone removed, what looks different drawn again, what only stands elsewhere moved. The result is that of a whole
 * import (the same elements in the same order), at a fraction of the time: drawing costs, not reading. Call it only where
 * `canRedraw` allows. Returns what has moved.
 */
export function redraw(
  viewer: DrawingViewer,
  definitions: DefinitionsObject,
  diagrams: readonly DiagramObject[],
): readonly Movement[] {
  const redrawing = new Redrawing(viewer);
  // The walk is the import's own, so the elements come in its order and with its idea of who is drawn inside whom.
  // What it finds wrong in the model it leaves out, as the import does.
  const walker = new BpmnTreeWalker({
    root: (semantic: ModdleObject, di: DrawnObject) => redrawing.root(semantic, di),
    element: (semantic: ModdleObject, di: DrawnObject, parent: Drawn) => redrawing.element(semantic, di, parent),
    error: () => undefined,
  });
  for (const diagram of diagrams) {
    walker.handleDefinitions(definitions, diagram);
  }
  return redrawing.finish();
}

/** One walk over the new model, with what it has met so far. */
class Redrawing {
  readonly #viewer: DrawingViewer;
  /** Place in the drawing order by id: elements in the order of the walk, lanes (drawn behind) before all others. */
  readonly #places = new Map<string, number>();
  readonly #retouching: Retouching;

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
    this.#retouching = new Retouching(viewer);
  }

  /** The plane itself: nothing to see, but it carries the new model. */
  root(semantic: ModdleObject, di: DrawnObject): Drawn {
    const root = this.#drawn(planeId(semantic));
    if (!root) {
      throw new Error(`There is no plane for ${semantic.id}.`);
    }
    root.businessObject = semantic;
    root.di = di;
    this.#places.set(root.id, this.#places.size);
    return root;
  }

  /** Visits one element: kept if it still is what is drawn under its id, else drawn anew. */
  element(semantic: ModdleObject, di: DrawnObject, parent: Drawn): Drawn {
    const id = semantic.id ?? '';
    if (this.#places.has(id)) {
      // In two diagrams: the first counts, and the walk goes on without the second.
      throw new Error(`${id} is drawn already.`);
    }
    if (anchorsOf(semantic).some((anchor) => !this.#places.has(anchor))) {
      // What it hangs on may still be on the screen from before; the import would not find it yet.
      throw new Error(`${id} hangs on something that is not drawn.`);
    }
    const place = semantic.$instanceOf('bpmn:Lane') ? -this.#places.size : this.#places.size;
    this.#places.set(id, place);
    this.#places.set(`${id}_label`, place + 0.5);
    const drawn = this.#drawn(id);
    if (drawn && this.#fits(drawn, semantic, di, parent)) {
      this.#keep(drawn, semantic, di);
      return drawn;
    }
    if (drawn) {
      this.#retouching.remove(drawn);
    }
    return this.#viewer.get('bpmnImporter').add(semantic, di, parent);
  }

  /** Removes what the walk did not meet, puts all in order, and draws what looks different. Returns what has moved. */
  finish(): readonly Movement[] {
    for (const element of this.#viewer.get('elementRegistry').getAll()) {
      if (!this.#places.has(element.id)) {
        this.#retouching.remove(element);
      }
    }
    this.#sortSiblings();
    return this.#retouching.finish();
  }

  #drawn(id: string): Drawn | undefined {
    return this.#viewer.get('elementRegistry').get(id);
  }

  /** Whether the element drawn may stand for the new one: same kind, same parent, same ends, same host. */
  #fits(drawn: Drawn, semantic: ModdleObject, di: DrawnObject, parent: Drawn): boolean {
    if (drawn.businessObject.$type !== semantic.$type || drawn.di.$type !== di.$type || drawn.parent !== parent) {
      return false;
    }
    if (!drawn.waypoints && drawn.collapsed === showsInside(semantic, di)) {
      return false;
    }
    // Whether the shape around it or the plane is its parent depends on where it stands: that is the importer's to say.
    if (semantic.$instanceOf('bpmn:DataStoreReference') || semantic.$instanceOf('bpmn:DataAssociation')) {
      return false;
    }
    const isAt = (end: Drawn | undefined, property: string) => end === this.#drawn(referencedId(semantic, property));
    return drawn.waypoints
      ? isAt(drawn.source, 'sourceRef') && isAt(drawn.target, 'targetRef')
      : isAt(drawn.host, 'attachedToRef');
  }

  /** Gives the element its new model, and has drawn what differs. */
  #keep(drawn: Drawn, semantic: ModdleObject, di: DrawnObject): void {
    const before = labelBefore(drawn);
    const hasSameLook = sameLook(drawn.businessObject, semantic) && sameLook(drawn.di, di);
    drawn.businessObject = semantic;
    drawn.di = di;
    this.#retouching.retouch(drawn, before, hasSameLook);
  }

  /** Puts the children of each parent into drawing order, in the model and on the screen. */
  #sortSiblings(): void {
    const placeOf = (element: Drawn | undefined) => this.#places.get(element?.id ?? '') ?? 0;
    for (const { children = [] } of this.#viewer.get('elementRegistry').getAll()) {
      if (children.some((child, i) => i > 0 && placeOf(child) < placeOf(children[i - 1]))) {
        children.sort((a, b) => placeOf(a) - placeOf(b));
        this.#viewer.get('graphicsFactory').updateContainments(children.slice(0, 1));
      }
    }
  }
}

/** Ids of what must be drawn before an element: the ends of a connection, the host of a boundary event. */
function anchorsOf(semantic: ModdleObject): string[] {
  const owner = semantic.$parent?.id ?? '';
  if (semantic.$instanceOf('bpmn:DataInputAssociation')) {
    return [ownedBy(semantic, 'sourceRef')[0]?.id ?? '', owner];
  }
  if (semantic.$instanceOf('bpmn:DataOutputAssociation')) {
    return [owner, referencedId(semantic, 'targetRef')];
  }
  if (semantic.$instanceOf('bpmn:BoundaryEvent')) {
    return [referencedId(semantic, 'attachedToRef')];
  }
  const connections = ['bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Association'];
  return connections.some((type) => semantic.$instanceOf(type))
    ? [referencedId(semantic, 'sourceRef'), referencedId(semantic, 'targetRef')]
    : [];
}
