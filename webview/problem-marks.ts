import type { Severity } from '../src/base/problem.ts';
import type { ViewProblem } from '../src/protocol/server.ts';
import type { DrawingViewer, Drawn } from './drawing-services.ts';
import { middleOf } from './movement.ts';
import { svgElement } from './svg-element.ts';
import type { Tip } from './tip.ts';

/** A problem that is gone before a person could read it is not marked: most are half-typed words. In ms. */
const patience = 500;

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Each severity has a form of its own, for who does not tell colours apart: what is filled, and the sign on it. */
const forms: Readonly<Record<Severity, readonly [filled: string, sign: string]>> = {
  error: ['M-7 0a7 7 0 1 1 14 0a7 7 0 1 1-14 0', 'M-2.5-2.5l5 5m0-5l-5 5'],
  warning: ['M0-8l8.5 15h-17z', 'M0-3v5m0 2.2v.1'],
  info: ['M-7 0a7 7 0 1 1 14 0a7 7 0 1 1-14 0', 'M0-.5v4m0-6.8v.1'],
};

/** What a mark shows (worst first), and where in the graphics of its element. */
interface Mark {
  readonly worst: ViewProblem;
  readonly problems: readonly ViewProblem[];
  readonly x: number;
  readonly y: number;
  readonly graphics: SVGElement;
}

/** Marks on the elements that have problems: the message shows on hover and focus, a click leads to its place. */
export class ProblemMarks {
  readonly #viewer: DrawingViewer;
  readonly #tip: Tip;
  readonly #open: (problem: ViewProblem) => void;
  /** By the id of what is drawn. */
  readonly #marks = new Map<string, Mark & { readonly element: SVGElement }>();
  #problems: ReadonlyMap<string, readonly ViewProblem[]> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param open leads to the place of a problem in the text */
  constructor(viewer: DrawingViewer, tip: Tip, open: (problem: ViewProblem) => void) {
    this.#viewer = viewer;
    this.#tip = tip;
    this.#open = open;
  }

  /** Brings the marks in line with the problems and with what is drawn: new ones after a moment, all else at once. */
  show(problems: readonly ViewProblem[]): void {
    clearTimeout(this.#timer);
    this.#problems = this.#byElement(problems);
    this.#update([...this.#marks.keys()]);
    const others = [...this.#problems.keys()].filter((id) => !this.#marks.has(id));
    if (others.length > 0) {
      this.#timer = setTimeout(() => this.#update(others), patience);
    }
  }

  /** The problems of what is drawn, worst first. */
  of({ id }: Drawn): readonly ViewProblem[] {
    return this.#problems.get(id) ?? [];
  }

  /** A problem inside of a collapsed sub-process is one of its shape too. */
  #byElement(problems: readonly ViewProblem[]): Map<string, ViewProblem[]> {
    const found = new Map<string, ViewProblem[]>();
    const worstFirst = severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
    for (const problem of worstFirst) {
      const [element] = this.#viewer.get('notations').current.find(problem.element ?? '');
      for (const { id } of element ? this.#withShapesAround(element) : []) {
        found.set(id, [...(found.get(id) ?? []), problem]);
      }
    }
    return found;
  }

  #withShapesAround(element: Drawn): Drawn[] {
    const around = this.#viewer.get('canvas').findRoot(element)?.businessObject.id;
    const shape = this.#viewer.get('elementRegistry').get(around ?? '');
    return [element, ...(shape?.parent && shape !== element ? this.#withShapesAround(shape) : [])];
  }

  #update(ids: readonly string[]): void {
    for (const id of ids) {
      const [before, next] = [this.#marks.get(id), this.#markOf(id)];
      if (before && next && isSame(before, next)) {
        continue;
      }
      const hadFocus = before !== undefined && document.activeElement === before.element;
      before?.element.remove();
      this.#marks.delete(id);
      if (next) {
        const element = this.#draw(next);
        next.graphics.append(element);
        this.#marks.set(id, { ...next, element });
        if (hadFocus) {
          element.focus();
        }
      }
    }
    if (ids.length > 0) {
      this.#tip.follow();
    }
  }

  /** What the mark of an element has to show, and where; undefined if the element is not drawn or has no problem. */
  #markOf(id: string): Mark | undefined {
    const element = this.#viewer.get('elementRegistry').get(id);
    const problems = this.#problems.get(id) ?? [];
    const [worst] = problems;
    if (!element || !worst) {
      return undefined;
    }
    const { x, y } = element.waypoints ? middleOf(element.waypoints) : { x: element.width - 2, y: 2 };
    return { worst, problems, x, y, graphics: this.#viewer.get('elementRegistry').getGraphics(element) };
  }

  #draw({ worst, problems, x, y }: Mark): SVGElement {
    const [filled, sign] = forms[worst.severity];
    const mark = svgElement(
      'g',
      {
        transform: `translate(${x} ${y})`,
        class: `procedo-problem ${worst.severity}`,
        role: 'button',
        tabindex: 0,
        'aria-label': spoken(problems),
      },
      [svgElement('path', { d: filled, class: 'filled' }), svgElement('path', { d: sign, class: 'sign' })],
    );
    const open = (event: Event) => {
      event.stopPropagation();
      event.preventDefault();
      this.#open(worst);
    };
    mark.addEventListener('click', open);
    mark.addEventListener('dblclick', (event) => event.stopPropagation());
    mark.addEventListener('keydown', (event) => (event.key === 'Enter' || event.key === ' ') && open(event));
    this.#tip.attach(mark, () => problems);
    return mark;
  }
}

function isSame(a: Mark, b: Mark): boolean {
  const isAtSamePlace = a.graphics === b.graphics && a.x === b.x && a.y === b.y;
  return isAtSamePlace && JSON.stringify(a.problems) === JSON.stringify(b.problems);
}

/** What a screen reader says of the problems of an element. */
export function spoken(problems: readonly ViewProblem[]): string {
  return problems.map(({ severity, message }) => `${severity}: ${message}`).join(' ');
}
