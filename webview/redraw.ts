import { type DrawingViewer, type Drawn, planeId } from './drawing-services.ts';
import { labelsInFront } from './labels-in-front.ts';
import type { DefinitionsObject, DiagramObject, DrawnObject, ModdleObject } from './moddle.ts';
import type { Movement } from './movement.ts';
import type { Notation, Visitor } from './notation.ts';
import { labelBefore, Retouching } from './retouching.ts';

/**
 * Whether the picture on the screen can be turned into these diagrams: it has the same planes, which only a whole import
 * sets up, and all that is drawn has an id, else it cannot be followed from one version to the next.
 */
export function canRedraw(viewer: DrawingViewer, notation: Notation, diagrams: readonly DiagramObject[]): boolean {
  const planes = viewer.get('canvas').getRootElements();
  return (
    planes.length === diagrams.length &&
    diagrams.every((diagram, i) => planes[i]?.id === notation.followedPlane(diagram))
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
  notation: Notation,
  definitions: DefinitionsObject,
  diagrams: readonly DiagramObject[],
): readonly Movement[] {
  const redrawing = new Redrawing(viewer, notation);
  // The walk is the import's own, so the elements come in its order and with its idea of who is drawn inside whom.
  notation.walk(definitions, diagrams, redrawing);
  return redrawing.finish();
}

/** One walk over the new model, with what it has met so far. */
class Redrawing implements Visitor {
  readonly #viewer: DrawingViewer;
  readonly #notation: Notation;
  /** Place in the drawing order by id: elements in the order of the walk, those drawn behind (lanes) before all others, labels after all. */
  readonly #places = new Map<string, number>();
  readonly #retouching: Retouching;

  constructor(viewer: DrawingViewer, notation: Notation) {
    this.#viewer = viewer;
    this.#notation = notation;
    this.#retouching = new Retouching(viewer, notation);
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
    if (this.#notation.anchors(semantic).some((anchor) => !this.#places.has(anchor))) {
      // What it hangs on may still be on the screen from before; the import would not find it yet.
      throw new Error(`${id} hangs on something that is not drawn.`);
    }
    const place = this.#notation.isBehind(semantic) ? -this.#places.size : this.#places.size;
    this.#places.set(id, place);
    this.#places.set(`${id}_label`, Number.MAX_SAFE_INTEGER);
    const drawn = this.#drawn(id);
    if (drawn && this.#fits(drawn, semantic, di, parent)) {
      this.#keep(drawn, semantic, di);
      return drawn;
    }
    if (drawn) {
      this.#retouching.remove(drawn);
    }
    return this.#notation.add(semantic, di, parent);
  }

  /** Removes what the walk did not meet, puts all in order, and draws what looks different. Returns what has moved. */
  finish(): readonly Movement[] {
    for (const element of this.#viewer.get('elementRegistry').getAll()) {
      if (!this.#places.has(element.id)) {
        this.#retouching.remove(element);
      }
    }
    this.#sortSiblings();
    labelsInFront(this.#viewer);
    return this.#retouching.finish();
  }

  #drawn(id: string): Drawn | undefined {
    return this.#viewer.get('elementRegistry').get(id);
  }

  /** Whether the element drawn may stand for the new one: same kind, same parent, same ends, same host. */
  #fits(drawn: Drawn, semantic: ModdleObject, di: DrawnObject, parent: Drawn): boolean {
    const isSameType = drawn.businessObject.$type === semantic.$type && drawn.di.$type === di.$type;
    return isSameType && drawn.parent === parent && this.#notation.fits(drawn, semantic, di);
  }

  /** Gives the element its new model, and has drawn what differs. */
  #keep(drawn: Drawn, semantic: ModdleObject, di: DrawnObject): void {
    const before = labelBefore(drawn, this.#notation);
    const hasSameLook = this.#notation.looksLike(drawn, semantic, di);
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
