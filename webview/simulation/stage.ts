/** What a simulation shows on the picture: tokens, buttons for what can be done, marks. */
import type { Happening, Moment, Offer, Play } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import { follow, type Leg, legsOf, showPlane } from './following.ts';
import { Marks } from './marks.ts';
import { OfferButtons } from './offer-buttons.ts';
import { lengthOf } from './path-point.ts';
import { litBy } from './sentries.ts';
import { Spots } from './spots.ts';
import { passages } from './timeline.ts';
import { TokenLayer } from './token-layer.ts';

export interface StageActions {
  take(offer: Offer, isAlways: boolean): void;
  toggleBreakpoint(element: string): void;
}

export class Stage {
  readonly #diagram: Diagram;
  readonly #canvas: HTMLElement;
  readonly #actions: StageActions;
  readonly #tokens: TokenLayer;
  readonly #buttons: OfferButtons;
  readonly #marks: Marks;
  /** What ends listening to the picture. */
  readonly #endings: readonly (() => void)[];
  /** Resolves when tokens have arrived that are on their way. */
  #movement: Promise<void> | undefined;
  /** The scale for which all has found its place; 0: nothing is shown any more. */
  #scale = 0;

  constructor(canvas: HTMLElement, diagram: Diagram, actions: StageActions) {
    this.#diagram = diagram;
    this.#canvas = canvas;
    this.#actions = actions;
    this.#tokens = new TokenLayer(canvas, diagram);
    this.#buttons = new OfferButtons(canvas, diagram, actions.take);
    this.#marks = new Marks(diagram);
    this.#endings = [
      diagram.camera.onMoved(() => this.place()),
      diagram.planes.onChanged(() => this.#scale > 0 && this.#arrange()),
    ];
    canvas.addEventListener('click', this.#clicked, true);
  }

  remove(): void {
    this.#scale = 0;
    for (const end of this.#endings) end();
    this.#marks.clear();
    this.#tokens.remove();
    this.#buttons.remove();
    this.#canvas.removeEventListener('click', this.#clicked, true);
  }

  /** What was drawn may have been drawn anew. */
  redrawn(): void {
    this.#marks.clear();
  }

  /** @param focused the instance that is shown alone; 0: all */
  show(play: Play, { offers, standing, sentries, waiting }: Moment, focused: number): void {
    this.#tokens.show(standing, play.breakpoints, focused);
    this.#buttons.show(offers.filter(({ run }) => focused === 0 || run === 0 || run === focused));
    this.#marks.set('passed', this.#tinted(play.coverage().passed));
    this.#marks.set('lit', litBy(sentries, this.#diagram));
    this.#marks.set(
      'missing',
      waiting.filter(({ isForEver }) => isForEver).flatMap(({ awaits }) => awaits),
    );
    this.#arrange();
  }

  /** What shows that it was passed: not what holds others, each of which shows it, and no item of a case, which says its state. */
  #tinted(passed: ReadonlySet<string>): string[] {
    const { notation } = this.#diagram;
    if (notation.name === 'cmmn') return [];
    return [...passed].filter((id) => !notation.find(id)[0]?.children?.length);
  }

  /** Points at elements; none: at nothing any more. */
  point(elements: readonly string[]): void {
    this.#marks.set('awaited', elements);
  }

  /** Brings all to its place on the screen. */
  place(): void {
    if (this.#scale === 0) return;
    if (this.#scale !== this.#diagram.camera.scale) this.#arrange();
    else this.#tokens.paint();
    this.#buttons.place();
  }

  /**
   * Shows what has happened, for each instance: where it is one, it is followed into sub-processes and out of sight; several move at the same
   * time. @param speed 0: nothing moves
   */
  async move(happened: readonly (readonly Happening[])[], speed: number, ends: Play['ends']): Promise<void> {
    const legs = happened.flatMap((each) => legsOf(each, this.#diagram));
    const isOne = happened.length === 1;
    if (speed > 0) {
      this.#movement = this.#animate(isOne ? legs : together(legs), isOne, speed, ends);
      await this.#movement;
      this.#movement = undefined;
    } else if (isOne) {
      const last = legs.findLast(({ plane }) => plane);
      showPlane(this.#diagram, last?.plane);
      follow(this.#diagram, last?.happened ?? [], 'last');
    }
  }

  /** Tokens that are on their way arrive at once. */
  async settle(): Promise<void> {
    while (this.#movement) {
      this.#tokens.stop();
      await Promise.race([this.#movement, Promise.resolve()]);
    }
  }

  async #animate(legs: readonly Leg[], isFollowed: boolean, speed: number, ends: Play['ends']): Promise<void> {
    this.#canvas.classList.add('procedo-moving');
    for (const [element, run] of departures(legs, ends)) this.#tokens.leave(element, run);
    for (const { plane, happened } of legs) {
      const isLeft = this.#scale === 0;
      if (isLeft) break;
      if (isFollowed) {
        showPlane(this.#diagram, plane);
        follow(this.#diagram, happened, 'first');
      }
      const length = (flow: string) => {
        const points = this.#diagram.notation.find(flow)[0]?.waypoints;
        return points && lengthOf(points);
      };
      await this.#tokens.move(passages(happened, ends, length), speed);
    }
    this.#canvas.classList.remove('procedo-moving');
  }

  /** Finds places for all. */
  #arrange(): void {
    this.#scale = this.#diagram.camera.scale;
    const spots = new Spots(this.#diagram);
    this.#tokens.arrange(spots);
    this.#buttons.arrange(spots);
    this.#tokens.paint();
  }

  /** A click with Alt sets a break point, and chooses nothing. */
  readonly #clicked = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target.closest('[data-element-id]') : null;
    const drawn = this.#diagram.viewer.get('elementRegistry').get(target?.getAttribute('data-element-id') ?? '');
    if (!event.altKey || !drawn?.parent) return;
    event.stopPropagation();
    event.preventDefault();
    this.#actions.toggleBreakpoint(this.#diagram.idOf(drawn));
  };
}

/** Where tokens stood that have gone: an element and an instance each, once. */
function departures(legs: readonly Leg[], ends: Play['ends']): (readonly [string, number])[] {
  const found = new Map<string, readonly [string, number]>();
  for (const { what, element, run } of legs.flatMap(({ happened }) => happened)) {
    const left = what === 'took' ? ends(element)?.source : element;
    if (left !== undefined && ['took', 'completed', 'cancelled'].includes(what))
      found.set(`${left} ${run}`, [left, run]);
  }
  return [...found.values()];
}

/** All at the same time, wherever it is. */
function together(legs: readonly Leg[]): Leg[] {
  return [{ plane: undefined, happened: legs.flatMap(({ happened }) => happened) }];
}
