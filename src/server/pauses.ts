import type { LangiumDocument } from 'langium';
import { idsOf } from '../language/index.ts';

/** From this many elements on a model waits for a pause in the typing: making it takes longer than a keystroke. */
const MANY = 1000;
/** ms without a change that count as a pause, at least. */
const PAUSE = 150;
/** Times as long as the last model took: while one is made nothing else is answered, so a large one waits for a longer pause. */
const SHARE = 2;

/** Whether the model of a document is made only when the typing pauses. */
export function waitsForPause(document: LangiumDocument): boolean {
  return idsOf(document.parseResult.value).idOf.size >= MANY;
}

/** What is to be done when the typing in a document pauses, one thing a document. */
export class Pauses {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #report: (error: unknown) => void;
  readonly #pause: number;

  /**
   * @param report told of what goes wrong: nobody waits for it, and it must not end the server
   * @param pause ms that count as a pause, at least
   */
  constructor(report: (error: unknown) => void, pause = PAUSE) {
    this.#report = report;
    this.#pause = pause;
  }

  /** Does `action`, which takes about `time` ms, after a pause, unless the document changes before. */
  wait(uri: string, time: number, action: () => Promise<void>): void {
    this.cancel(uri);
    const timer = setTimeout(
      () => {
        this.#timers.delete(uri);
        action().catch(this.#report);
      },
      Math.max(this.#pause, SHARE * time),
    );
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
