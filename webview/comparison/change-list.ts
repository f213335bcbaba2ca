import type { ListedChange } from '../../src/protocol/comparison.ts';

const words = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;
const signs = { added: '+', removed: '−', changed: '△' } as const;

/** The list of the changes, to walk by keys or to click: a list box, below a heading for each process or case. */
export class ChangeList {
  readonly #list: HTMLElement;
  readonly #choose: (index: number) => void;
  #options: HTMLElement[] = [];
  #chosen = -1;

  /** @param choose hears the number of a change that was chosen by hand */
  constructor(list: HTMLElement, choose: (index: number) => void) {
    this.#list = list;
    this.#choose = choose;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Changes');
    list.tabIndex = 0;
    list.addEventListener('keydown', (event) => this.#press(event));
  }

  get chosen(): number {
    return this.#chosen;
  }

  show(changes: readonly ListedChange[]): void {
    this.#options = changes.map((change, index) => this.#option(change, index));
    const groups = Map.groupBy(changes.keys(), (index) => changes[index]?.group ?? '');
    const parts = [...groups].map(([group, indices]) => {
      const part = document.createElement('div');
      part.setAttribute('role', 'group');
      part.setAttribute('aria-label', group);
      const heading = document.createElement('h3');
      heading.textContent = group;
      part.append(...(group === '' ? [] : [heading]), ...indices.flatMap((index) => this.#options[index] ?? []));
      return part;
    });
    this.#list.replaceChildren(...parts);
    this.#list.dataset.empty = 'No changes: both say the same.';
    this.#chosen = -1;
  }

  /** Marks a change as the one that is looked at. */
  mark(index: number): void {
    for (const [at, option] of this.#options.entries()) option.ariaSelected = String(at === index);
    this.#chosen = index;
    const option = this.#options[index];
    if (option) this.#list.setAttribute('aria-activedescendant', option.id);
    else this.#list.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** Chooses the next change, or the one before; round the ends. */
  step(by: number): void {
    const { length } = this.#options;
    if (length === 0) return;
    const from = this.#chosen < 0 && by < 0 ? 0 : this.#chosen;
    this.#choose((from + by + length) % length);
  }

  #option({ mark, sentence }: ListedChange, index: number): HTMLElement {
    const option = document.createElement('div');
    option.setAttribute('role', 'option');
    option.id = `change-${index}`;
    option.className = mark;
    const sign = document.createElement('span');
    sign.className = 'sign';
    sign.textContent = signs[mark];
    sign.setAttribute('aria-label', words[mark]);
    const text = document.createElement('span');
    text.textContent = sentence;
    option.append(sign, text);
    option.addEventListener('click', () => this.#choose(index));
    return option;
  }

  #press(event: KeyboardEvent): void {
    const { length } = this.#options;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(this.#chosen + 1, length - 1),
      ArrowUp: Math.max(this.#chosen - 1, 0),
      Home: 0,
      End: length - 1,
      Enter: Math.max(this.#chosen, 0),
    };
    const place = places[event.key];
    if (place === undefined || length === 0) return;
    event.preventDefault();
    this.#choose(place);
  }
}
