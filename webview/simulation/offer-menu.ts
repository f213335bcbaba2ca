import type { Offer } from '../../src/simulation/index.ts';
import { walkList } from './keyed-list.ts';
import { runNumber } from './run-number.ts';

/** A list at a button of the picture: several things can be done there. */
export class OfferMenu {
  readonly #element = document.createElement('div');
  readonly #take: (offer: Offer, isAlways: boolean) => void;
  #opener: HTMLElement | undefined;

  constructor(parent: HTMLElement, take: (offer: Offer, isAlways: boolean) => void) {
    this.#take = take;
    this.#element.className = 'procedo-menu';
    this.#element.setAttribute('role', 'menu');
    this.#element.hidden = true;
    this.#element.addEventListener('keydown', (event) => {
      const isClosed = event.key === 'Escape';
      if (isClosed) this.close();
      if (!isClosed && !walkList(event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.#element.addEventListener('focusout', ({ relatedTarget }) => {
      const isInside = relatedTarget instanceof Node && this.#element.contains(relatedTarget);
      if (!isInside && relatedTarget !== this.#opener) this.close();
    });
    parent.append(this.#element);
  }

  open(opener: HTMLElement, offers: readonly Offer[]): void {
    const wasOpen = this.#opener === opener;
    this.close();
    if (wasOpen) return;
    this.#opener = opener;
    this.#element.replaceChildren(...offers.map((offer) => this.#entry(offer)));
    this.#element.hidden = false;
    this.#placeAt(opener);
    this.#element.querySelector<HTMLElement>('button:not(.run)')?.focus();
  }

  close(): void {
    if (this.#element.hidden) return;
    this.#element.hidden = true;
    this.#opener = undefined;
  }

  #entry(offer: Offer): HTMLElement {
    const [row, button, number] = [document.createElement('div'), document.createElement('button'), runNumber()];
    number.update(offer.run);
    button.type = 'button';
    button.setAttribute('role', 'menuitem');
    button.textContent = offer.label;
    button.addEventListener('click', ({ shiftKey }) => {
      this.close();
      this.#take(offer, shiftKey);
    });
    row.append(number.element, button);
    return row;
  }

  /** Below the button, inside of the picture. */
  #placeAt(opener: HTMLElement): void {
    const [at, around] = [opener.getBoundingClientRect(), this.#element.parentElement?.getBoundingClientRect()];
    if (!around) return;
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const left = Math.max(4, Math.min(at.left - around.left, around.width - width - 4));
    const below = at.bottom - around.top + 4;
    const top = below + height <= around.height ? below : Math.max(4, at.top - around.top - height - 4);
    this.#element.style.transform = `translate(${left}px, ${top}px)`;
  }
}
