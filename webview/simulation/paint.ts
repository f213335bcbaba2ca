/** What a simulation paints over the picture: places and sizes are in px on the screen. */
import type { Waypoint } from '../moddle.ts';
import { runColor } from './run-colors.ts';

export const tokenRadius = 9;
export const stateHeight = 15;

export interface TokenLook {
  readonly run: number;
  /** How many of the instance stand there. */
  readonly count: number;
  readonly state: string;
  /** 1: normal size. */
  readonly size: number;
  /** One of many close together: their borders would be all that is seen. */
  readonly isInCrowd?: boolean;
}

/** A token: the number of its instance in its colour; several stand as one with their count. */
export function paintToken(context: CanvasRenderingContext2D, { x, y }: Waypoint, look: TokenLook): void {
  const { run, count, state, size, isInCrowd = false } = look;
  const radius = tokenRadius * size;
  const text = count > 1 ? `${run}×${count}` : String(run);
  context.font = `600 ${(text.length > 2 ? 10 : 11) * size}px sans-serif`;
  const width = Math.max(2 * radius, text.length > 2 ? text.length * 6.5 * size + 6 : 0);
  context.beginPath();
  // A message is a letter rather than a token.
  context.roundRect(x - radius, y - radius, width, 2 * radius, state === 'message' ? 3 * size : radius);
  // Hollow where it only stands for those inside.
  const isHollow = state === 'around';
  context.fillStyle = isHollow ? '#fff' : runColor(run);
  context.fill();
  context.lineWidth = isInCrowd ? 0.5 : 1.5;
  context.strokeStyle = isHollow ? runColor(run) : '#fff';
  context.stroke();
  if (state === 'stuck') ring(context, { x: x - radius + width / 2, y }, width / 2 + 2.5);
  context.fillStyle = isHollow ? runColor(run) : '#fff';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x - radius + width / 2, y + 0.5);
}

function ring(context: CanvasRenderingContext2D, { x, y }: Waypoint, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = '#d1242f';
  context.stroke();
}

/** States of which a token says enough; others, those of plan items, are written. */
export const tokenStates: ReadonlySet<string> = new Set(['at-work', 'around', 'waiting', 'choice', 'stuck', 'message']);

const stateColors: Readonly<Record<string, string>> = {
  available: '#6b7785',
  enabled: '#8250df',
  disabled: '#6b7785',
  active: '#0072b2',
  completed: '#1a7f37',
  terminated: '#9a3412',
  failed: '#b42318',
  suspended: '#8a6100',
  closed: '#57606a',
  there: '#1a7f37',
};

/** The state of a plan item: a word in its colour, and how many instances are in it if there are several. @param at its left, in the middle */
export function paintState(
  context: CanvasRenderingContext2D,
  { x, y }: Waypoint,
  { state, count, size }: Omit<TokenLook, 'run'>,
): number {
  const text = `${state}${count > 1 ? ` ×${count}` : ''}`;
  context.font = `600 ${10 * size}px sans-serif`;
  const width = context.measureText(text).width + 10 * size;
  const height = stateHeight * size;
  context.beginPath();
  context.roundRect(x, y - height / 2, width, height, height / 2);
  context.fillStyle = stateColors[state] ?? '#6b7785';
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = '#fff';
  context.stroke();
  context.fillStyle = '#fff';
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, x + 5 * size, y + 0.5);
  return width;
}

/** The mark of a break point. */
export function paintBreakpoint(context: CanvasRenderingContext2D, { x, y }: Waypoint, size: number): void {
  context.beginPath();
  context.arc(x, y, 5.5 * size, 0, 2 * Math.PI);
  context.fillStyle = '#e51400';
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = '#fff';
  context.stroke();
}
