import { iconButton } from '../icon-button.ts';
import { KeyedList } from './keyed-list.ts';
import { runNumber } from './run-number.ts';

/** What the bar of a simulation asks for. */
export interface ControlActions {
  /** Plays, or stops playing. */
  play(): void;
  step(): void;
  back(): void;
  forward(): void;
  reset(): void;
  leave(): void;
  /** Times as fast as normal; 0: without movement. */
  speed(times: number): void;
  /** Shows an instance alone, or all again. */
  focus(run: number): void;
  /** Has what was done written down as a scenario. */
  record(): void;
  /** Shows or hides the lists below the bar. */
  lists(areShown: boolean): void;
}

/** Line drawings in a box of 16 by 16. */
const icons = {
  play: 'M4.5 3v10l8-5z',
  pause: 'M5 3v10M11 3v10',
  step: 'M3.5 3v10l6.5-5zM12 3v10',
  back: 'M12 4L6.5 8L12 12M4 4v8',
  forward: 'M4 4l5.5 4L4 12M12 4v8',
  reset: 'M12.5 6A5 5 0 1 0 13 9M13 3v3.5H9.5',
  record: 'M8 3a5 5 0 1 0 .01 0M8 6.5a1.5 1.5 0 1 0 .01 0',
  lists: 'M4 6l4 4l4-4',
  leave: 'M4 4l8 8M12 4l-8 8',
} as const;

const speeds: readonly (readonly [number, string])[] = [
  [0.25, '¼ ×'],
  [0.5, '½ ×'],
  [1, '1 ×'],
  [2, '2 ×'],
  [4, '4 ×'],
  [8, '8 ×'],
  [16, '16 ×'],
  [0, 'no animation'],
];

/** Instances that have a button of their own in the bar. */
const mostRuns = 12;

interface Shown {
  readonly isPlaying: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly status: string;
  /** Whether the status is what a run has shown: it is read to its end. */
  readonly isFinding?: boolean;
  /** Instances that run, and the one that is shown alone; 0: none. */
  readonly runs: readonly number[];
  readonly focused: number;
}

/** The bar of a simulation: play, step, back, start over, speed, the instances, and a line that says how things are. */
export class Controls {
  readonly #play: HTMLButtonElement;
  readonly #back: HTMLButtonElement;
  readonly #forward: HTMLButtonElement;
  readonly #runs: KeyedList<number>;
  readonly #status = document.createElement('span');
  #focused = 0;

  constructor(parent: HTMLElement, actions: ControlActions, speed: number) {
    parent.setAttribute('role', 'toolbar');
    parent.setAttribute('aria-label', 'Simulation');
    this.#play = button('Play (Space)', icons.play, actions.play);
    this.#back = button('Step back (,)', icons.back, actions.back);
    this.#forward = button('Step forward again (Shift+.)', icons.forward, actions.forward);
    const list = document.createElement('span');
    list.className = 'runs';
    list.setAttribute('role', 'group');
    list.setAttribute('aria-label', 'Instances');
    this.#runs = new KeyedList(list, String, () => this.#runRow(actions));
    this.#status.className = 'status';
    const lists = button('Hide the lists', icons.lists, () => {
      const areShown = lists.getAttribute('aria-expanded') !== 'true';
      lists.setAttribute('aria-expanded', String(areShown));
      lists.title = areShown ? 'Hide the lists' : 'Show the lists';
      lists.setAttribute('aria-label', lists.title);
      actions.lists(areShown);
    });
    lists.className = 'lists';
    lists.setAttribute('aria-expanded', 'true');
    parent.append(
      button('Start over (r)', icons.reset, actions.reset),
      this.#back,
      this.#play,
      button('Step (.)', icons.step, actions.step),
      this.#forward,
      speedChoice(actions, speed),
      list,
      this.#status,
      button('Record as a scenario (w)', icons.record, actions.record),
      lists,
      button('Leave the simulation (Escape)', icons.leave, actions.leave),
    );
  }

  show({ isPlaying, canGoBack, canGoForward, status, isFinding = false, runs, focused }: Shown): void {
    this.#focused = focused;
    const title = isPlaying ? 'Pause (Space)' : 'Play (Space)';
    if (this.#play.title !== title) {
      this.#play.title = title;
      this.#play.setAttribute('aria-label', title);
      this.#play.querySelector('path')?.setAttribute('d', isPlaying ? icons.pause : icons.play);
    }
    this.#disable(this.#back, !canGoBack);
    this.#disable(this.#forward, !canGoForward);
    this.#runs.show(runs.length > 1 || focused > 0 ? runs.slice(0, mostRuns) : []);
    this.#status.classList.toggle('finding', isFinding);
    if (this.#status.textContent !== status) {
      this.#status.textContent = status;
      this.#status.title = status;
    }
  }

  /** A button that has the focus keeps it: one that is disabled would lose it to nothing. */
  #disable(element: HTMLButtonElement, isDisabled: boolean): void {
    element.setAttribute('aria-disabled', String(isDisabled));
  }

  #runRow(actions: ControlActions): { element: HTMLElement; update(run: number): void } {
    const { element, update } = runNumber();
    element.tabIndex = 0;
    element.addEventListener('click', () => actions.focus(Number(element.dataset.run)));
    return {
      element,
      update: (run) => {
        update(run);
        element.setAttribute('aria-pressed', String(run === this.#focused));
      },
    };
  }
}

function speedChoice(actions: ControlActions, chosen: number): HTMLSelectElement {
  const speed = document.createElement('select');
  speed.title = 'Speed';
  speed.setAttribute('aria-label', 'Speed');
  for (const [times, name] of speeds) speed.append(new Option(name, String(times), times === chosen, times === chosen));
  speed.addEventListener('change', () => actions.speed(Number(speed.value)));
  return speed;
}

/** A button that stays where it is, and the focus with it, while there is nothing for it to do. */
function button(title: string, outline: string, action: () => void): HTMLButtonElement {
  const element = iconButton(title, outline, () => {
    if (element.getAttribute('aria-disabled') !== 'true') action();
  });
  return element;
}
