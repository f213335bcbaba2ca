import type { Happening } from '../../src/simulation/index.ts';

/** How long a task is at work while a run is played, in milliseconds at normal speed. */
const workTime = 350;

/** Without animation, so long is played before the picture is shown anew, in milliseconds. */
const unseenTime = 8;

/** What is played: each instance at a time what goes on by itself. */
export interface Played {
  /** What each instance does next; nothing where somebody has to decide. @param mayBegin whether something may be begun from outside */
  round(mayBegin: boolean): readonly (readonly Happening[])[];
  isAtBreakpoint(): boolean;
  /** Shows what has happened; resolves when it is over. */
  move(happened: readonly (readonly Happening[])[]): Promise<void>;
  /** Whether it has to end here, and is told why. */
  stopsHere(): boolean;
  /** It has come to where somebody has to decide, or to its end. */
  waits(): void;
}

/** The time of a simulation: whether it plays, and how fast. */
export class Clock {
  /** Times as fast as normal; 0: without movement. */
  speed = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1;
  isPlaying = false;
  readonly #played: Played;
  #isGoingOn = false;

  constructor(played: Played) {
    this.#played = played;
  }

  /** Goes on until somebody has to decide or a break point is reached; then it waits, and goes on by itself after a decision. */
  async goOn(mayBegin: boolean): Promise<void> {
    if (this.#isGoingOn) return;
    this.#isGoingOn = true;
    for (let isFirst = mayBegin; this.isPlaying; isFirst = false) {
      const happened = this.#round(isFirst);
      if (happened.length === 0) break;
      await this.#played.move(happened);
      if (this.#played.stopsHere()) break;
      await this.work();
    }
    this.#isGoingOn = false;
    this.#played.waits();
  }

  /** Resolves when a task has been at work. */
  work(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.speed > 0 ? workTime / this.speed : 0));
  }

  /** What goes on by itself, of each instance one act; without animation, as much as there is time for. */
  #round(mayBegin: boolean): readonly (readonly Happening[])[] {
    const until = performance.now() + (this.speed > 0 ? 0 : unseenTime);
    let happened: readonly (readonly Happening[])[] = [];
    do {
      const round = this.#played.round(mayBegin && happened.length === 0);
      if (round.length > 0) happened = round;
      if (round.length === 0 || this.#played.isAtBreakpoint()) break;
    } while (performance.now() < until);
    return happened;
  }
}
