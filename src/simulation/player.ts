import { type Look, look, type Net, type State, type TraceEntry, type Variables } from '../semantics/index.ts';
import type { LinkedPlayer } from './linked-player.ts';

/** The processes of a run, as scenarios read them. */
export class Player {
  readonly #run: LinkedPlayer;

  constructor(run: LinkedPlayer) {
    this.#run = run;
  }

  get net(): Net {
    return this.#run.model.net;
  }

  get state(): State {
    return this.#run.state.processes;
  }

  get trace(): readonly TraceEntry[] {
    return this.#run.processTrace;
  }

  get last(): readonly TraceEntry[] {
    return this.#run.last;
  }

  /** What the virtual clock shows, in milliseconds since the run began. */
  get now(): number {
    return this.#run.time.now;
  }

  get isEndless(): boolean {
    return this.#run.isEndless;
  }

  /** What the process that ended last knew at its end. */
  get lastData(): Variables {
    const ended = this.trace.findLast((entry) => entry.what === 'ended' && entry.data);
    return (ended?.what === 'ended' ? ended.data : undefined) ?? {};
  }

  /** Whether a call activity runs a case: it is done when that is over. */
  isCalling(instance: number): boolean {
    return this.#run.state.links.some(({ caller }) => caller.in === 'processes' && caller.at === instance);
  }

  look(): Look {
    return look(this.net, this.state);
  }
}
