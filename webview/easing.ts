import { translate } from 'diagram-js/lib/util/SvgTransformUtil';
import type { DrawingViewer, Drawn } from './drawing-services.ts';
import type { Bounds, Waypoint } from './moddle.ts';
import { isBounds, leadLine, lineOf, type Movement } from './movement.ts';

/** How long what moved is on its way, in ms. */
const duration = 150;

/** More elements on the screen than this would stutter: then they stand in their new places at once. */
const most = 150;

/** A browser that needs this long (ms) for a frame is not asked for another. */
const slowFrame = 60;

/**
 * Leads what has moved from where it was seen to where it stands. The drawing itself is done: shapes, labels and lines are
 * only shown elsewhere for a moment.
 */
export class Easing {
  readonly #viewer: DrawingViewer;
  #underWay: readonly Movement[] = [];
  #frame = 0;
  /** From 0 to 1: how far those under way have come. */
  #progress = 0;

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
  }

  /** Puts what is under way where it stands, for the picture to be changed; returns where it was seen. */
  interrupt(): Map<Drawn, Movement['from']> {
    cancelAnimationFrame(this.#frame);
    const seen = new Map(this.#underWay.map((movement) => [movement.element, seenAt(movement, this.#progress)]));
    this.#finish();
    return seen;
  }

  /** Sets these movements off, unless they are too many or a person wants none. */
  start(movements: readonly Movement[]): void {
    if (movements.length === 0 || movements.length > most || document.hidden || isUnwanted()) {
      return;
    }
    this.#underWay = movements;
    this.#show(0);
    // The clock runs from the first frame: until then nobody has seen anything.
    this.#frame = requestAnimationFrame((begin) => this.#next(begin, begin));
  }

  #next(begin: number, last: number): void {
    this.#frame = requestAnimationFrame((now) => {
      if (now - begin >= duration || now - last >= slowFrame) {
        this.#finish();
      } else {
        this.#show(1 - (1 - (now - begin) / duration) ** 3);
        this.#next(begin, now);
      }
    });
  }

  #show(progress: number): void {
    this.#progress = progress;
    for (const movement of this.#underWay) {
      const graphics = this.#graphics(movement.element);
      if (graphics) {
        showAt(graphics, seenAt(movement, progress));
      }
    }
  }

  #finish(): void {
    for (const { element } of this.#underWay) {
      const graphics = this.#graphics(element);
      if (graphics) {
        showAt(graphics, element.waypoints ?? element);
      }
      if (graphics && !element.waypoints) {
        translate(graphics, element.x, element.y);
      }
    }
    this.#underWay = [];
  }

  /** Undefined for what is gone. */
  #graphics({ id, parent }: Drawn): SVGElement | undefined {
    const element = this.#viewer.get('elementRegistry').get(id);
    return element && parent ? this.#viewer.get('elementRegistry').getGraphics(element) : undefined;
  }
}

function isUnwanted(): boolean {
  const isReduced = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isReduced || document.body.classList.contains('vscode-reduce-motion');
}

function seenAt({ element, from }: Movement, progress: number): Movement['from'] {
  const between = (a: number, b: number) => a + (b - a) * progress;
  if (isBounds(from)) {
    return {
      x: between(from.x, element.x),
      y: between(from.y, element.y),
      width: between(from.width, element.width),
      height: between(from.height, element.height),
    };
  }
  const to = element.waypoints ?? [];
  return from.map(({ x, y }, i) => ({ x: between(x, to[i]?.x ?? x), y: between(y, to[i]?.y ?? y) }));
}

function showAt(graphics: SVGElement, at: Bounds | readonly Waypoint[]): void {
  if (isBounds(at)) {
    graphics.setAttribute('transform', `translate(${at.x} ${at.y})`);
    resize(graphics.querySelector(':scope > .djs-visual')?.firstElementChild, at);
  } else {
    const line = lineOf(graphics);
    if (line) {
      leadLine(line, at);
    }
  }
}

/** Gives a frame another size: a rectangle, or the octagon of a stage, whose corners stay as they are. */
function resize(frame: Element | null | undefined, { width, height }: Bounds): void {
  if (frame instanceof SVGRectElement) {
    frame.setAttribute('width', String(width));
    frame.setAttribute('height', String(height));
  } else if (frame instanceof SVGPolygonElement) {
    const points = [...frame.points];
    const right = Math.max(...points.map(({ x }) => x));
    const bottom = Math.max(...points.map(({ y }) => y));
    for (const point of points) {
      point.x = point.x > right / 2 ? width - Math.round(right - point.x) : point.x;
      point.y = point.y > bottom / 2 ? height - Math.round(bottom - point.y) : point.y;
    }
  }
}
