import type { Happening, Moment, Offer, Play } from '../../src/simulation/index.ts';
import { runColor } from './run-colors.ts';

export interface PanelActions {
  take(offer: Offer): void;
  /** Shows an element in the picture and in the text. */
  show(element: string): void;
  set(run: number, name: string, value: unknown): void;
}

/** Steps whose happenings are listed; older ones are out of sight anyway. */
const mostListed = 100;

/** What a simulation says in words: what can be done, what waits for what, the variables, and what has happened. */
export class Panel {
  readonly #actions: PanelActions;
  readonly #offers = section('What can be done');
  readonly #waiting = section('What waits');
  readonly #variables = section('Variables');
  readonly #trace = section('What happened');
  #said = 0;

  constructor(parent: HTMLElement, actions: PanelActions) {
    this.#actions = actions;
    const [facts, add] = [document.createElement('div'), this.#addForm()];
    facts.className = 'facts';
    facts.append(this.#waiting.element, this.#variables.element);
    this.#variables.element.append(add);
    parent.append(this.#offers.element, this.#trace.element, facts);
  }

  show({ offers, waiting, variables }: Moment, play: Pick<Play, 'happened' | 'count'>): void {
    const inOrder = [...offers.filter(({ isMain }) => isMain), ...offers.filter(({ isMain }) => !isMain)];
    this.#offers.list.replaceChildren(...inOrder.map((offer, at) => this.#offer(offer, at)));
    this.#offers.list.dataset.empty = 'Nothing can be done: the run is over, or stuck.';
    this.#waiting.list.replaceChildren(...waiting.map((each) => this.#reason(each)));
    this.#waiting.list.dataset.empty = 'Nothing waits.';
    this.#variables.list.replaceChildren(
      ...variables.map(({ run, name, value }) => row(run, `${name} = ${JSON.stringify(value) ?? 'null'}`)),
    );
    this.#variables.list.dataset.empty = 'None is set: whoever plays decides at each gateway.';
    this.#showTrace(play);
  }

  /** Takes the offer at a place of the list, from 0. @returns false: there is none */
  press(place: number): boolean {
    const button = this.#offers.list.children[place]?.querySelector('button');
    button?.click();
    return button !== undefined && button !== null;
  }

  #offer(offer: Offer, at: number): HTMLLIElement {
    const item = document.createElement('li');
    item.classList.toggle('aside', !offer.isMain);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = offer.label;
    if (at < 9) button.dataset.key = String(at + 1);
    button.addEventListener('click', () => this.#actions.take(offer));
    item.append(number(offer.run), button);
    return item;
  }

  #reason({ element, sentence, isForEver }: Moment['waiting'][number]): HTMLLIElement {
    const item = document.createElement('li');
    item.classList.toggle('for-ever', isForEver);
    item.append(this.#link(element, sentence));
    return item;
  }

  /** Adds what is new at the end; starts over where something was taken back. */
  #showTrace(play: Pick<Play, 'happened' | 'count'>): void {
    const { list } = this.#trace;
    if (play.count < this.#said) {
      list.replaceChildren();
      this.#said = 0;
    }
    const fresh = Math.min(play.count - this.#said, mostListed);
    const items = fresh > 0 ? play.happened(fresh).filter(({ what }) => what !== 'entered') : [];
    list.append(...items.map((each) => this.#happening(each)));
    while (list.children.length > mostListed) list.firstElementChild?.remove();
    list.dataset.empty = 'Nothing yet. Press Play, or start something.';
    this.#said = play.count;
    if (items.length > 0) list.scrollTop = list.scrollHeight;
  }

  #happening({ what, run, element, sentence }: Happening): HTMLLIElement {
    const item = document.createElement('li');
    item.classList.add(what);
    item.append(number(run), this.#link(element, sentence));
    return item;
  }

  #link(element: string, sentence: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = sentence;
    button.addEventListener('click', () => this.#actions.show(element));
    return button;
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
      this.#actions.set(1, name, variableValue(text));
      input.value = '';
    });
    return form;
  }
}

/** Numbers, truth values, lists and texts in quotes as in JSON; anything else is a text as it stands. */
function variableValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function row(run: number, text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.append(number(run), text);
  return item;
}

/** The number of an instance in its colour. */
function number(run: number): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'run';
  mark.textContent = run > 0 ? String(run) : '+';
  if (run > 0) mark.style.setProperty('--procedo-run', runColor(run));
  return mark;
}

function section(title: string): { element: HTMLElement; list: HTMLElement } {
  const element = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const list = document.createElement('ol');
  element.append(heading, list);
  return { element, list };
}
