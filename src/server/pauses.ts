import type { LangiumDocument } from 'langium';
import { idsOf } from '../language/index.ts';

/** From this many elements on a model waits for a pause in the typing: making it takes longer than a keystroke. */
const MANY = 1000;
/** ms without a change that count as a pause. */
const PAUSE = 150;

/** Whether the model of a document is made only when the typing pauses. */
export function waitsForPause(document: LangiumDocument): boolean {
  return idsOf(document.parseResult.value).idOf.size >= MANY;
}

/** What is to be done when the typing in a document pauses, one thing a document. */
export class Pauses {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #report: (error: unknown) => void;

  /** @param report told of what goes wrong: nobody waits for it, and it must not end the server */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Does `action` after a pause, unless the document changes before. */
  wait(uri: string, action: () => Promise<void>): void {
    this.cancel(uri);
    const timer = setTimeout(() => {
      this.#timers.delete(uri);
      action().catch(this.#report);
    }, PAUSE);
    this.#timers.set(uri, timer);
  }

  isWaiting(uri: string): boolean {
    return this.#timers.has(uri);
  }

  cancel(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }
}
