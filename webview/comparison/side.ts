import type { ChangedPlace, ComparedModel, MarkKind } from '../../src/protocol/comparison.ts';
import { Diagram } from '../diagram.ts';
import type { Drawn } from '../drawing-services.ts';
import type { Bounds, Waypoint } from '../moddle.ts';
import { middleOf } from '../movement.ts';
import { ChangeMarks } from './change-marks.ts';

/** One side of the comparison: a diagram of one of the two models, with its marks. */
export class Side {
  readonly diagram: Diagram;
  readonly #section: HTMLElement;
  readonly #marks: ChangeMarks;
  #model: ComparedModel = { xml: '', caseXml: '', diagrams: [] };
  #markOf: ReadonlyMap<string, MarkKind> = new Map();
  #isAnyMarked = false;
  #drawn: string | undefined;

  /** @param section has a heading, and an element of the class `canvas` to draw in */
  constructor(section: HTMLElement) {
    const canvas = section.querySelector<HTMLElement>('.canvas');
    if (!canvas) throw new Error('A side of the comparison has no canvas.');
    this.#section = section;
    this.diagram = new Diagram(canvas);
    this.#marks = new ChangeMarks(this.diagram.viewer);
    new ResizeObserver(() => this.diagram.resized()).observe(canvas);
  }

  /** Takes another model; it is drawn by `show`. */
  load(title: string, model: ComparedModel, marks: ReadonlyMap<string, MarkKind>, isAnyMarked: boolean): void {
    const heading = this.#section.querySelector('h2');
    if (heading) heading.textContent = title;
    this.#model = model;
    this.#markOf = marks;
    this.#isAnyMarked = isAnyMarked;
    this.#drawn = undefined;
  }

  /** Draws a diagram, the one that is there or the first where none is asked for. Rejects where it cannot be drawn. */
  async show(wanted?: string): Promise<void> {
    const { diagrams, xml, caseXml } = this.#model;
    const known = (id: string | undefined) => diagrams.find((each) => each.id === id);
    const which = known(wanted) ?? known(this.#drawn) ?? diagrams[0];
    this.#section.classList.toggle('nothing', which === undefined);
    if (!which || which.id === this.#drawn) return;
    await this.diagram.draw(which.notation, which.notation === 'cmmn' ? caseXml : xml, which.id);
    this.#drawn = which.id;
    this.#marks.show(this.#markOf, this.#isAnyMarked);
  }

  /** The middle of what a change is about, shown in its plane; undefined if it is not drawn here. */
  find({ ids }: ChangedPlace): Waypoint | undefined {
    const element = this.#elementOf(ids);
    if (!element) {
      this.diagram.highlights.select([]);
      return undefined;
    }
    this.diagram.goTo(this.diagram.idOf(element));
    return element.waypoints
      ? middleOf(element.waypoints)
      : { x: element.x + element.width / 2, y: element.y + element.height / 2 };
  }

  #elementOf(ids: readonly string[]): Drawn | undefined {
    for (const id of ids) {
      const element = this.diagram.highlights.find(id);
      if (element) return element;
    }
    return undefined;
  }

  get view(): Bounds {
    return this.diagram.camera.view;
  }

  set view(bounds: Bounds) {
    this.diagram.camera.view = bounds;
  }
}
