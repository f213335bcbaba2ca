import type { Standing } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import type { Drawn } from '../drawing-services.ts';
import type { Bounds, Waypoint } from '../moddle.ts';
import { paintBreakpoint, paintState, paintToken, stateHeight, tokenRadius, tokenStates } from './paint.ts';
import { pointAt } from './path-point.ts';
import { isSmall, type Spots, sizeAt } from './spots.ts';
import { durationOf, type Passage } from './timeline.ts';

interface Moving extends Passage {
  readonly points: readonly Waypoint[];
  readonly plane: Drawn | undefined;
}

/** What stands at one element: by state, how many of which instance. */
interface Group {
  readonly element: Drawn;
  readonly tokens: readonly { readonly run: number; readonly count: number; readonly state: string }[];
  readonly states: readonly { readonly state: string; readonly runs: readonly number[] }[];
  at?: Waypoint;
}

/** At most so many tokens stand side by side; the last says how many more there are. */
const mostBeside = 4;

/** More tokens than this on their way are many. */
const crowd = 40;

/** Height of the tab with the name of a case plan, in px of the drawing. */
const tabHeight = 20;

/**
 * The tokens, painted over the picture: those that rest, and those on their way. One surface for all, so that two hundred cost no more than
 * two: nothing of the page is laid out for them.
 */
export class TokenLayer {
  readonly #diagram: Diagram;
  readonly #surface = document.createElement('canvas');
  #groups: Group[] = [];
  #moving: readonly Moving[] = [];
  #breakpoints: readonly string[] = [];
  /** The instance that is shown alone; 0: all. */
  #focused = 0;
  /** When the tokens on their way set out, and how many times as fast as normal. */
  #began = 0;
  #speed = 1;
  #frame = 0;
  #arrived: (() => void) | undefined;

  constructor(container: HTMLElement, diagram: Diagram) {
    this.#diagram = diagram;
    this.#surface.className = 'procedo-tokens';
    this.#surface.setAttribute('aria-hidden', 'true');
    container.append(this.#surface);
  }

  remove(): void {
    this.stop();
    this.#surface.remove();
  }

  /** What stands where, from now on; `arrange` and `paint` show it. */
  show(standing: readonly Standing[], breakpoints: Iterable<string>, focused: number): void {
    this.#breakpoints = [...breakpoints];
    this.#focused = focused;
    const at = new Map<Drawn, Standing[]>();
    for (const each of standing) {
      const drawn = this.#drawn(each.element);
      if (drawn) at.set(drawn, [...(at.get(drawn) ?? []), each]);
    }
    this.#groups = [...at].map(([element, all]) => ({
      element,
      tokens: all.filter(({ state }) => tokenStates.has(state)).flatMap(countsOf),
      states: all.filter(({ state }) => !tokenStates.has(state)),
    }));
  }

  /** Finds the tokens their places. */
  arrange(spots: Spots): void {
    const radius = tokenRadius * sizeAt(this.#diagram.camera.scale);
    for (const group of this.#groups) {
      if (!this.#isVisible(group.element)) continue;
      if (group.states.length > 0) spots.occupy(this.#statesBox(group));
      if (group.tokens.length > 0) group.at = spots.token(group.element, radius);
    }
  }

  /** Tokens set out: one of the instance no longer stands at the element. */
  leave(id: string, run: number): void {
    const element = this.#drawn(id);
    this.#groups = this.#groups.map((group) =>
      group.element === element ? { ...group, tokens: without(group.tokens, run) } : group,
    );
  }

  /** Lets tokens go their ways; resolves when all have arrived, or at once where nobody sees them. */
  move(passages: readonly Passage[], speed: number): Promise<void> {
    this.stop();
    this.#moving = passages.flatMap((passage) => {
      const drawn = this.#drawn(passage.flow);
      const plane = drawn && this.#planeOf(drawn);
      return drawn?.waypoints ? [{ ...passage, points: drawn.waypoints, plane }] : [];
    });
    if (this.#moving.length === 0) return Promise.resolve();
    this.#speed = speed;
    this.#began = performance.now();
    return new Promise((resolve) => {
      this.#arrived = resolve;
      this.#frame = requestAnimationFrame(() => this.#next());
    });
  }

  /** Ends a movement: tokens are where they go to. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#moving = [];
    this.#arrived?.();
    this.#arrived = undefined;
  }

  #next(): void {
    this.paint();
    if ((performance.now() - this.#began) * this.#speed < durationOf(this.#moving)) {
      this.#frame = requestAnimationFrame(() => this.#next());
    } else {
      this.stop();
    }
  }

  /** Paints all anew: tokens have moved, or the picture has. */
  paint(): void {
    const context = this.#cleared();
    if (!context) return;
    const { camera } = this.#diagram;
    const { x, y } = camera.view;
    const toScreen = (point: Waypoint) => ({ x: (point.x - x) * camera.scale, y: (point.y - y) * camera.scale });
    const size = sizeAt(camera.scale);
    for (const group of this.#groups) if (this.#isVisible(group.element)) this.#paintGroup(context, group, toScreen);
    const now = (performance.now() - this.#began) * this.#speed;
    const visible = this.#diagram.planes.visible;
    const isInCrowd = this.#moving.length > crowd;
    for (const { start, end, points, run, plane, isMessage } of this.#moving) {
      if (now < start || now > end || plane !== visible) continue;
      this.#fade(context, run);
      const at = toScreen(pointAt(points, (now - start) / (end - start)));
      paintToken(context, at, { run, count: 1, state: isMessage ? 'message' : 'at-work', size, isInCrowd });
    }
    context.globalAlpha = 1;
    for (const id of this.#breakpoints) {
      const drawn = this.#drawn(id);
      if (drawn && this.#isVisible(drawn)) paintBreakpoint(context, toScreen(breakpointPlace(drawn)), size);
    }
  }

  /** The surface at its size, empty. */
  #cleared(): CanvasRenderingContext2D | null {
    const { clientWidth: width, clientHeight: height } = this.#surface.parentElement ?? this.#surface;
    const ratio = devicePixelRatio;
    if (this.#surface.width !== Math.round(width * ratio) || this.#surface.height !== Math.round(height * ratio)) {
      this.#surface.width = Math.round(width * ratio);
      this.#surface.height = Math.round(height * ratio);
    }
    const context = this.#surface.getContext('2d');
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    context?.clearRect(0, 0, width, height);
    return context;
  }

  #paintGroup(
    context: CanvasRenderingContext2D,
    { element, tokens, states, at }: Group,
    toScreen: (point: Waypoint) => Waypoint,
  ): void {
    const size = sizeAt(this.#diagram.camera.scale);
    let left = 0;
    for (const { state, runs } of states) {
      this.#fade(context, ...runs);
      const { x, y } = toScreen(statePlace(element));
      const below = isSmall(element) || isContainer(element) ? -stateHeight * size : stateHeight * size;
      const tab = isCase(element) ? tabHeight * this.#diagram.camera.scale : 0;
      left += paintState(context, { x: x + left, y: y + below / 1.7 - tab }, { state, count: runs.length, size }) + 2;
    }
    if (!at) return;
    const place = toScreen(at);
    const shown = tokens.length > mostBeside ? tokens.slice(0, mostBeside - 1) : tokens;
    for (const [index, { run, count, state }] of shown.entries()) {
      this.#fade(context, run);
      const x = place.x + index * tokenRadius * (count > 1 ? 2.6 : 1.8) * size;
      paintToken(context, { x, y: place.y }, { run, count, state, size });
    }
    context.globalAlpha = 1;
    const rest = tokens.length - shown.length;
    if (rest > 0)
      paintState(
        context,
        { x: place.x + (mostBeside - 1) * tokenRadius * 1.8 * size, y: place.y },
        { state: `+${rest}`, count: 1, size },
      );
  }

  /** About where the states of an item are written, in drawing coordinates. */
  #statesBox({ element, states }: Group): Bounds {
    const size = sizeAt(this.#diagram.camera.scale) / this.#diagram.camera.scale;
    const letters = states.reduce((sum, { state }) => sum + state.length + 3, 0);
    const { x, y } = statePlace(element);
    const height = 1.2 * stateHeight * size;
    const isAbove = isSmall(element) || isContainer(element);
    return { x, y: isAbove ? y - height : y, width: letters * 6 * size, height };
  }

  /** What belongs to no instance that is shown is faint. */
  #fade(context: CanvasRenderingContext2D, ...runs: readonly number[]): void {
    context.globalAlpha = this.#focused === 0 || runs.includes(this.#focused) ? 1 : 0.2;
  }

  #isVisible(element: Drawn): boolean {
    return this.#planeOf(element) === this.#diagram.planes.visible;
  }

  #planeOf(element: Drawn): Drawn | undefined {
    return this.#diagram.viewer.get('canvas').findRoot(element);
  }

  #drawn(id: string): Drawn | undefined {
    return this.#diagram.notation.find(id)[0];
  }
}

function countsOf({ runs, state }: Standing): Group['tokens'] {
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return [...counts].map(([run, count]) => ({ run, count, state }));
}

/** One token less of an instance. */
function without(tokens: Group['tokens'], run: number): Group['tokens'] {
  const at = tokens.findIndex((token) => token.run === run);
  const fewer = tokens.map((token, place) => (place === at ? { ...token, count: token.count - 1 } : token));
  return fewer.filter(({ count }) => count > 0);
}

/** The left end of the states of a plan item: below a task, above what holds others or is small. */
function statePlace(element: Drawn): Waypoint {
  const { x, y, height } = element;
  return isSmall(element) || isContainer(element) ? { x, y } : { x: x + 2, y: y + height };
}

function isContainer({ children }: Drawn): boolean {
  return (children ?? []).some(({ labelTarget, host }) => labelTarget === undefined && host === undefined);
}

/** The plan of a case has a tab with its name on its border. */
function isCase({ businessObject }: Drawn): boolean {
  return businessObject.$parent?.$instanceOf('cmmn:Case') === true;
}

/** At the upper right of a shape, at the beginning of a flow. */
function breakpointPlace({ waypoints, x, y, width }: Drawn): Waypoint {
  return waypoints ? pointAt(waypoints, 0.15) : { x: x + width - 3, y: y + 3 };
}
