import type { MarkKind } from '../../src/protocol/comparison.ts';
import type { DrawingViewer, Drawn } from '../drawing-services.ts';
import { middleOf } from '../movement.ts';
import { svgElement } from '../svg-element.ts';

/** Signs in a circle around 0,0, the same as in the pictures of `procedo diff`: plus, minus, delta. */
const signs: Readonly<Record<MarkKind, string>> = {
  added: 'M-4 0h8M0-4v8',
  removed: 'M-4 0h8',
  changed: 'M0-4l4 7h-8z',
};

/** Room between a shape and its mark; less around a small one, whose label is close. In px of the drawing. */
const gapOf = ({ width, height }: Drawn) => (Math.max(width, height) <= 50 ? 3 : 6);

/** A connection shorter than this has no sign. */
const short = 80;

/** Marks what has changed by a line around it and a sign, and makes all else paler. */
export class ChangeMarks {
  readonly #viewer: DrawingViewer;
  #marks: SVGElement[] = [];

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
  }

  /** Marks these elements, by their ids in the model, and no others. @param isAnyMarked here or at the other side */
  show(marks: ReadonlyMap<string, MarkKind>, isAnyMarked: boolean): void {
    for (const mark of this.#marks) mark.remove();
    this.#marks = [];
    const registry = this.#viewer.get('elementRegistry');
    const container = this.#viewer.get('canvas').getContainer();
    container.classList.toggle('procedo-compared', isAnyMarked);
    for (const element of registry.getAll()) {
      if (element.parent) registry.getGraphics(element).classList.remove('procedo-marked');
    }
    for (const [id, kind] of marks) {
      for (const element of this.#viewer.get('notations').current.find(id)) this.#mark(element, kind);
    }
  }

  #mark(element: Drawn, kind: MarkKind): void {
    const registry = this.#viewer.get('elementRegistry');
    for (const one of [element, ...element.labels]) registry.getGraphics(one).classList.add('procedo-marked');
    // A label has its mark at what it is of.
    if (element.labelTarget) return;
    const graphics = registry.getGraphics(element);
    const parts = element.waypoints ? lineMark(element) : [boxMark(element)];
    const place = element.waypoints
      ? middleOf(element.waypoints)
      : { x: element.width + gapOf(element), y: -gapOf(element) };
    const hasSign = !element.waypoints || lengthOf(element) >= short;
    const mark = svgElement('g', { class: `procedo-change ${kind}` }, [
      ...parts,
      ...(hasSign ? [sign(kind, place)] : []),
    ]);
    graphics.append(mark);
    this.#marks.push(mark);
  }
}

function boxMark(element: Drawn): SVGElement {
  const gap = gapOf(element);
  const [width, height] = [element.width + 2 * gap, element.height + 2 * gap];
  return svgElement('rect', { class: 'around', x: -gap, y: -gap, width, height, rx: 10 });
}

function lineMark({ waypoints = [] }: Drawn): SVGElement[] {
  const points = waypoints.map(({ x, y }) => `${x},${y}`).join(' ');
  return [svgElement('polyline', { class: 'along', points })];
}

function sign(kind: MarkKind, { x, y }: { readonly x: number; readonly y: number }): SVGElement {
  return svgElement('g', { class: 'sign', transform: `translate(${x} ${y})` }, [
    svgElement('circle', { r: 9 }),
    svgElement('path', { d: signs[kind] }),
  ]);
}

function lengthOf({ waypoints = [] }: Drawn): number {
  return waypoints.slice(1).reduce((sum, point, index) => {
    const from = waypoints[index] ?? point;
    return sum + Math.hypot(point.x - from.x, point.y - from.y);
  }, 0);
}
