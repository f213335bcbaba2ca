import type { Offer } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import type { Drawn } from '../drawing-services.ts';
import { icon } from '../icon-button.ts';
import type { Waypoint } from '../moddle.ts';
import { OfferMenu } from './offer-menu.ts';
import { type Spots, sizeAt } from './spots.ts';

/** Signs in a box of 16 by 16. */
const signs: Readonly<Record<Offer['kind'], string>> = {
  start: 'M5 3.5v9l7-4.5z',
  finish: 'M3.5 8.5l3 3l6-7',
  event: 'M9 1.5L4 9h3.5L7 14.5L12 7H8.5z',
  way: 'M3 8h9M8.5 4.5L12 8l-3.5 3.5',
  fail: 'M4 4l8 8M12 4l-8 8',
  again: 'M12.5 6A5 5 0 1 0 13 9M13 3v3.5H9.5',
  count: 'M5 3v10M8 3v10M11 3v10',
  state: 'M4 4h8v8H4z',
  plan: 'M8 3.5v9M3.5 8h9',
};

/** Half of a button's width at normal size, in px on the screen. */
const radius = 11;

/** What is offered at one place of the picture. */
interface Group {
  readonly offers: Offer[];
  readonly element: string;
  readonly isTable: boolean;
}

/** Buttons on the picture for what can be done: one for each element and kind, which opens a list where there are several. */
export class OfferButtons {
  readonly #diagram: Diagram;
  readonly #layer = document.createElement('div');
  readonly #menu: OfferMenu;
  readonly #take: (offer: Offer, isAlways: boolean) => void;
  readonly #buttons = new Map<string, { readonly button: HTMLButtonElement; group: Group; place?: Waypoint }>();

  constructor(container: HTMLElement, diagram: Diagram, take: (offer: Offer, isAlways: boolean) => void) {
    this.#diagram = diagram;
    this.#take = take;
    this.#layer.className = 'procedo-offers';
    this.#menu = new OfferMenu(this.#layer, take);
    container.append(this.#layer);
  }

  remove(): void {
    this.#layer.remove();
  }

  /** Shows the main things that can be done. */
  show(offers: readonly Offer[]): void {
    const groups = groupsOf(offers.filter(({ isMain }) => isMain));
    for (const [key, { button }] of this.#buttons) {
      if (groups.has(key)) continue;
      button.remove();
      this.#buttons.delete(key);
    }
    for (const [key, group] of groups) {
      const known = this.#buttons.get(key);
      if (known) known.group = group;
      else this.#buttons.set(key, { button: this.#button(key), group });
      label(this.#buttons.get(key)?.button, group.offers);
    }
    this.#menu.close();
  }

  /** Finds the buttons their places, beside what has one already. */
  arrange(spots: Spots): void {
    for (const each of this.#buttons.values()) {
      const drawn = this.#visible(each.group);
      const size = radius * sizeAt(this.#diagram.camera.scale);
      if (drawn) each.place = each.group.isTable ? spots.table(drawn, size) : spots.button(drawn, size);
      each.button.hidden = drawn === undefined;
    }
    this.place();
  }

  /** Puts the buttons where their elements are on the screen. */
  place(): void {
    const { camera } = this.#diagram;
    const { x, y } = camera.view;
    const size = sizeAt(camera.scale);
    for (const { button, place } of this.#buttons.values()) {
      if (!place || button.hidden) continue;
      const [left, top] = [(place.x - x) * camera.scale - radius, (place.y - y) * camera.scale - radius];
      button.style.transform = `translate(${left}px, ${top}px) scale(${size})`;
    }
    this.#menu.close();
  }

  /** What runs in another file is offered at what calls it. */
  #visible({ element, offers }: Group): Drawn | undefined {
    const { planes, viewer, notation } = this.#diagram;
    const [drawn] = [element, ...(offers[0]?.around ?? [])].flatMap((id) => notation.find(id).slice(0, 1));
    const isVisible = drawn !== undefined && !drawn.hidden && viewer.get('canvas').findRoot(drawn) === planes.visible;
    return isVisible ? drawn : undefined;
  }

  #button(key: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = key.slice(0, key.indexOf(' '));
    // The panel's list is what keys walk; here they would be met twice.
    button.tabIndex = -1;
    button.addEventListener('click', ({ shiftKey }) => {
      const offers = this.#buttons.get(key)?.group.offers ?? [];
      const [only, other] = offers;
      if (other) this.#menu.open(button, offers);
      else if (only) this.#take(only, shiftKey);
    });
    button.append(icon(signs[button.className as Offer['kind']]));
    this.#layer.append(button);
    return button;
  }
}

function groupsOf(offers: readonly Offer[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  const add = (offer: Offer, element: string, isTable: boolean) => {
    const key = `${offer.kind} ${isTable ? 'table ' : ''}${element}`;
    const group = groups.get(key) ?? { offers: [], element, isTable };
    group.offers.push(offer);
    groups.set(key, group);
  };
  for (const offer of offers) {
    add(offer, offer.element, false);
    if (offer.table !== undefined) add(offer, offer.table, true);
  }
  return groups;
}

function label(button: HTMLButtonElement | undefined, offers: readonly Offer[]): void {
  const [only, other] = offers;
  const isWay = only?.kind === 'way' && !other;
  const words = other ? `Choose one of ${offers.length}: ${offers.map(({ label }) => label).join(', ')}` : only?.label;
  button?.setAttribute('aria-label', words ?? '');
  if (button) button.title = isWay ? `${words} (Shift: always)` : (words ?? '');
  button?.classList.toggle('several', other !== undefined);
}
