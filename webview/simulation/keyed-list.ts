/** One entry of a list: what it shows may change, the element stays. */
export interface Row<T> {
  readonly element: HTMLElement;
  update(item: T, place: number): void;
}

/** A list whose entries stay where their items stay: who has the focus keeps it, who reads is not interrupted. */
export class KeyedList<T> {
  readonly element: HTMLElement;
  readonly #keyOf: (item: T) => string;
  readonly #make: () => Row<T>;
  #rows = new Map<string, Row<T>>();

  constructor(element: HTMLElement, keyOf: (item: T) => string, make: () => Row<T>) {
    this.element = element;
    this.#keyOf = keyOf;
    this.#make = make;
  }

  show(items: readonly T[]): void {
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    const place = focused ? [...this.element.children].findIndex((child) => child.contains(focused)) : -1;
    const rows = this.#rowsOf(items);
    for (const [key, row] of this.#rows) if (!rows.has(key)) row.element.remove();
    this.#rows = rows;
    let next = this.element.firstElementChild;
    for (const { element } of rows.values()) {
      if (element === next) next = element.nextElementSibling;
      else this.element.insertBefore(element, next);
    }
    if (focused && document.activeElement !== focused) this.#focus(focused, place);
  }

  #rowsOf(items: readonly T[]): Map<string, Row<T>> {
    const rows = new Map<string, Row<T>>();
    for (const [place, item] of items.entries()) {
      let key = this.#keyOf(item);
      while (rows.has(key)) key += '+';
      const row = this.#rows.get(key) ?? this.#make();
      row.update(item, place);
      rows.set(key, row);
    }
    return rows;
  }

  /** Back to who had it, else to who stands there now. */
  #focus(focused: Element, place: number): void {
    const there = this.element.children[Math.min(place, this.element.children.length - 1)];
    const next = focused.isConnected ? focused : there?.querySelector('button:not([tabindex="-1"]), input');
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }
}

/** The arrow keys walk from button to button of a list. @returns false: there is none to go to */
export function walkList(event: KeyboardEvent): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.target instanceof HTMLButtonElement ? event.target.closest('ol, [role="menu"]') : null;
  if (step === undefined || !list) return false;
  const buttons = [...list.querySelectorAll<HTMLElement>('button:not(.run, .cross)')];
  buttons[buttons.indexOf(event.target as HTMLElement) + step]?.focus();
  return true;
}
