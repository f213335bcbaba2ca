import type { DiagramName, Notation } from '../src/protocol/server.ts';
import { svgElement } from './svg-element.ts';

/** Line drawings in a box of 16 by 16: two steps with a flow, a folder. */
const icons: Readonly<Record<Notation, string>> = {
  bpmn: 'M1.5 5.5h4v5h-4zM5.5 8h4.5M8.5 6.2l1.8 1.8-1.8 1.8M10.5 5.5h4v5h-4z',
  cmmn: 'M1.5 12.5v-9h4l1.5 2h7.5v7z',
};

const words: Readonly<Record<Notation, string>> = { bpmn: 'process', cmmn: 'case' };

/** The tabs over the picture: a diagram each, if there are several. */
export class Tabs {
  readonly #bar: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #show: (diagram: string) => void;

  /**
   * @param bar is empty and hidden
   * @param panel what the tabs show their diagrams in
   */
  constructor(bar: HTMLElement, panel: HTMLElement, show: (diagram: string) => void) {
    this.#bar = bar;
    this.#panel = panel;
    this.#show = show;
    bar.setAttribute('role', 'tablist');
    bar.setAttribute('aria-label', 'Diagrams');
    bar.addEventListener('keydown', (event) => this.#press(event));
  }

  /** Offers the diagrams to choose from, the first where none is called `shown`; one alone needs no choice. */
  update(diagrams: readonly DiagramName[], shown: string): void {
    const chosen = diagrams.some(({ id }) => id === shown) ? shown : diagrams[0]?.id;
    const isMixed = new Set(diagrams.map(({ notation }) => notation)).size > 1;
    // A tab that is there stays the same element: it may have the focus.
    while (this.#bar.childElementCount > diagrams.length) {
      this.#bar.lastElementChild?.remove();
    }
    for (const [i, diagram] of diagrams.entries()) {
      this.#fill(this.#tabs[i] ?? this.#add(i), diagram, diagram.id === chosen, isMixed);
    }
    this.#bar.hidden = diagrams.length < 2;
    const tab = this.#chosen;
    if (this.#bar.hidden || !tab) {
      this.#panel.removeAttribute('role');
      this.#panel.removeAttribute('aria-labelledby');
    } else {
      this.#panel.setAttribute('role', 'tabpanel');
      this.#panel.setAttribute('aria-labelledby', tab.id);
      tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  get #tabs(): HTMLButtonElement[] {
    return [...this.#bar.querySelectorAll('button')];
  }

  get #chosen(): HTMLButtonElement | undefined {
    return this.#tabs.find((tab) => tab.ariaSelected === 'true');
  }

  #add(index: number): HTMLButtonElement {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.id = `tab-${index}`;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', this.#panel.id);
    tab.addEventListener('click', () => this.#choose(tab));
    this.#bar.append(tab);
    return tab;
  }

  #fill(tab: HTMLButtonElement, { id, name, notation }: DiagramName, isChosen: boolean, isMixed: boolean): void {
    const label = document.createElement('span');
    label.textContent = name || id;
    const icon = svgElement('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, [
      svgElement('path', { d: icons[notation] }),
    ]);
    tab.replaceChildren(...(isMixed ? [icon, label] : [label]));
    tab.title = isMixed ? `${name || id}, ${words[notation]}` : name || id;
    tab.ariaLabel = tab.title;
    tab.dataset.diagram = id;
    tab.ariaSelected = String(isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
  }

  /** The tab is chosen at once; the picture follows as soon as it is drawn. */
  #choose(tab: HTMLButtonElement): void {
    for (const other of this.#tabs) {
      other.ariaSelected = String(other === tab);
      other.tabIndex = other === tab ? 0 : -1;
    }
    this.#show(tab.dataset.diagram ?? '');
  }

  /** As in all tabs: arrows go round, Home and End to the ends, and what has the focus is shown. */
  #press(event: KeyboardEvent): void {
    const tabs = this.#tabs;
    const focused = tabs.find((tab) => tab === document.activeElement);
    const at = focused ? tabs.indexOf(focused) : -1;
    const places: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[places[event.key] ?? -1];
    if (next && focused) {
      event.preventDefault();
      next.focus();
      this.#choose(next);
    }
  }
}
