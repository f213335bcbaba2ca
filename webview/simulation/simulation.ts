/** The simulate mode of the preview: tokens run through the picture on the screen. */
import type { FindingRun } from '../../src/protocol/findings.ts';
import type { LinkedAct } from '../../src/semantics/index.ts';
import type { Happening, Moment, Play } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import { BreakPoints } from './break-points.ts';
import { Clock } from './clock.ts';
import { readPlay } from './read-play.ts';
import { type Runnable, Sight } from './sight.ts';
import type { SimulationHost } from './simulation-host.ts';
import { type SimulationActions, SimulationView } from './simulation-view.ts';
import { Stage } from './stage.ts';
import { spokenOf, statusOf } from './status.ts';

/** One simulation, from the moment when it is switched on until it is left. */
export class Simulation {
  readonly #diagram: Diagram;
  readonly #host: SimulationHost;
  readonly #view: SimulationView;
  readonly #stage: Stage;
  readonly #sight: Sight;
  readonly #breakPoints = new BreakPoints();
  readonly #clock = new Clock({
    round: (mayBegin) => this.#round(mayBegin),
    isAtBreakpoint: () => this.#play?.isAtBreakpoint() === true,
    move: (happened) => this.#move(happened),
    stopsHere: () => this.#stopAtBreakpoint(),
    waits: () => this.#waits(),
  });
  #play: Play | undefined;
  #moment: Moment | undefined;
  #texts: Runnable['texts'] = ['', ''];
  /** The XML of what it calls in other files. */
  #called: readonly string[] = [];
  /** A run is played that was found in the document alone, where what is elsewhere is completed by hand. */
  #isAlone = false;
  #note = '';
  /** What the last run has shown that was played: it counts as long as it is the note. */
  #finding = '';

  constructor(canvas: HTMLElement, after: HTMLElement, diagram: Diagram, host: SimulationHost) {
    this.#diagram = diagram;
    this.#host = host;
    this.#sight = new Sight((id) => host.showDiagram(id));
    this.#view = this.#newView(after);
    this.#stage = new Stage(canvas, diagram, {
      take: (offer, isAlways) =>
        void this.#happen((play) => (isAlways ? play.takeAlways(offer.number) : play.take(offer.number))),
      toggleBreakpoint: (element) => this.#toggleBreakpoint(element),
    });
  }

  /** The model is this one now: tokens whose elements live stay. */
  load(runnable: Runnable): void {
    this.#texts = runnable.texts;
    if (this.#sight.see(runnable) && this.#read()) this.#host.askCalled();
    this.#stage.redrawn();
    this.#show();
  }

  /** What the document calls in other files is this now: it runs from there on. */
  know(called: readonly string[]): void {
    const isNew = called.length !== this.#called.length || called.some((text, at) => text !== this.#called[at]);
    this.#called = called;
    if (!isNew) return;
    this.#read();
    this.#show();
  }

  /** @returns whether something in other files is called */
  #read(): boolean {
    const read = readPlay(this.#texts, this.#isAlone ? [] : this.#called, this.#play);
    if (!read) return false;
    this.#play = read.play;
    this.#sight.locate(read.diagramOf);
    this.#breakPoints.carryOver(read.play);
    this.#note = read.dropped.length > 0 ? `The edit dropped what was at ${read.dropped.join(', ')}.` : '';
    return read.callsElsewhere;
  }

  async #startOver(isAlone = false): Promise<void> {
    await this.#goBack((play) => play.reset());
    if (this.#isAlone === isAlone) return;
    this.#isAlone = isAlone;
    this.#read();
    this.#show();
  }

  /** Stops at these elements too, in place of those that were named before: the break points of the text. */
  breakAt(ids: readonly string[]): void {
    this.#breakPoints.replace(this.#play, ids);
    this.#show();
  }

  /** Brings what lies over the picture to its place. */
  place(): void {
    this.#stage.place();
  }

  leave(): void {
    this.#clock.isPlaying = false;
    this.#stage.remove();
    this.#view.remove();
    this.#host.left();
  }

  /** Does what a key asks for. @returns false: it is none of ours */
  press(key: string, isShift: boolean): boolean {
    const current = this.#diagram.highlights.current;
    if (key === ' ') this.#togglePlaying();
    else if (key === '.' && !isShift) void this.#step();
    else if (key === '.' || key === '>' || key === ':') void this.#goBack((play) => play.forward());
    else if (key === ',') void this.#goBack((play) => play.back());
    else if (key === 'r') void this.#startOver();
    else if (key === 'b' && current) this.#toggleBreakpoint(this.#diagram.idOf(current));
    else if (key === 'w') this.#record();
    else if (key === 'Escape') this.leave();
    else if (/^[1-9]$/.test(key)) return this.#view.press(Number(key) - 1);
    else return false;
    return true;
  }

  /** Plays a run from the beginning and says at its end what it shows; if somebody does something else meanwhile, it is left. */
  async playRun({ acts, message }: FindingRun): Promise<void> {
    await this.#startOver(true);
    const { refused, isLeft } = await this.#perform(acts);
    if (isLeft) return;
    this.#note = refused === undefined ? message : `The run cannot be played any further: ${refused}`;
    this.#finding = this.#note;
    this.#view.say(this.#note);
    this.#show();
  }

  async #perform(acts: FindingRun['acts']): Promise<{ readonly refused?: string; readonly isLeft: boolean }> {
    const play = this.#play;
    for (const [before, act] of acts.entries()) {
      if (!play || play.count !== before || !this.#view.isThere) return { isLeft: true };
      // The execution core refuses what it does not know.
      const happened = play.perform(act as LinkedAct);
      if (typeof happened === 'string') return { refused: happened, isLeft: false };
      await this.#move([happened]);
      await this.#clock.work();
    }
    return { isLeft: play?.count !== acts.length };
  }

  #newView(after: HTMLElement): SimulationView {
    const actions: SimulationActions = {
      play: () => this.#togglePlaying(),
      step: () => void this.#step(),
      back: () => void this.#goBack((play) => play.back()),
      forward: () => void this.#goBack((play) => play.forward()),
      reset: () => void this.#startOver(),
      leave: () => this.leave(),
      speed: (times) => {
        this.#clock.speed = times;
        void this.#stage.settle();
      },
      focus: (run) => this.#focus(run),
      record: () => this.#record(),
      take: ({ number }) => void this.#happen((play) => play.take(number)),
      answer: ({ key }, given) => void this.#happen((play) => play.answer(key, given)),
      show: (element) => this.#host.show(element),
      point: (elements) => this.#stage.point(elements),
      set: (run, name, value) =>
        void this.#happen((play) => play.set(run || (this.#view.runs[0] ?? 0), { [name]: value })),
      release: (gateway) => {
        this.#play?.release(gateway);
        this.#show();
      },
      removeBreakpoint: (element) => this.#toggleBreakpoint(element),
    };
    return new SimulationView(after, this.#diagram, actions, this.#clock.speed);
  }

  #toggleBreakpoint(id: string): void {
    if (!this.#play) return;
    const isSet = this.#breakPoints.toggle(this.#play, id);
    this.#host.setBreakpoint(id, isSet);
    this.#view.say(isSet ? `Break point at ${id}.` : `No break point at ${id} any more.`);
    this.#show();
  }

  #record(): void {
    const acts = this.#play?.done();
    if (acts && acts.length > 0) this.#host.record(acts);
    else {
      this.#note = acts ? 'Do something first: it is recorded.' : 'This run is too long to be recorded: start over.';
      this.#view.say(this.#note);
      this.#show();
    }
  }

  #focus(run: number): void {
    this.#view.focus(run);
    this.#view.say(this.#view.focused > 0 ? `Instance ${run} alone.` : 'All instances.');
    this.#show();
  }

  #togglePlaying(): void {
    this.#clock.isPlaying = !this.#clock.isPlaying;
    this.#note = '';
    if (!this.#clock.isPlaying) this.#sayStatus();
    this.#show();
    void this.#clock.goOn(true);
  }

  #round(mayBegin: boolean): readonly (readonly Happening[])[] {
    if (this.#play && !this.#moment?.isAtRest) return this.#play.round();
    const begun = mayBegin ? this.#begin() : undefined;
    return begun ? [begun] : [];
  }

  #waits(): void {
    if (this.#moment?.isAtRest) this.#clock.isPlaying = false;
    this.#sayStatus();
    this.#show();
  }

  /** What is on the screen begins, if it is begun from outside. */
  #begin(): readonly Happening[] | undefined {
    return this.#play?.begin((element) => this.#sight.isShown(element));
  }

  #stopAtBreakpoint(): boolean {
    if (!this.#play?.isAtBreakpoint()) return false;
    this.#clock.isPlaying = false;
    this.#note = 'Stopped at a break point.';
    return true;
  }

  async #step(): Promise<void> {
    await this.#stage.settle();
    const play = this.#play;
    if (!play) return;
    const happened = this.#moment?.isAtRest && !this.#moment.canGoBack ? this.#begin() : play.next();
    if (happened) await this.#moveByHand(happened);
    else this.#sayStatus();
  }

  /** Does something that may be refused, in words. */
  async #happen(act: (play: Play) => readonly Happening[] | string): Promise<void> {
    await this.#stage.settle();
    if (!this.#play) return;
    const happened = act(this.#play);
    if (typeof happened === 'string') {
      this.#note = happened;
      this.#view.say(happened);
      this.#show();
    } else await this.#moveByHand(happened);
    if (this.#clock.isPlaying) void this.#clock.goOn(false);
  }

  async #moveByHand(happened: readonly Happening[]): Promise<void> {
    await this.#move([happened]);
    this.#view.say(spokenOf(happened));
    if (this.#stopAtBreakpoint()) this.#show();
  }

  async #goBack(change: (play: Play) => void): Promise<void> {
    this.#clock.isPlaying = false;
    await this.#stage.settle();
    if (!this.#play) return;
    this.#note = '';
    change(this.#play);
    this.#show();
    this.#sayStatus();
  }

  async #move(happened: readonly (readonly Happening[])[]): Promise<void> {
    this.#note = '';
    await this.#stage.move(happened, this.#clock.speed, (flow) => this.#play?.ends(flow));
    this.#show();
    const [only, other] = happened;
    if (only && !other) await this.#sight.follow(only);
  }

  #show(): void {
    if (!this.#view.isThere) return;
    const play = this.#play;
    this.#moment = play?.moment();
    const isFinding = this.#note !== '' && this.#note === this.#finding;
    this.#view.show(play, this.#moment, { isPlaying: this.#clock.isPlaying, note: this.#note, isFinding });
    if (play && this.#moment) this.#stage.show(play, this.#moment, this.#view.focused);
  }

  #sayStatus(): void {
    if (!this.#moment) return;
    const { length } = this.#moment.offers;
    this.#view.say(this.#note || statusOf(this.#moment, this.#clock.isPlaying) || `${length} things can be done.`);
  }
}
