import type { Standing } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';
import type { Drawn } from '../drawing-services.ts';
import type { Waypoint } from '../moddle.ts';
import { pointAt } from './path-point.ts';
import { runColor } from './run-colors.ts';
import { durationOf, type Passage } from './timeline.ts';

const radius = 9;

interface Moving extends Passage {
  readonly points: readonly Waypoint[];
}

/**
 * The tokens, painted over the picture: those that rest, and those on their way. One surface for all, so that two hundred cost no more than
 * two: nothing of the page is laid out for them.
 */
export class TokenLayer {
  readonly #diagram: Diagram;
  readonly #surface = document.createElement('canvas');
  #standing: readonly Standing[] = [];
  #moving: readonly Moving[] = [];
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
    this.#stop();
    this.#surface.remove();
  }

  /** Paints what stands where. */
  show(standing: readonly Standing[]): void {
    this.#standing = standing;
    this.paint();
  }

  /** Lets tokens go their ways; resolves when all have arrived, or at once where nobody sees them. */
  move(passages: readonly Passage[], speed: number): Promise<void> {
    this.#stop();
    this.#moving = passages.flatMap((passage) => {
      const points = this.#drawn(passage.flow)?.waypoints;
      return points ? [{ ...passage, points }] : [];
    });
    if (this.#moving.length === 0) return Promise.resolve();
    this.#speed = speed;
    this.#began = performance.now();
    return new Promise((resolve) => {
      this.#arrived = resolve;
      this.#frame = requestAnimationFrame(() => this.#next());
    });
  }

  #next(): void {
    this.paint();
    if ((performance.now() - this.#began) * this.#speed < durationOf(this.#moving)) {
      this.#frame = requestAnimationFrame(() => this.#next());
    } else {
      this.#stop();
    }
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#moving = [];
    this.#arrived?.();
    this.#arrived = undefined;
  }

  /** Paints all anew: tokens have moved, or the picture has. */
  paint(): void {
    const { clientWidth: width, clientHeight: height } = this.#surface.parentElement ?? this.#surface;
    const ratio = devicePixelRatio;
    if (this.#surface.width !== Math.round(width * ratio) || this.#surface.height !== Math.round(height * ratio)) {
      this.#surface.width = Math.round(width * ratio);
      this.#surface.height = Math.round(height * ratio);
    }
    const context = this.#surface.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const { camera } = this.#diagram;
    const { x, y } = camera.view;
    const toScreen = (point: Waypoint) => ({ x: (point.x - x) * camera.scale, y: (point.y - y) * camera.scale });
    for (const standing of this.#standing) this.#paintStanding(context, standing, toScreen);
    const now = (performance.now() - this.#began) * this.#speed;
    for (const { start, end, points, run } of this.#moving)
      if (now >= start && now <= end)
        paintToken(context, toScreen(pointAt(points, (now - start) / (end - start))), run, '');
  }

  #paintStanding(context: CanvasRenderingContext2D, standing: Standing, toScreen: (point: Waypoint) => Waypoint): void {
    const drawn = this.#drawn(standing.element);
    if (!drawn || this.#diagram.viewer.get('canvas').findRoot(drawn) !== this.#diagram.planes.visible) return;
    const at = toScreen(drawn.waypoints ? pointAt(drawn.waypoints, 0.5) : drawn);
    if (!tokenStates.has(standing.state)) {
      paintState(context, at, standing);
      return;
    }
    const { runs } = standing;
    const counts = new Map<number, number>();
    for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
    for (const [place, [run, count]] of [...counts].slice(0, 4).entries())
      paintToken(context, { x: at.x + place * (radius * 1.6), y: at.y }, run, count > 1 ? `×${count}` : '');
  }

  #drawn(id: string): Drawn | undefined {
    return this.#diagram.notation.find(id)[0];
  }
}

/** States of which a token says enough; others, those of plan items, are written. */
const tokenStates = new Set(['at-work', 'waiting', 'choice', 'stuck', 'message']);

const stateColors: Readonly<Record<string, string>> = {
  available: '#6b7785',
  enabled: '#8250df',
  active: '#0072b2',
  completed: '#1a7f37',
  terminated: '#9a3412',
  failed: '#b42318',
  suspended: '#b58900',
};

/** The state of a plan item: a word in its colour, and the numbers of the instances that are in it if there are several. */
function paintState(context: CanvasRenderingContext2D, { x, y }: Waypoint, { state, runs }: Standing): void {
  const count = runs.length > 1 ? ` ×${runs.length}` : '';
  const text = `${state}${count}`;
  context.font = '600 10px sans-serif';
  const width = context.measureText(text).width + 10;
  context.beginPath();
  context.roundRect(x - 4, y - 9, width, 16, 8);
  context.fillStyle = stateColors[state] ?? '#6b7785';
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = '#fff';
  context.stroke();
  context.fillStyle = '#fff';
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, x + 1, y - 0.5);
}

function paintToken(context: CanvasRenderingContext2D, { x, y }: Waypoint, run: number, extra: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = runColor(run);
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = '#fff';
  context.stroke();
  context.fillStyle = '#fff';
  context.font = `600 ${extra === '' ? 11 : 9}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(`${run}${extra}`, x, y + 0.5);
}
