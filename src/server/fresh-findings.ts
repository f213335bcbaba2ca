import type { DocumentFinding } from './document-finding.ts';
import type { FindingStore } from './finding-store.ts';
import { Pauses } from './pauses.ts';

/** ms without a change after which somebody looks at what was typed, and not at what comes next. */
const REST = 1500;

interface Untold {
  readonly text: string;
  readonly findings: readonly DocumentFinding[];
  readonly areOfRuns: boolean;
}

/**
 * Tells of new findings when the typing rests. Whoever writes a process from its start to its end has, after each step, one that
 * leads nowhere: of that nobody wants to be told who is about to type the next. What is gone goes at once, and what was told
 * already is kept up to date with every key.
 */
export class FreshFindings {
  readonly #store: FindingStore;
  readonly #rests: Pauses;
  /** By URI: what was found in the newest text, while it is not told. */
  readonly #untold = new Map<string, Untold>();

  /** @param report told of what goes wrong when findings are told later */
  constructor(store: FindingStore, report: (error: unknown) => void) {
    this.#store = store;
    this.#rests = new Pauses(report, REST);
  }

  /** The text of an open document has changed. Before anything was found in it, it was only opened. */
  typed(uri: string): void {
    this.#untold.delete(uri);
    if (this.#store.knows(uri)) this.#rests.wait(uri, 0, async () => this.tell(uri));
  }

  /** Takes what was found in a text, as `FindingStore.put` does; what is new in it waits until the typing rests. */
  put(uri: string, text: string, findings: readonly DocumentFinding[], areOfRuns: boolean): void {
    if (!this.#rests.isWaiting(uri)) {
      this.#store.put(uri, text, findings, areOfRuns);
      return;
    }
    const told = new Set(this.#store.of(uri, text).flatMap(placesOf));
    this.#untold.set(uri, { text, findings, areOfRuns });
    this.#store.put(
      uri,
      text,
      findings.filter((finding) => placesOf(finding).some((place) => told.has(place))),
      areOfRuns,
    );
  }

  /** Tells all that is known: the typing rests, or the document is saved. */
  tell(uri: string): void {
    this.#rests.cancel(uri);
    const untold = this.#untold.get(uri);
    this.#untold.delete(uri);
    if (untold) this.#store.put(uri, untold.text, untold.findings, untold.areOfRuns);
  }

  /** The document is closed. */
  forget(uri: string): void {
    this.#rests.cancel(uri);
    this.#untold.delete(uri);
  }
}

/** What makes a finding the same one after the next key: ids made from labels change with it, and so does the line below a new one. */
function placesOf({ code, element, range }: DocumentFinding): string[] {
  const line = `${code} in ${range?.start.line}`;
  return element === undefined ? [line] : [line, `${code} of ${element}`];
}
