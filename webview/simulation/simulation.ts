/** The simulate mode of the preview: tokens run through the picture on the screen. */
import type { Happening, Moment, Offer, Play } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import { Controls } from './controls.ts';
import { OfferButtons } from './offer-buttons.ts';
import { Panel } from './panel.ts';
import { lengthOf } from './path-point.ts';
import { readPlay } from './read-play.ts';
import { passages } from './timeline.ts';
import { TokenLayer } from './token-layer.ts';

/** How long a task is at work while a run is played, in milliseconds at normal speed. */
const workTime = 350;

export interface SimulationHost {
  /** Shows an element in picture and text. */
  show(element: string): void;
  left(): void;
}

/** One simulation, from the moment when it is switched on until it is left. */
export class Simulation {
  readonly #diagram: Diagram;
  readonly #host: SimulationHost;
  readonly #root = document.createElement('section');
  readonly #controls: Controls;
  readonly #panel: Panel;
  readonly #tokens: TokenLayer;
  readonly #buttons: OfferButtons;
  #play: Play | undefined;
  #speed = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1;
  #isPlaying = false;
  #isMoving = false;
  #note = '';
  #passed: ReadonlySet<string> = new Set();
  /** Ids of the elements that have a break point in the text. */
  #stops: readonly string[] = [];

  constructor(canvas: HTMLElement, after: HTMLElement, diagram: Diagram, host: SimulationHost) {
    this.#diagram = diagram;
    this.#host = host;
    this.#root.id = 'simulation';
    this.#root.setAttribute('aria-label', 'Simulation');
    const [bar, panel] = [document.createElement('div'), document.createElement('div')];
    bar.className = 'bar';
    panel.className = 'panel';
    this.#root.append(bar, panel);
    after.after(this.#root);
    this.#controls = new Controls(bar, {
      play: () => this.#togglePlaying(),
      step: () => void this.#step(),
      back: () => this.#goBack((play) => play.back()),
      forward: () => this.#goBack((play) => play.forward()),
      reset: () => this.#goBack((play) => play.reset()),
      leave: () => this.leave(),
      speed: (times) => {
        this.#speed = times;
      },
    });
    this.#panel = new Panel(panel, {
      take: (offer) => void this.#take(offer, false),
      show: (element) => host.show(element),
      set: (run, name, value) => this.#happen(this.#play?.set(run, { [name]: value })),
    });
    this.#tokens = new TokenLayer(canvas, diagram);
    this.#buttons = new OfferButtons(canvas, diagram, (offer, event) => void this.#take(offer, event.shiftKey));
    diagram.camera.onMoved(() => this.place());
  }

  /** The model on the screen is this one now: tokens whose elements live stay. */
  load(xml: string): void {
    const read = readPlay(xml, this.#play);
    if (read) {
      this.#play = read.play;
      for (const id of this.#stops) read.play.breakpoints.add(id);
      this.#note = read.dropped.length > 0 ? `The edit dropped what was at ${read.dropped.join(', ')}.` : '';
    }
    this.#show();
  }

  /** Stops at these elements too, in place of those that were named before: the break points of the text. */
  stopAt(ids: readonly string[]): void {
    for (const id of this.#stops) this.#play?.breakpoints.delete(id);
    for (const id of ids) this.#play?.breakpoints.add(id);
    this.#stops = ids;
    this.#show();
  }

  /** Brings what lies over the picture to its place. */
  place(): void {
    if (!this.#root.isConnected) return;
    this.#tokens.paint();
    this.#buttons.place();
  }

  leave(): void {
    this.#isPlaying = false;
    this.#mark(new Set());
    this.#tokens.remove();
    this.#buttons.remove();
    this.#root.remove();
    this.#host.left();
  }

  /** Does what a key asks for. @returns false: it is none of ours */
  press(key: string, isShift: boolean): boolean {
    if (key === ' ') this.#togglePlaying();
    else if (key === '.' || key === '>') isShift ? this.#goBack((play) => play.forward()) : void this.#step();
    else if (key === ',') this.#goBack((play) => play.back());
    else if (key === 'r') this.#goBack((play) => play.reset());
    else if (key === 'Escape') this.leave();
    else if (/^[1-9]$/.test(key)) return this.#panel.press(Number(key) - 1);
    else return false;
    return true;
  }

  #togglePlaying(): void {
    this.#isPlaying = !this.#isPlaying;
    this.#show();
    if (this.#isPlaying) void this.#goOn();
  }

  /** Goes on until somebody has to decide; then it waits, and goes on by itself after that. */
  async #goOn(): Promise<void> {
    while (this.#isPlaying && !this.#isMoving && this.#root.isConnected) {
      if (!(await this.#step())) break;
      if (this.#play?.isAtBreakpoint()) this.#isPlaying = false;
      await pause(this.#speed > 0 ? workTime / this.#speed : 0);
    }
    this.#show();
  }

  /** One act that needs nobody. @returns whether there was one */
  async #step(): Promise<boolean> {
    const play = this.#play;
    if (!play || this.#isMoving) return false;
    const moment = play.moment();
    const happened = moment.isAtRest && !moment.canGoBack ? play.begin() : play.next();
    if (!happened) return false;
    await this.#move(happened);
    return true;
  }

  async #take(offer: Offer, isAlways: boolean): Promise<void> {
    if (this.#isMoving || !this.#play) return;
    const happened = isAlways ? this.#play.takeAlways(offer.number) : this.#play.take(offer.number);
    if (typeof happened === 'string') this.#note = happened;
    else await this.#move(happened);
    this.#show();
    if (this.#isPlaying) void this.#goOn();
  }

  async #move(happened: readonly Happening[]): Promise<void> {
    this.#note = '';
    if (this.#speed > 0) {
      this.#isMoving = true;
      this.#buttons.show([]);
      const length = (flow: string) => {
        const points = this.#diagram.notation.find(flow)[0]?.waypoints;
        return points && lengthOf(points);
      };
      const list = passages(happened, (flow) => this.#play?.ends(flow), length);
      await this.#tokens.move(list, this.#speed);
      this.#isMoving = false;
    }
    this.#show();
  }

  #happen(happened: readonly Happening[] | string | undefined): void {
    if (typeof happened === 'string') this.#note = happened;
    this.#show();
  }

  #goBack(change: (play: Play) => void): void {
    if (!this.#play || this.#isMoving) return;
    this.#isPlaying = false;
    this.#note = '';
    change(this.#play);
    this.#show();
  }

  #show(): void {
    if (!this.#root.isConnected) return;
    const moment = this.#play?.moment();
    if (!this.#play || !moment) {
      this.#controls.show({
        isPlaying: false,
        canGoBack: false,
        canGoForward: false,
        status: 'There is no process here that could run.',
      });
      return;
    }
    const { passed, all } = this.#play.coverage();
    this.#tokens.show(moment.standing);
    this.#buttons.show(this.#isMoving ? [] : moment.offers);
    this.#panel.show(moment, this.#play);
    this.#mark(passed);
    const share = all > 0 ? Math.round((100 * passed.size) / all) : 0;
    const status = this.#note || statusOf(moment, this.#isPlaying);
    this.#controls.show({
      ...moment,
      isPlaying: this.#isPlaying,
      status: `${status} ${share} % passed.${moment.time ? ` ${moment.time} later.` : ''}`.trim(),
    });
  }

  /** Marks what has been passed. */
  #mark(passed: ReadonlySet<string>): void {
    for (const id of this.#passed) if (!passed.has(id)) this.#graphics(id, false);
    for (const id of passed) this.#graphics(id, true);
    this.#passed = new Set(passed);
  }

  #graphics(id: string, isPassed: boolean): void {
    const [drawn] = this.#diagram.notation.find(id);
    if (drawn)
      this.#diagram.viewer.get('elementRegistry').getGraphics(drawn)?.classList.toggle('procedo-passed', isPassed);
  }
}

function statusOf({ isAtRest, canGoBack, offers, waiting }: Moment, isPlaying: boolean): string {
  if (isAtRest) return canGoBack ? 'All has ended.' : 'Press Play, or start something.';
  const forEver = waiting.find(({ isForEver }) => isForEver);
  if (forEver) return forEver.sentence;
  if (offers.every(({ kind }) => kind === 'start')) return 'Stuck: nothing can be done any more.';
  return isPlaying && !offers.some(({ kind }) => kind === 'finish')
    ? 'Waits for you: choose, or let an event happen.'
    : '';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
