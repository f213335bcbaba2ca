/** The simulate mode of the preview: tokens run through the picture on the screen. */
import type { FindingRun } from '../../src/protocol/findings.ts';
import type { LinkedAct } from '../../src/semantics/index.ts';
import type { Happening, Moment, Play } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import { Controls } from './controls.ts';
import { makeRoom } from './make-room.ts';
import { Panel } from './panel.ts';
import { readPlay } from './read-play.ts';
import { type Runnable, Sight } from './sight.ts';
import { Stage } from './stage.ts';
import { spokenOf, statusOf } from './status.ts';

/** How long a task is at work while a run is played, in milliseconds at normal speed. */
const workTime = 350;

/** Without animation, so long is played before the picture is shown anew, in milliseconds. */
const unseenTime = 8;

export interface SimulationHost {
  /** Shows an element in picture and text. */
  show(element: string): void;
  /** Shows another diagram of the document; then the model is loaded again. */
  showDiagram(id: string): void;
  /** Sets or removes a break point in the text, where the element has a place there. */
  setBreakpoint(element: string, isSet: boolean): void;
  /** Asks for what the document calls in other files, which `know` is told. */
  askCalled(): void;
  /** Writes what was done into the text, as a scenario. */
  record(acts: readonly object[]): void;
  left(): void;
}

/** One simulation, from the moment when it is switched on until it is left. */
export class Simulation {
  readonly #diagram: Diagram;
  readonly #host: SimulationHost;
  readonly #root = document.createElement('section');
  readonly #spoken = document.createElement('div');
  readonly #controls: Controls;
  readonly #panel: Panel;
  readonly #stage: Stage;
  #play: Play | undefined;
  #moment: Moment | undefined;
  #texts: Runnable['texts'] = ['', ''];
  /** The XML of what it calls in other files. */
  #called: readonly string[] = [];
  /** A run is played that was found in the document alone, where what is elsewhere is completed by hand. */
  #isAlone = false;
  #speed = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1;
  #isPlaying = false;
  #isGoingOn = false;
  #note = '';
  /** What the last run has shown that was played: it counts as long as it is the note. */
  #finding = '';
  /** The instance that is shown alone; 0: all. */
  #focused = 0;
  /** Ids of the elements that have a break point in the text. */
  #stops: readonly string[] = [];
  readonly #sight: Sight;
  readonly #giveRoomBack: () => void;

  constructor(canvas: HTMLElement, after: HTMLElement, diagram: Diagram, host: SimulationHost) {
    this.#diagram = diagram;
    this.#host = host;
    this.#sight = new Sight((id) => host.showDiagram(id));
    this.#root.id = 'simulation';
    this.#root.setAttribute('aria-label', 'Simulation');
    const [bar, panel] = [document.createElement('div'), document.createElement('div')];
    bar.className = 'bar';
    panel.className = 'panel';
    this.#spoken.className = 'for-screen-readers';
    this.#spoken.setAttribute('role', 'status');
    this.#root.append(bar, panel, this.#spoken);
    this.#giveRoomBack = makeRoom(diagram, () => after.after(this.#root));
    this.#controls = this.#newControls(bar);
    this.#panel = this.#newPanel(panel);
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
    for (const id of this.#stops) read.play.breakpoints.add(id);
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
    for (const id of this.#stops) this.#play?.breakpoints.delete(id);
    for (const id of ids) this.#play?.breakpoints.add(id);
    this.#stops = ids;
    this.#show();
  }

  /** Brings what lies over the picture to its place. */
  place(): void {
    this.#stage.place();
  }

  leave(): void {
    this.#isPlaying = false;
    this.#stage.remove();
    this.#root.remove();
    this.#giveRoomBack();
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
    else if (/^[1-9]$/.test(key)) return this.#panel.press(Number(key) - 1);
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
    this.#say(this.#note);
    this.#show();
  }

  async #perform(acts: FindingRun['acts']): Promise<{ readonly refused?: string; readonly isLeft: boolean }> {
    const play = this.#play;
    for (const [before, act] of acts.entries()) {
      if (!play || play.count !== before || !this.#root.isConnected) return { isLeft: true };
      // The execution core refuses what it does not know.
      const happened = play.perform(act as LinkedAct);
      if (typeof happened === 'string') return { refused: happened, isLeft: false };
      await this.#move([happened]);
      await pause(this.#speed > 0 ? workTime / this.#speed : 0);
    }
    return { isLeft: play?.count !== acts.length };
  }

  #newControls(bar: HTMLElement): Controls {
    const actions = {
      play: () => this.#togglePlaying(),
      step: () => void this.#step(),
      back: () => void this.#goBack((play) => play.back()),
      forward: () => void this.#goBack((play) => play.forward()),
      reset: () => void this.#startOver(),
      leave: () => this.leave(),
      speed: (times: number) => {
        this.#speed = times;
        void this.#stage.settle();
      },
      focus: (run: number) => this.#focus(run),
      record: () => this.#record(),
      lists: (areShown: boolean) => this.#root.classList.toggle('folded', !areShown),
    };
    return new Controls(bar, actions, this.#speed);
  }

  #newPanel(panel: HTMLElement): Panel {
    return new Panel(panel, {
      take: ({ number }) => void this.#happen((play) => play.take(number)),
      answer: ({ key }, given) => void this.#happen((play) => play.answer(key, given)),
      show: (element) => this.#host.show(element),
      point: (elements) => this.#stage.point(elements),
      set: (run, name, value) =>
        void this.#happen((play) => play.set(run || (this.#runs()[0] ?? 0), { [name]: value })),
      release: (gateway) => {
        this.#play?.release(gateway);
        this.#show();
      },
      removeBreakpoint: (element) => this.#toggleBreakpoint(element),
      focus: (run) => this.#focus(run),
    });
  }

  #toggleBreakpoint(id: string): void {
    const points = this.#play?.breakpoints;
    if (!points) return;
    if (!points.delete(id)) points.add(id);
    this.#host.setBreakpoint(id, points.has(id));
    this.#say(points.has(id) ? `Break point at ${id}.` : `No break point at ${id} any more.`);
    this.#show();
  }

  #record(): void {
    const acts = this.#play?.done();
    if (acts && acts.length > 0) this.#host.record(acts);
    else {
      this.#note = acts ? 'Do something first: it is recorded.' : 'This run is too long to be recorded: start over.';
      this.#say(this.#note);
      this.#show();
    }
  }

  #focus(run: number): void {
    this.#focused = this.#focused === run ? 0 : run;
    this.#say(this.#focused > 0 ? `Instance ${run} alone.` : 'All instances.');
    this.#show();
  }

  #togglePlaying(): void {
    this.#isPlaying = !this.#isPlaying;
    this.#note = '';
    if (!this.#isPlaying) this.#sayStatus();
    this.#show();
    void this.#goOn(true);
  }

  /** Goes on until somebody has to decide or a break point is reached; then it waits, and goes on by itself after a decision. */
  async #goOn(mayBegin: boolean): Promise<void> {
    if (this.#isGoingOn) return;
    this.#isGoingOn = true;
    for (let isFirst = mayBegin; this.#isPlaying && this.#root.isConnected; isFirst = false) {
      const happened = this.#round(isFirst);
      if (happened.length === 0) break;
      await this.#move(happened);
      if (this.#stopAtBreakpoint()) break;
      await pause(this.#speed > 0 ? workTime / this.#speed : 0);
    }
    this.#isGoingOn = false;
    if (this.#moment?.isAtRest) this.#isPlaying = false;
    this.#sayStatus();
    this.#show();
  }

  /** What goes on by itself, of each instance one act; without animation, as much as there is time for. */
  #round(mayBegin: boolean): readonly (readonly Happening[])[] {
    const play = this.#play;
    if (!play || this.#moment?.isAtRest) {
      const begun = mayBegin ? this.#begin() : undefined;
      return begun ? [begun] : [];
    }
    const until = performance.now() + (this.#speed > 0 ? 0 : unseenTime);
    let happened: readonly (readonly Happening[])[] = [];
    do {
      const round = play.round();
      if (round.length > 0) happened = round;
      if (round.length === 0 || play.isAtBreakpoint()) break;
    } while (performance.now() < until);
    return happened;
  }

  /** What is on the screen begins, if it is begun from outside. */
  #begin(): readonly Happening[] | undefined {
    return this.#play?.begin((element) => this.#sight.isShown(element));
  }

  #stopAtBreakpoint(): boolean {
    if (!this.#play?.isAtBreakpoint()) return false;
    this.#isPlaying = false;
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
      this.#say(happened);
      this.#show();
    } else await this.#moveByHand(happened);
    if (this.#isPlaying) void this.#goOn(false);
  }

  async #moveByHand(happened: readonly Happening[]): Promise<void> {
    await this.#move([happened]);
    this.#say(spokenOf(happened));
    if (this.#stopAtBreakpoint()) this.#show();
  }

  async #goBack(change: (play: Play) => void): Promise<void> {
    this.#isPlaying = false;
    await this.#stage.settle();
    if (!this.#play) return;
    this.#note = '';
    change(this.#play);
    this.#show();
    this.#sayStatus();
  }

  async #move(happened: readonly (readonly Happening[])[]): Promise<void> {
    this.#note = '';
    await this.#stage.move(happened, this.#speed, (flow) => this.#play?.ends(flow));
    this.#show();
    const [only, other] = happened;
    if (only && !other) await this.#sight.follow(only);
  }

  #show(): void {
    if (!this.#root.isConnected) return;
    const play = this.#play;
    this.#moment = play?.moment();
    const moment = this.#moment;
    const [isPlaying, runs] = [this.#isPlaying, this.#runs()];
    if (!play || !moment) {
      const status = 'There is no process or case here that could run.';
      this.#controls.show({ isPlaying, canGoBack: false, canGoForward: false, status, runs, focused: 0 });
      return;
    }
    if (!runs.includes(this.#focused)) this.#focused = 0;
    this.#panel.show(moment, play, this.#focused);
    this.#stage.show(play, moment, this.#focused);
    // For measuring from outside.
    this.#root.dataset.steps = String(play.count);
    const { passed, all } = play.coverage();
    const share = `${all > 0 ? Math.round((100 * passed.size) / all) : 0} % passed.`;
    const parts = [this.#note || statusOf(moment, isPlaying), share, moment.time && `${moment.time} later.`];
    const { canGoBack, canGoForward } = moment;
    const status = parts.filter((part) => part !== '').join(' ');
    const isFinding = this.#note !== '' && this.#note === this.#finding;
    this.#controls.show({ isPlaying, canGoBack, canGoForward, status, isFinding, runs, focused: this.#focused });
  }

  /** The instances that run, in the order of their numbers. */
  #runs(): number[] {
    return [...new Set(this.#moment?.standing.flatMap(({ runs }) => runs))].sort((a, b) => a - b);
  }

  #say(words: string): void {
    this.#spoken.textContent = words;
  }

  #sayStatus(): void {
    if (!this.#moment) return;
    const { length } = this.#moment.offers;
    this.#say(this.#note || statusOf(this.#moment, this.#isPlaying) || `${length} things can be done.`);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
