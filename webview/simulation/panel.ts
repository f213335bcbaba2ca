import type { Happening, Moment, Offer, Play, Question, Reason } from '../../src/simulation/index.ts';
import { KeyedList, type Row, walkList } from './keyed-list.ts';
import { type Answer, questionRow, variableValue } from './question-row.ts';
import { clickedRun, runNumber, runOf } from './run-number.ts';

export interface PanelActions {
  take(offer: Offer): void;
  answer: Answer;
  /** Shows an element in the picture and in the text. */
  show(element: string): void;
  /** Points at elements of the picture; none: at nothing any more. */
  point(elements: readonly string[]): void;
  set(run: number, name: string, value: unknown): void;
  /** Asks at a gateway again. */
  release(gateway: string): void;
  removeBreakpoint(element: string): void;
  /** Shows an instance alone, or all again. */
  focus(run: number): void;
}

/** What can be done of which so many are listed, and steps whose happenings are: more is out of sight anyway. */
const mostOffers = 60;
const mostSteps = 100;

/** A line of the lists that lead to an element. */
interface Line {
  readonly run: number;
  readonly element: string;
  readonly text: string;
  readonly kind?: string;
  readonly awaits?: readonly string[];
}

/** What a simulation says in words: what can be done, what waits for what, the variables, and what has happened. */
export class Panel {
  readonly #actions: PanelActions;
  readonly #offers = section('What can be done');
  readonly #trace = section('What happened');
  readonly #facts = ['Comes by itself', 'What waits', 'Variables', 'Chosen once for all', 'Break points'].map(section);
  readonly #questions: KeyedList<Question>;
  readonly #offerList: KeyedList<Offer>;
  readonly #lists: readonly KeyedList<Line>[];
  #said = 0;
  #focused = 0;

  constructor(parent: HTMLElement, actions: PanelActions) {
    this.#actions = actions;
    const facts = document.createElement('div');
    facts.className = 'facts';
    facts.append(...this.#facts.map(({ element }) => element));
    const questions = document.createElement('ol');
    this.#offers.list.before(questions);
    this.#questions = new KeyedList(
      questions,
      ({ key }) => key,
      () => questionRow(actions.answer),
    );
    this.#offerList = new KeyedList(this.#offers.list, keyOf, () => this.#offerRow());
    const removal = [undefined, undefined, undefined, actions.release, actions.removeBreakpoint];
    this.#lists = this.#facts.map(
      ({ list }, at) =>
        new KeyedList<Line>(
          list,
          ({ run, element, text }) => `${run} ${element} ${at === 0 ? '' : text}`,
          () => this.#lineRow(removal[at]),
        ),
    );
    this.#facts[2]?.element.append(this.#addForm());
    parent.append(this.#offers.element, this.#trace.element, facts);
    parent.addEventListener('keydown', (event) => {
      if (walkList(event)) event.preventDefault();
    });
    parent.addEventListener('click', (event) => {
      const run = clickedRun(event);
      if (run !== undefined) actions.focus(run);
    });
  }

  show(moment: Moment, play: Pick<Play, 'happened' | 'count'>, focused: number): void {
    this.#focused = focused;
    const { offers, questions } = moment;
    const ordered = [...offers.filter(({ isMain }) => isMain), ...offers.filter(({ isMain }) => !isMain)];
    const inOrder = focused > 0 ? ordered.toSorted((a, b) => this.#rank(a.run) - this.#rank(b.run)) : ordered;
    this.#questions.show(questions.slice(0, mostOffers));
    // A new instance can be begun however many there are.
    const listed = inOrder.filter(({ run }, place) => place < mostOffers || run === 0);
    this.#offerList.show(listed);
    const more = inOrder.length - listed.length;
    this.#offers.list.dataset.more = more > 0 ? `and ${more} more, on the picture` : '';
    this.#offers.list.dataset.empty = 'Nothing can be done: the run is over, or stuck.';
    for (const [at, lines] of [
      moment.coming.map((each): Line => ({ ...each, text: each.label })),
      moment.waiting.map(lineOf),
      moment.variables.map(({ run, name, value }) => ({
        run,
        element: '',
        text: `${name} = ${JSON.stringify(value) ?? 'null'}`,
      })),
      moment.always.map(({ element, label }): Line => ({ run: -1, element, text: label })),
      moment.stops.map(({ element, label }): Line => ({ run: -1, element, text: label })),
    ].entries()) {
      this.#lists[at]?.show(lines.slice(0, mostOffers));
      const isNeeded = lines.length > 0 || at === 1 || at === 2;
      this.#facts[at]?.element.toggleAttribute('hidden', !isNeeded);
    }
    this.#facts[1]?.list.setAttribute('data-empty', 'Nothing waits.');
    this.#facts[2]?.list.setAttribute('data-empty', 'None is set: whoever plays decides at each gateway.');
    this.#showTrace(play);
  }

  /** Takes the offer at a place of the list, from 0. @returns false: there is none */
  press(place: number): boolean {
    const button = this.#offers.list.children[place]?.querySelector<HTMLButtonElement>('button:not(.run)');
    button?.click();
    return button !== undefined && button !== null;
  }

  #rank(run: number): number {
    return run === this.#focused ? 0 : 1;
  }

  #isOther(run: number): boolean {
    return this.#focused > 0 && run > 0 && run !== this.#focused;
  }

  #offerRow(): Row<Offer> {
    const [element, button, number] = [document.createElement('li'), plainButton(), runNumber()];
    let shown: Offer | undefined;
    button.addEventListener('click', () => shown && this.#actions.take(shown));
    element.append(number.element, button);
    const update = (offer: Offer, place: number) => {
      shown = offer;
      number.update(offer.run);
      element.classList.toggle('aside', !offer.isMain);
      element.classList.toggle('other', this.#isOther(offer.run));
      button.textContent = offer.label;
      button.dataset.key = place < 9 ? String(place + 1) : '';
      button.setAttribute('aria-keyshortcuts', button.dataset.key);
    };
    return { element, update };
  }

  /** @param remove what the cross at the end of the line does; undefined: it has none */
  #lineRow(remove?: (element: string) => void): Row<Line> {
    const [element, number, text] = [document.createElement('li'), runNumber(), plainButton()];
    let shown: Line | undefined;
    text.className = 'link';
    text.addEventListener('click', () => shown && shown.element !== '' && this.#actions.show(shown.element));
    for (const event of ['focus', 'mouseenter'])
      text.addEventListener(event, () => this.#actions.point(shown?.awaits ?? []));
    for (const event of ['blur', 'mouseleave']) text.addEventListener(event, () => this.#actions.point([]));
    element.append(number.element, text);
    if (remove) {
      const cross = plainButton();
      cross.textContent = '×';
      cross.className = 'cross';
      cross.addEventListener('click', () => shown && remove(shown.element));
      element.append(cross);
    }
    const update = (line: Line) => {
      shown = line;
      number.update(Math.max(0, line.run));
      number.element.hidden = line.run < 0;
      element.className = line.kind ?? '';
      element.classList.toggle('other', this.#isOther(line.run));
      text.textContent = line.text;
      text.disabled = line.element === '';
      element.querySelector('.cross')?.setAttribute('aria-label', `Remove: ${line.text}`);
    };
    return { element, update };
  }

  /** Adds what is new at the end; starts over where something was taken back. */
  #showTrace(play: Pick<Play, 'happened' | 'count'>): void {
    const { list } = this.#trace;
    if (play.count < this.#said) {
      list.replaceChildren();
      this.#said = 0;
    }
    const fresh = Math.min(play.count - this.#said, mostSteps);
    const items = fresh > 0 ? play.happened(fresh).filter(({ what }) => what !== 'entered') : [];
    list.append(...items.slice(-mostSteps).map((each) => this.#happening(each)));
    while (list.children.length > mostSteps) list.firstElementChild?.remove();
    list.dataset.empty = 'Nothing yet. Press Play, or start something.';
    this.#said = play.count;
    for (const item of list.children) item.classList.toggle('other', this.#isOther(runOf(item)));
    // One stop of the Tab key: the arrow keys walk from there.
    for (const link of list.querySelectorAll<HTMLElement>('.link')) link.tabIndex = -1;
    const latest = list.lastElementChild?.querySelector<HTMLElement>('.link');
    if (latest) latest.tabIndex = 0;
    if (items.length > 0) list.scrollTop = list.scrollHeight;
  }

  #happening({ what, run, element, sentence }: Happening): HTMLElement {
    const row = this.#lineRow();
    row.update({ run, element, text: sentence, kind: what }, 0);
    return row.element;
  }

  #addForm(): HTMLFormElement {
    const form = document.createElement('form');
    const input = document.createElement('input');
    input.placeholder = 'amount = 500';
    input.setAttribute('aria-label', 'Set a variable, such as amount = 500');
    form.append(input);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const [, name, text] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/s.exec(input.value) ?? [];
      input.setCustomValidity(name === undefined ? 'Write a name, = and a value: amount = 500' : '');
      if (name === undefined || text === undefined) {
        input.reportValidity();
        return;
      }
      this.#actions.set(this.#focused, name, variableValue(text));
      input.value = '';
    });
    input.addEventListener('input', () => input.setCustomValidity(''));
    return form;
  }
}

/** The time that is left to a timer is no part of it. */
function keyOf({ run, element, kind, label }: Offer): string {
  return `${run} ${element} ${kind} ${label.replace(/ \(in [^)]*\)$/, '')}`;
}

function lineOf({ run, element, sentence, isForEver, awaits }: Reason): Line {
  return { run, element, text: sentence, awaits, ...(isForEver && { kind: 'for-ever' }) };
}

function plainButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  return button;
}

function section(title: string): { element: HTMLElement; list: HTMLElement } {
  const element = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const list = document.createElement('ol');
  list.setAttribute('aria-label', title);
  element.append(heading, list);
  return { element, list };
}
