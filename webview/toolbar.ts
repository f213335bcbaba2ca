import { button, iconButton } from './icon-button.ts';

/** Line drawings in a box of 16 by 16. */
const icons = {
  zoomOut: 'M3.5 8h9',
  zoomIn: 'M3.5 8h9M8 3.5v9',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  simulate: 'M4.5 3v10l8-5z',
  tidy: 'M2.5 3.5h4v3h-4zM9.5 3.5h4v3h-4zM9.5 9.5h4v3h-4zM6.5 5h3M11.5 6.5v3',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  copied: 'M3 8.5l3.5 3.5L13 4.5',
  find: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9M10.3 10.3l3.7 3.7',
} as const;

/** How long it is said that something was done, in ms. */
const shownFor = 2000;

export interface ToolbarActions {
  zoomOut(): void;
  zoomIn(): void;
  /** Back to the size of life. */
  resetZoom(): void;
  fit(): void;
  find(): void;
  /** Puts the diagram into the clipboard as a picture. */
  copy(): void;
  /** Lays out anew what was placed by hand. */
  tidy(): void;
  /** Runs the model, or stops that. */
  simulate(): void;
  /** A pointer has pressed a button: keys are for the picture from there. */
  pressed(): void;
}

/** The bar over the picture: zoom, fit, find. */
export class Toolbar {
  readonly #scale: HTMLButtonElement;
  readonly #tidy: HTMLButtonElement;
  readonly #simulate: HTMLButtonElement;
  readonly #copy: HTMLButtonElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement, actions: ToolbarActions) {
    parent.setAttribute('role', 'toolbar');
    parent.setAttribute('aria-label', 'Diagram view');
    this.#scale = button('Zoom to 100 %', actions.resetZoom);
    this.#scale.classList.add('scale');
    const zoomOut = iconButton('Zoom out (-)', icons.zoomOut, actions.zoomOut);
    const zoomIn = iconButton('Zoom in (+)', icons.zoomIn, actions.zoomIn);
    const fit = iconButton('Fit to view (0)', icons.fit, actions.fit);
    const find = iconButton('Find an element (Ctrl+F)', icons.find, actions.find);
    this.#copy = iconButton('Copy as a picture (Ctrl+C)', icons.copy, actions.copy);
    this.#tidy = iconButton('Tidy the current element, or all', icons.tidy, actions.tidy);
    this.#tidy.hidden = true;
    this.#simulate = iconButton('Simulate (s)', icons.simulate, actions.simulate);
    this.isSimulating = false;
    // Before the button acts, which may take the focus elsewhere. A key that presses it leaves the focus where it is.
    parent.addEventListener('click', ({ detail }) => detail > 0 && actions.pressed(), { capture: true });
    parent.append(zoomOut, this.#scale, zoomIn, fit, find, this.#copy, this.#tidy, this.#simulate);
  }

  /** Whether there may be something to tidy: files that are only looked at stay as they are. */
  set canTidy(can: boolean) {
    this.#tidy.hidden = !can;
  }

  /** Says for a while that the picture is in the clipboard. */
  showCopied(): void {
    const draw = (outline: string) => this.#copy.querySelector('path')?.setAttribute('d', outline);
    draw(icons.copied);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => draw(icons.copy), shownFor);
  }

  /** Whether the model is run: the button that has begun it ends it. */
  set isSimulating(is: boolean) {
    this.#simulate.setAttribute('aria-pressed', String(is));
  }

  showScale(scale: number): void {
    const shown = `${Math.round(scale * 100)} %`;
    this.#scale.textContent = shown;
    this.#scale.setAttribute('aria-label', `${shown}: zoom to 100 %`);
  }
}
