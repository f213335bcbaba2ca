import type { Happening } from '../../src/simulation/index.ts';

/** What there is to run, and what of it is on the screen. */
export interface Runnable {
  /** The XML of the processes and of the cases of the document, '' where there is none. */
  readonly texts: readonly [string, string];
  /** Ids of the diagrams that a person can choose, and that of the one that is shown. */
  readonly diagrams: readonly string[];
  readonly shown: string;
}

/** So long is waited at most for a diagram that was asked for, in milliseconds. */
const patience = 2_000;

/** Happenings that show where a run is. */
const whereItIs: ReadonlySet<string> = new Set(['took', 'entered', 'completed', 'went']);

/** Which diagram of the document is on the screen, and which one has to be. */
export class Sight {
  readonly #ask: (diagram: string) => void;
  #runnable: Runnable = { texts: ['', ''], diagrams: [], shown: '' };
  /** Ids of the diagrams by the elements that they show. */
  #diagramOf: ReadonlyMap<string, string> = new Map();
  #awaited: { readonly diagram: string; readonly resolve: () => void } | undefined;

  /** @param ask has another diagram shown, which `see` tells when it is there */
  constructor(ask: (diagram: string) => void) {
    this.#ask = ask;
  }

  /** What is on the screen now. @returns whether it holds another model than before */
  see(runnable: Runnable): boolean {
    const { texts } = this.#runnable;
    this.#runnable = runnable;
    if (this.#awaited?.diagram === runnable.shown) this.#awaited.resolve();
    return runnable.texts.some((text, at) => text !== texts[at]);
  }

  /** Where the elements of the model are. */
  locate(diagramOf: ReadonlyMap<string, string>): void {
    this.#diagramOf = diagramOf;
  }

  isShown(element: string): boolean {
    return this.#diagramOf.get(element) === this.#runnable.shown;
  }

  /** Shows the diagram in which a step has come to its end: that of what is called, and that of the caller when it goes on. */
  async follow(happened: readonly Happening[]): Promise<void> {
    const { diagrams, shown } = this.#runnable;
    const last = happened.findLast(({ what, element }) => whereItIs.has(what) && this.#diagramOf.has(element));
    const diagram = this.#diagramOf.get(last?.element ?? '') ?? shown;
    if (diagram === shown || !diagrams.includes(diagram)) return;
    this.#awaited?.resolve();
    const isThere = new Promise<void>((resolve) => {
      this.#awaited = { diagram, resolve };
      setTimeout(resolve, patience);
    });
    this.#ask(diagram);
    await isThere;
  }
}
