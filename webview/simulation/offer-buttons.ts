import type { Offer } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import type { Drawn } from '../drawing-services.ts';
import type { Waypoint } from '../moddle.ts';
import { pointAt } from './path-point.ts';

/** Signs in a box of 16 by 16. */
const signs: Readonly<Record<Offer['kind'], string>> = {
  start: 'M5 3.5v9l7-4.5z',
  finish: 'M3.5 8.5l3 3l6-7',
  event: 'M9 1.5L4 9h3.5L7 14.5L12 7H8.5z',
  way: 'M3 8h9M8.5 4.5L12 8l-3.5 3.5',
  fail: 'M4 4l8 8M12 4l-8 8',
  again: 'M12.5 6A5 5 0 1 0 13 9M13 3v3.5H9.5',
  count: 'M5 3v10M8 3v10M11 3v10',
  state: 'M3.5 8.5l3 3l6-7',
};

/** Buttons on the picture for what can be done: the main things, and at most one for each element and kind; the panel has them all. */
export class OfferButtons {
  readonly #diagram: Diagram;
  readonly #layer = document.createElement('div');
  readonly #take: (offer: Offer, event: MouseEvent) => void;
  #shown: { readonly button: HTMLButtonElement; readonly element: string; readonly row: number }[] = [];

  constructor(container: HTMLElement, diagram: Diagram, take: (offer: Offer, event: MouseEvent) => void) {
    this.#diagram = diagram;
    this.#take = take;
    this.#layer.className = 'procedo-offers';
    container.append(this.#layer);
  }

  remove(): void {
    this.#layer.remove();
  }

  show(offers: readonly Offer[]): void {
    const rows = new Map<string, number>();
    const main = offers.filter(({ isMain }) => isMain);
    const firsts = new Map(main.toReversed().map((offer) => [`${offer.element} ${offer.kind}`, offer]));
    this.#shown = [...firsts.values()].reverse().map((offer) => {
      const row = rows.get(offer.element) ?? 0;
      rows.set(offer.element, row + 1);
      return { button: this.#button(offer), element: offer.element, row };
    });
    this.#layer.replaceChildren(...this.#shown.map(({ button }) => button));
    this.place();
  }

  /** Puts the buttons where their elements are on the screen. */
  place(): void {
    const { camera, planes, viewer, notation } = this.#diagram;
    const { x, y } = camera.view;
    for (const { button, element, row } of this.#shown) {
      const [drawn] = notation.find(element);
      const isVisible = drawn !== undefined && !drawn.hidden && viewer.get('canvas').findRoot(drawn) === planes.visible;
      button.hidden = !isVisible;
      if (!isVisible) continue;
      const place = placeOf(drawn);
      button.style.transform = `translate(${(place.x - x) * camera.scale - 11 + row * 24}px, ${(place.y - y) * camera.scale - 11}px)`;
    }
  }

  #button(offer: Offer): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = offer.kind;
    button.title = offer.kind === 'way' ? `${offer.label} (Shift: always)` : offer.label;
    button.setAttribute('aria-label', offer.label);
    // The panel's list is what keys walk; here they would be met twice.
    button.tabIndex = -1;
    button.addEventListener('click', (event) => this.#take(offer, event));
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', signs[offer.kind]);
    svg.append(path);
    button.append(svg);
    return button;
  }
}

/** On a flow a little behind its start, where ways part; on a shape at its lower right. */
function placeOf({ waypoints, x, y, width, height }: Drawn): Waypoint {
  return waypoints ? pointAt(waypoints, 0.4) : { x: x + width, y: y + height };
}
