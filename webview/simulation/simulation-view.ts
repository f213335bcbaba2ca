import type { Moment, Play } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import { type ControlActions, Controls } from './controls.ts';
import { makeRoom } from './make-room.ts';
import { Panel, type PanelActions } from './panel.ts';
import { statusOf } from './status.ts';

/** What is asked for in it. Its lists are shown and hidden here. */
export type SimulationActions = Omit<ControlActions & PanelActions, 'lists'>;

/** What is said of a run beside what it is. */
export interface Said {
  readonly isPlaying: boolean;
  /** In place of how it stands. */
  readonly note: string;
  /** Whether the note is what a run has shown. */
  readonly isFinding: boolean;
}

/** The bar and the lists of a simulation, below the picture. */
export class SimulationView {
  readonly #root = document.createElement('section');
  readonly #spoken = document.createElement('div');
  readonly #controls: Controls;
  readonly #panel: Panel;
  readonly #giveRoomBack: () => void;
  #runs: readonly number[] = [];
  /** The instance that is shown alone; 0: all. */
  #focused = 0;

  constructor(after: HTMLElement, diagram: Diagram, actions: SimulationActions, speed: number) {
    this.#root.id = 'simulation';
    this.#root.setAttribute('aria-label', 'Simulation');
    const [bar, panel] = [document.createElement('div'), document.createElement('div')];
    bar.className = 'bar';
    panel.className = 'panel';
    this.#spoken.className = 'for-screen-readers';
    this.#spoken.setAttribute('role', 'status');
    this.#root.append(bar, panel, this.#spoken);
    this.#giveRoomBack = makeRoom(diagram, () => after.after(this.#root));
    const lists = (areShown: boolean) => this.#root.classList.toggle('folded', !areShown);
    this.#controls = new Controls(bar, { ...actions, lists }, speed);
    this.#panel = new Panel(panel, actions);
  }

  /** The instances that run, in the order of their numbers. */
  get runs(): readonly number[] {
    return this.#runs;
  }

  get focused(): number {
    return this.#focused;
  }

  /** Whether it is still on the page. */
  get isThere(): boolean {
    return this.#root.isConnected;
  }

  /** Shows an instance alone, or all if that one was. */
  focus(run: number): void {
    this.#focused = this.#focused === run ? 0 : run;
  }

  show(play: Play | undefined, moment: Moment | undefined, { isPlaying, note, isFinding }: Said): void {
    this.#runs = [...new Set(moment?.standing.flatMap(({ runs }) => runs))].sort((a, b) => a - b);
    if (!this.#runs.includes(this.#focused)) this.#focused = 0;
    const [runs, focused] = [this.#runs, this.#focused];
    if (!play || !moment) {
      const status = 'There is no process or case here that could run.';
      this.#controls.show({ isPlaying, canGoBack: false, canGoForward: false, status, runs, focused });
      return;
    }
    this.#panel.show(moment, play, focused);
    // For measuring from outside.
    this.#root.dataset.steps = String(play.count);
    const { passed, all } = play.coverage();
    const share = `${all > 0 ? Math.round((100 * passed.size) / all) : 0} % of the model passed.`;
    // What a run shows stands alone: it is long enough.
    const parts = isFinding
      ? [note]
      : [note || statusOf(moment, isPlaying), share, moment.time && `${moment.time} later.`];
    const { canGoBack, canGoForward } = moment;
    const status = parts.filter((part) => part !== '').join(' ');
    this.#controls.show({ isPlaying, canGoBack, canGoForward, status, isFinding, runs, focused });
  }

  /** Says something to who does not see the page. */
  say(words: string): void {
    this.#spoken.textContent = words;
  }

  /** Takes the offer of this number. @returns false: there is none */
  press(number: number): boolean {
    return this.#panel.press(number);
  }

  remove(): void {
    this.#root.remove();
    this.#giveRoomBack();
  }
}
