import type { Range } from '../src/base/range.ts';
import type { ViewProblem } from '../src/protocol/server.ts';

/** An error that is gone before a person could read it is not shown: most are half-typed words. In ms. */
const patience = 500;

/** The strip under the picture that says what is wrong and leads there; quiet as long as nothing is. */
export class Banner {
  readonly #strip: HTMLElement;
  readonly #open: (range: Range) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `strip` is empty and hidden; `open` leads to a place in the text. */
  constructor(strip: HTMLElement, open: (range: Range) => void) {
    this.#strip = strip;
    this.#open = open;
  }

  /**
   * Shows the first error, and marks the page as stale if the picture is older than the text (`isStale`). `failure`
   * is why the picture could not be drawn, where the text itself is not to blame.
   */
  show(problems: readonly ViewProblem[], isStale: boolean, failure?: string): void {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const message = first?.message ?? failure;
    clearTimeout(this.#timer);
    if (message === undefined) {
      this.#clear();
      return;
    }
    const present = () => this.#present(message, first?.range, errors.length - 1, isStale);
    // What is shown already follows at once; only the first error of a clean text waits.
    if (this.#strip.hidden) {
      this.#timer = setTimeout(present, patience);
    } else {
      present();
    }
  }

  #clear(): void {
    this.#strip.hidden = true;
    this.#strip.replaceChildren();
    document.body.classList.remove('stale');
  }

  #present(message: string, range: Range | undefined, others: number, isStale: boolean): void {
    const place = document.createElement('span');
    place.className = 'place';
    place.textContent = range ? `Line ${range.start.line + 1}` : 'Not drawn';
    const words = document.createElement('span');
    words.className = 'message';
    words.textContent = message;
    const line = document.createElement('button');
    line.type = 'button';
    line.disabled = range === undefined;
    line.title = range ? 'Go to this place in the text' : message;
    line.append(place, words);
    if (others > 0) {
      const more = document.createElement('span');
      more.className = 'more';
      more.textContent = `${others} more`;
      line.append(more);
    }
    line.addEventListener('click', () => range && this.#open(range));
    this.#strip.replaceChildren(line);
    this.#strip.hidden = false;
    document.body.classList.toggle('stale', isStale);
  }
}
