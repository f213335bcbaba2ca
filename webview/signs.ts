import type { DrawingViewer, Drawn } from './drawing-services.ts';
import type { Bounds } from './moddle.ts';
import type { Planes } from './planes.ts';
import { svgElement } from './svg-element.ts';
import type { Tip } from './tip.ts';

/** The sign of a shape that leads somewhere. */
interface Sign {
  readonly kind: 'door' | 'call';
  /** What a click does, in words. */
  readonly says: string;
  /** Where it is in the shape. */
  readonly at: Bounds;
  go(): void;
}

/** The plus that bpmn-js draws at the bottom of a shape: 14 by 14, with room for a finger. */
const plus = { width: 24, height: 22, bottom: 24 };

/** The icon of a task, at the top left of its shape. */
const icon = { x: 3, y: 3, width: 26, height: 24 };

/**
 * Makes the signs of shapes that lead somewhere buttons: the plus of a collapsed sub-process steps into it, the sign of what
 * calls something opens that.
 */
export class Signs {
  readonly #viewer: DrawingViewer;
  readonly #planes: Planes;
  readonly #tip: Tip;
  readonly #follow: (id: string) => void;
  readonly #buttons = new Map<Drawn, SVGElement>();
  #calls: ReadonlySet<string> = new Set();

  /** @param follow shows what an element calls */
  constructor(viewer: DrawingViewer, planes: Planes, tip: Tip, follow: (id: string) => void) {
    this.#viewer = viewer;
    this.#planes = planes;
    this.#tip = tip;
    this.#follow = follow;
  }

  /** Brings the buttons in line with what is drawn; `calls` are the ids of elements that call something known. */
  update(calls: readonly string[]): void {
    this.#calls = new Set(calls);
    const registry = this.#viewer.get('elementRegistry');
    const signs = new Map(
      this.#shapes()
        .flatMap((shape) => this.#signOf(shape) ?? [])
        .map((sign) => [sign.shape, sign]),
    );
    for (const [shape, button] of this.#buttons) {
      // A shape that was drawn anew has other graphics.
      if (!signs.has(shape) || button.parentNode !== registry.getGraphics(shape)) {
        button.remove();
        this.#buttons.delete(shape);
      }
    }
    for (const [shape, { kind, says, at }] of signs) {
      const button = this.#buttons.get(shape) ?? this.#add(shape);
      button.setAttribute('class', `procedo-sign ${kind}`);
      button.setAttribute('transform', `translate(${at.x} ${at.y})`);
      button.setAttribute('aria-label', says);
    }
    this.#tip.follow();
  }

  /** Does what the sign of a shape does; false if it has none. */
  go(shape: Drawn): boolean {
    const sign = this.#signOf(shape);
    sign?.go();
    return sign !== undefined;
  }

  /** Shows what an element calls; false if it calls nothing that is known. */
  follow(id: string): boolean {
    const isCall = this.#calls.has(id);
    if (isCall) {
      this.#follow(id);
    }
    return isCall;
  }

  /** The shapes that may have a sign. */
  #shapes(): Drawn[] {
    const registry = this.#viewer.get('elementRegistry');
    const [, ...inner] = this.#viewer.get('canvas').getRootElements();
    const collapsed = inner.map(({ businessObject }) => registry.get(businessObject.id ?? ''));
    const calling = [...this.#calls].map((id) => registry.get(id));
    return [...collapsed, ...calling].filter((shape) => shape !== undefined);
  }

  #signOf(shape: Drawn): (Sign & { readonly shape: Drawn }) | undefined {
    const { width, height, businessObject } = shape;
    const notation = this.#viewer.get('notations').current;
    const bottom = { ...plus, x: Math.round(width / 2 - plus.width / 2), y: height - plus.bottom };
    if (this.#planes.isDoor(shape)) {
      const says = `Step into ${notation.labelText(shape) || 'the sub-process'}`;
      return { shape, kind: 'door', says, at: bottom, go: () => this.#planes.stepInto(shape) };
    }
    if (shape.parent && !shape.hidden && !shape.waypoints && this.#calls.has(shape.id)) {
      const says = `Opens ${notation.calledName(shape) || 'what it calls'}`;
      const at = businessObject.$instanceOf('bpmn:CallActivity') ? bottom : icon;
      return { shape, kind: 'call', says, at, go: () => this.#follow(shape.id) };
    }
    return undefined;
  }

  #add(shape: Drawn): SVGElement {
    const frame = svgElement('rect', { width: plus.width, height: plus.height, rx: 3 });
    const button = svgElement('g', { role: 'button', tabindex: 0 }, [frame]);
    const go = (event: Event) => {
      event.stopPropagation();
      event.preventDefault();
      this.#tip.hide();
      this.go(shape);
    };
    button.addEventListener('click', go);
    button.addEventListener('dblclick', (event) => event.stopPropagation());
    button.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        go(event);
      }
    });
    this.#tip.attach(button, () => [{ message: button.getAttribute('aria-label') ?? '' }]);
    this.#viewer.get('elementRegistry').getGraphics(shape).append(button);
    this.#buttons.set(shape, button);
    return button;
  }
}
