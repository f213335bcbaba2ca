import { type Findable, search } from './search.ts';

export interface FinderActions {
  /** What can be found now. */
  elements(): readonly Findable[];
  /** A person looks at this one in the list: show it in the picture. */
  show(found: Findable): void;
  /** A person wants this one. */
  open(found: Findable): void;
  /** A search begins. */
  opened(): void;
  /** The search is over; the focus goes back to the picture. */
  closed(): void;
}

/** The field that finds an element by its label: a combobox (WAI-ARIA) whose list is always open. */
export class Finder {
  readonly #box: HTMLElement;
  readonly #actions: FinderActions;
  readonly #field = document.createElement('input');
  readonly #list = document.createElement('ul');
  readonly #count = document.createElement('div');
  #found: readonly Findable[] = [];
  #active = -1;

  /** `box` is empty and hidden. */
  constructor(box: HTMLElement, actions: FinderActions) {
    this.#box = box;
    this.#actions = actions;
    box.setAttribute('role', 'search');
    const attributes = { role: 'combobox', 'aria-label': 'Find an element by its label', 'aria-controls': 'found' };
    for (const [name, value] of Object.entries({
      ...attributes,
      'aria-autocomplete': 'list',
      'aria-expanded': 'true',
    })) {
      this.#field.setAttribute(name, value);
    }
    this.#field.type = 'text';
    this.#field.spellcheck = false;
    this.#field.placeholder = 'Find';
    this.#list.id = 'found';
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', 'Elements found');
    this.#count.className = 'for-screen-readers';
    this.#count.setAttribute('aria-live', 'polite');
    box.append(this.#field, this.#list, this.#count);
    this.#field.addEventListener('input', () => this.#search());
    box.addEventListener('keydown', (event) => this.#press(event));
  }

  open(): void {
    this.#box.hidden = false;
    this.#field.focus();
    this.#field.select();
    this.#actions.opened();
    this.#search();
  }

  close(): void {
    this.#box.hidden = true;
    this.#actions.closed();
  }

  get isOpen(): boolean {
    return !this.#box.hidden;
  }

  /** The picture has changed: the list follows. */
  refresh(): void {
    if (!this.#box.hidden) {
      this.#search();
    }
  }

  #search(): void {
    this.#found = search(this.#actions.elements(), this.#field.value);
    this.#list.replaceChildren(...this.#found.map((element, i) => this.#option(element, i)));
    this.#count.textContent = this.#found.length === 0 ? 'Nothing found' : `${this.#found.length} found`;
    this.#list.dataset.empty = this.#found.length === 0 ? 'Nothing is called that.' : '';
    this.#activate(this.#field.value === '' ? -1 : 0);
  }

  #option({ label, kind, diagram }: Findable, index: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `found-${index}`;
    option.setAttribute('role', 'option');
    const name = document.createElement('span');
    name.textContent = label;
    const what = document.createElement('span');
    what.className = 'kind';
    what.textContent = diagram ? `${kind} in ${diagram.name || diagram.id}` : kind;
    option.append(name, what);
    option.addEventListener('click', () => this.#choose(index));
    return option;
  }

  #activate(index: number): void {
    this.#active = Math.min(index, this.#found.length - 1);
    for (const [i, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(i === this.#active));
    }
    this.#field.setAttribute('aria-activedescendant', this.#active < 0 ? '' : `found-${this.#active}`);
    this.#list.children[this.#active]?.scrollIntoView({ block: 'nearest' });
  }

  #press(event: KeyboardEvent): void {
    event.stopPropagation();
    const { length } = this.#found;
    if (event.key === 'Escape') {
      this.close();
    } else if (event.key === 'Enter') {
      this.#choose(Math.max(0, this.#active));
    } else if (event.key === 'ArrowDown') {
      this.#step(this.#active + 1 < length ? this.#active + 1 : 0);
    } else if (event.key === 'ArrowUp') {
      this.#step(this.#active > 0 ? this.#active - 1 : length - 1);
    } else {
      return;
    }
    event.preventDefault();
  }

  #step(index: number): void {
    this.#activate(index);
    const element = this.#found[this.#active];
    if (element) {
      this.#actions.show(element);
    }
  }

  #choose(index: number): void {
    const element = this.#found[index];
    if (element) {
      this.close();
      this.#actions.open(element);
    }
  }
}
