import type { ViewProblem } from '../src/protocol/server.ts';

/** How long the pointer may be between a mark and its message, in ms. */
const grace = 150;

/** Distance to the mark and to the edges of the page, in px. */
const gap = 6;

/** The message of a mark, beside it: shown while the pointer or the focus is on the mark (or the pointer on the message). */
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

  attach(mark: SVGElement, problems: readonly ViewProblem[]): void {
    mark.addEventListener('pointerenter', () => this.#show(mark, problems));
    mark.addEventListener('focus', () => this.#show(mark, problems));
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

  #show(mark: SVGElement, problems: readonly ViewProblem[]): void {
    clearTimeout(this.#timer);
    this.#mark = mark;
    this.#box.replaceChildren(...problems.map(message));
    this.#box.hidden = false;
    const [at, { width, height }] = [mark.getBoundingClientRect(), this.#box.getBoundingClientRect()];
    const left = Math.min(at.left, window.innerWidth - width - gap);
    const above = at.top - height - gap;
    this.#box.style.left = `${Math.max(gap, left)}px`;
    this.#box.style.top = `${above >= gap ? above : at.bottom + gap}px`;
  }
}

function message({ severity, message }: ViewProblem): HTMLElement {
  const line = document.createElement('div');
  line.className = severity;
  line.textContent = message;
  return line;
}
