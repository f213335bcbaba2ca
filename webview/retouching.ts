import { translate } from 'diagram-js/lib/util/SvgTransformUtil';
import type { DrawingViewer, Drawn } from './drawing-services.ts';
import { labelsInFront } from './labels-in-front.ts';
import type { Bounds, DrawnObject, Waypoint } from './moddle.ts';
import { bendLine, type Movement } from './movement.ts';
import type { LabelBefore, Notation } from './notation.ts';

export function labelBefore(drawn: Drawn, notation: Notation): LabelBefore {
  const bounds = drawn.di.label?.bounds;
  return { text: notation.labelText(drawn), bounds: bounds && { ...boundsOf(bounds) } };
}

/** Changes drawn elements one by one to what their model says now, with as little drawing as can be. */
export class Retouching {
  readonly #viewer: DrawingViewer;
  readonly #notation: Notation;
  readonly #changed = new Set<Drawn>();
  readonly #movements: Movement[] = [];
  #hasNewLabel = false;

  constructor(viewer: DrawingViewer, notation: Notation) {
    this.#viewer = viewer;
    this.#notation = notation;
  }

  /**
   * Brings an element in line with its model, which may be a new one.
   * @param before its label under the old model
   * @param hasSameLook whether the two models look the same, their places aside
   */
  retouch(drawn: Drawn, before: LabelBefore, hasSameLook: boolean): void {
    const { di } = drawn;
    const hasSameSize = drawn.waypoints ? this.#bend(drawn, di, hasSameLook) : this.#move(drawn, di.bounds);
    if (!hasSameLook || !hasSameSize) {
      this.#changed.add(drawn);
    }
    if (!hasSameLook) {
      // A flow shows at its source whether it is the default or a conditional one.
      for (const flow of drawn.outgoing) {
        this.#changed.add(flow);
      }
    }
    if (this.#notation.hasOutsideLabel(drawn)) {
      this.#label(drawn, before);
    }
  }

  /** Draws what looks different. Returns what has moved. */
  finish(): readonly Movement[] {
    if (this.#hasNewLabel) {
      labelsInFront(this.#viewer);
    }
    // Also with an empty list: it is the sign for bpmn-js to forget the size of the drawing.
    const elements = [...this.#changed].filter((element) => element.parent);
    this.#viewer.get('eventBus').fire('elements.changed', { elements });
    return this.#movements.filter(({ element }) => element.parent);
  }

  /** Takes over the waypoints; false if the connection must be drawn again for them. */
  #bend(drawn: Drawn, di: DrawnObject, hasSameLook: boolean): boolean {
    const [before, after] = [drawn.waypoints ?? [], di.waypoint ?? []];
    const isSame =
      before.length === after.length && before.every((point, i) => point.x === after[i]?.x && point.y === after[i]?.y);
    if (isSame || after.length < 2) {
      return true;
    }
    drawn.waypoints = after.map(({ x, y }) => ({ x, y }));
    this.#movements.push({ element: drawn, from: before });
    return hasSameLook && bendLine(this.#viewer, drawn);
  }

  /** Takes over the bounds (in whole pixels, as the importer does); false if the size differs. */
  #move(drawn: Drawn, bounds: Bounds | undefined): boolean {
    if (!bounds) {
      return true;
    }
    const before = boundsOf(drawn);
    const [width, height] = [Math.round(bounds.width), Math.round(bounds.height)];
    const isSameSize = drawn.width === width && drawn.height === height;
    drawn.width = width;
    drawn.height = height;
    if (!this.#moveTo(drawn, bounds, before) && !isSameSize) {
      this.#movements.push({ element: drawn, from: before });
    }
    return isSameSize;
  }

  /** A moved picture is the same picture: its group is shifted, nothing is drawn. False if it stands there already. */
  #moveTo(drawn: Drawn, place: Waypoint, before: Bounds): boolean {
    const [x, y] = [Math.round(place.x), Math.round(place.y)];
    if (before.x === x && before.y === y) {
      return false;
    }
    drawn.x = x;
    drawn.y = y;
    translate(this.#viewer.get('elementRegistry').getGraphics(drawn), x, y);
    this.#movements.push({ element: drawn, from: before });
    return true;
  }

  /** The label outside of an element: moved where only its place differs, else made anew (its size follows its text). */
  #label(drawn: Drawn, before: LabelBefore): void {
    const place = drawn.label && this.#notation.labelPlace(drawn, drawn.label, before);
    if (drawn.label && place) {
      drawn.label.businessObject = drawn.businessObject;
      drawn.label.di = drawn.di;
      this.#moveTo(drawn.label, place, boundsOf(drawn.label));
      return;
    }
    if (drawn.label) {
      this.remove(drawn.label);
    }
    this.#notation.addLabel(drawn);
    this.#hasNewLabel = true;
  }

  remove(element: Drawn): void {
    for (const label of [...element.labels]) {
      this.remove(label);
    }
    this.#changed.delete(element);
    const canvas = this.#viewer.get('canvas');
    if (element.waypoints) {
      element.source = undefined;
      element.target = undefined;
      canvas.removeConnection(element);
    } else {
      element.host = undefined;
      element.labelTarget = undefined;
      canvas.removeShape(element);
    }
  }
}

function boundsOf({ x, y, width, height }: Bounds): Bounds {
  return { x, y, width, height };
}
