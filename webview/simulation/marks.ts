import type { Diagram } from '../diagram.ts';

/** Classes that a simulation gives to what is drawn. */
const classes = {
  passed: 'procedo-passed',
  lit: 'procedo-lit',
  awaited: 'procedo-awaited',
  missing: 'procedo-missing',
} as const;

export type Mark = keyof typeof classes;

/** What a simulation marks in the picture; only what differs is touched. */
export class Marks {
  readonly #diagram: Diagram;
  readonly #marked = new Map<Mark, Map<Element, string>>();

  constructor(diagram: Diagram) {
    this.#diagram = diagram;
  }

  /** Marks these elements so, and no others. */
  set(mark: Mark, ids: Iterable<string>): void {
    const before = this.#marked.get(mark) ?? new Map<Element, string>();
    const now = new Map<Element, string>();
    for (const id of ids) for (const graphics of this.#graphics(id)) now.set(graphics, id);
    for (const graphics of before.keys()) if (!now.has(graphics)) graphics.classList.remove(classes[mark]);
    for (const graphics of now.keys()) if (!before.has(graphics)) graphics.classList.add(classes[mark]);
    this.#marked.set(mark, now);
  }

  clear(): void {
    for (const mark of Object.keys(classes) as Mark[]) this.set(mark, []);
  }

  #graphics(id: string): Element[] {
    const registry = this.#diagram.viewer.get('elementRegistry');
    const [drawn] = this.#diagram.notation.find(id);
    const graphics = drawn && registry.getGraphics(drawn);
    return graphics ? [graphics] : [];
  }
}
