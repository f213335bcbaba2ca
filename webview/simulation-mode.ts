import type { FindingRun } from '../src/protocol/findings.ts';
import type { Diagram } from './diagram.ts';
import type { Runnable } from './simulation/sight.ts';
import type { Simulation } from './simulation/simulation.ts';
import type { SimulationHost } from './simulation/simulation-host.ts';

/** What the page knows for a simulation, and hears of it. */
export interface SimulationPage extends Omit<SimulationHost, 'left'> {
  /** What there is to run, once it is drawn. */
  runnable(): Runnable | undefined;
  /** It is switched on or off. */
  changed(): void;
  left(): void;
}

/** Whether the page simulates; the simulation is loaded when the first is asked for. */
export class SimulationMode {
  readonly #canvas: HTMLElement;
  readonly #after: HTMLElement;
  readonly #diagram: Diagram;
  readonly #page: SimulationPage;
  #simulation: Simulation | undefined;
  /** Ids of the elements that have a break point in the text. */
  #breakpoints: readonly string[] = [];
  /** A run that was asked for before there was a picture to play it in. */
  #toPlay: FindingRun | undefined;

  /** @param after what its lists come below */
  constructor(canvas: HTMLElement, after: HTMLElement, diagram: Diagram, page: SimulationPage) {
    this.#canvas = canvas;
    this.#after = after;
    this.#diagram = diagram;
    this.#page = page;
  }

  get isOn(): boolean {
    return this.#simulation !== undefined;
  }

  async toggle(): Promise<void> {
    if (this.#simulation) {
      this.#simulation.leave();
      return;
    }
    const { Simulation } = await import('./simulation/simulation.ts');
    this.#simulation ??= new Simulation(this.#canvas, this.#after, this.#diagram, {
      ...this.#page,
      left: () => {
        this.#simulation = undefined;
        this.#page.changed();
        this.#page.left();
      },
    });
    this.#simulation.breakAt(this.#breakpoints);
    this.#page.changed();
    this.#load();
  }

  /** Another picture is drawn. */
  drawn(): void {
    this.#load();
    void this.#playRun();
  }

  /** Plays a run, as soon as there is a picture. */
  play(run: FindingRun): void {
    this.#toPlay = run;
    void this.#playRun();
  }

  breakAt(ids: readonly string[]): void {
    this.#breakpoints = ids;
    this.#simulation?.breakAt(ids);
  }

  /** What the document calls in other files. */
  know(called: readonly string[]): void {
    this.#simulation?.know(called);
  }

  /** Brings what lies over the picture to its place. */
  place(): void {
    this.#simulation?.place();
  }

  /** @returns whether the key is one of a simulation */
  press(key: string, isShift: boolean): boolean {
    return this.#simulation?.press(key, isShift) === true;
  }

  async #playRun(): Promise<void> {
    const run = this.#toPlay;
    if (!run || !this.#page.runnable()) return;
    this.#toPlay = undefined;
    if (!this.#simulation) await this.toggle();
    await this.#simulation?.playRun(run);
  }

  /** All that a document holds runs together. What cannot be drawn leaves what is there as it is. */
  #load(): void {
    const runnable = this.#page.runnable();
    if (runnable) this.#simulation?.load(runnable);
  }
}
