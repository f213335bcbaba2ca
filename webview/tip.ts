import type { Severity } from '../src/base/problem.ts';

/** How long the pointer may be between a mark and its message, in ms. */
const grace = 150;

/** A line of a tip: a problem, or, without a severity, what a click does. */
export interface Message {
  readonly message: string;
  readonly severity?: Severity;
}

/** Distance to the mark and to the edges of the page, in px. */
const gap = 6;

/** What is to be said of a mark, beside it: shown while the pointer or the focus is on the mark (or the pointer on the message). */
export class Tip {
  readonly #box: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #mark: SVGElement | undefined;

  /** `box` is empty and hidden. */
  constructor(box: HTMLElement) {
    this.#box = box;
    box.setAttribute('role', 'tooltip');
    box.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    box.addEventListener('pointerleave', () => this.#leave());
    // Heard before the picture hears it, which lets go of its current element.
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide(), { capture: true });
  }

  /** @param messages what to say, when it is asked for */
  attach(mark: SVGElement, messages: () => readonly Message[]): void {
    mark.addEventListener('pointerenter', () => this.#show(mark, messages()));
    mark.addEventListener('focus', () => this.#show(mark, messages()));
    mark.addEventListener('pointerleave', () => this.#leave());
    mark.addEventListener('blur', () => this.hide());
  }

  /** Marks were drawn anew: a message whose mark is gone goes too. */
  follow(): void {
    if (!this.#mark?.isConnected) {
      this.hide();
    }
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#box.hidden = true;
  }

  #leave(): void {
    this.#timer = setTimeout(() => this.hide(), grace);
  }

  #show(mark: SVGElement, messages: readonly Message[]): void {
    clearTimeout(this.#timer);
    this.#mark = mark;
    this.#box.replaceChildren(...messages.map(lineOf));
    this.#box.hidden = false;
    const [at, { width, height }] = [mark.getBoundingClientRect(), this.#box.getBoundingClientRect()];
    const left = Math.min(at.left, window.innerWidth - width - gap);
    const above = at.top - height - gap;
    this.#box.style.left = `${Math.max(gap, left)}px`;
    this.#box.style.top = `${above >= gap ? above : at.bottom + gap}px`;
  }
}

function lineOf({ severity, message }: Message): HTMLElement {
  const line = document.createElement('div');
  line.className = severity ?? '';
  line.textContent = message;
  return line;
}
