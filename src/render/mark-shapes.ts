/** Marks around what differs: a colour, a kind of line and a sign, so that one need not see colours. */
import type { Bounds, Point } from '../base/geometry.ts';
import type { Placed } from './drawing.ts';

export type MarkKind = 'added' | 'removed' | 'changed';

/** Colours that are told apart with any colour vision (Okabe and Ito, Color Universal Design, 2008). */
export const markColours: Readonly<Record<MarkKind, string>> = {
  added: '#009E73',
  removed: '#D55E00',
  changed: '#0072B2',
};

const dashes: Readonly<Record<MarkKind, string>> = { added: '', removed: '9 6', changed: '2 5' };

/** Strokes of the signs in a circle around 0,0: plus, minus, delta. */
const signs: Readonly<Record<MarkKind, string>> = {
  added: 'M-5 0H5M0 -5V5',
  removed: 'M-5 0H5',
  changed: 'M0 -5L5 4H-5Z',
};

/** Room between a shape and its mark (px); less around a small shape, whose label is close. */
function gapOf({ width, height }: Bounds): number {
  return Math.max(width, height) <= 50 ? 3 : 6;
}

/** A connection shorter than this has no sign (px): its colour and its ends say enough. */
const SHORT = 80;

/** A line around a shape, or along a connection. */
export function markShape(kind: MarkKind, place: Placed): string {
  const stroke = `stroke="${markColours[kind]}" stroke-dasharray="${dashes[kind] || 'none'}" stroke-linecap="round"`;
  if (place.waypoints) {
    const points = place.waypoints.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
    return `<polyline points="${points}" fill="none" ${stroke} stroke-width="6" opacity="0.55"/>`;
  }
  const { x, y, width, height } = grown(place);
  const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="12"`;
  return `<rect ${box} fill="none" ${stroke} stroke-width="${gapOf(place) < 6 ? 3 : 4}"/>`;
}

/** The sign of a mark, at the upper right corner of a shape or the middle of a connection that has room for it. */
export function markSign(kind: MarkKind, place: Placed): string {
  if (place.waypoints && lengthOf(place.waypoints) < SHORT) return '';
  const { x, y } = place.waypoints ? middleOf(place.waypoints) : cornerOf(place);
  return sign(kind, { x, y });
}

/** A sign with its middle at a point. */
export function sign(kind: MarkKind, { x, y }: Point): string {
  return `<g transform="translate(${round(x)} ${round(y)})"><circle r="10" fill="${markColours[kind]}" stroke="white" stroke-width="2"/><path d="${signs[kind]}" fill="none" stroke="white" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></g>`;
}

function grown(place: Bounds): Bounds {
  const { x, y, width, height } = place;
  const gap = gapOf(place);
  return { x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap };
}

function cornerOf(place: Bounds): Point {
  return { x: place.x + place.width + gapOf(place), y: place.y - gapOf(place) };
}

function lengthsOf(points: readonly Point[]): number[] {
  return points
    .slice(1)
    .map((point, index) => Math.hypot(point.x - (points[index]?.x ?? 0), point.y - (points[index]?.y ?? 0)));
}

function lengthOf(points: readonly Point[]): number {
  return lengthsOf(points).reduce((sum, length) => sum + length, 0);
}

/** The middle of a line, by its length. */
function middleOf(points: readonly Point[]): Point {
  const lengths = lengthsOf(points);
  let left = lengthOf(points) / 2;
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]];
    if (!from || !to) break;
    if (left <= length) {
      const share = length === 0 ? 0 : left / length;
      return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
