/**
 * The size of a shape whose name stands in its middle, in 12 px as bpmn-js and cmmn-js set it: as wide as the name needs, higher only where no
 * width will do.
 */
import { measureText } from '../base/text-metrics.ts';
import { hasWholeWords, type WrappedText, wrapText } from '../base/text-wrap.ts';
import type { Size } from './scope.ts';

/** What a name has room for in a shape; all in px. */
export interface NameRoom {
  /** Of the shape, if the name fits. */
  readonly height: number;
  /** At the sides, where lines are broken. */
  readonly padding: number;
  /** Above and below. */
  readonly edge: number;
  /** Whether the lines leave what else stands in a shape of this width clear. */
  readonly isClear: (wrapped: WrappedText, width: number) => boolean;
}

/** What marks at the lower border take, in px. */
export const markedEdge = 18;

const nameFont = { fontSize: 12 } as const;
const lineHeight = 14.4;
/**
 * The icon of a kind of task, in the corner, reaches so far right, and so far down that only a line that begins above runs into it; letters
 * begin a little below the top of their line. A name that needs a wide shape may come nearer to it than others.
 */
const icon = { width: 25, height: 22, least: 18 } as const;
const widths = [100, 120, 140, 160, 180, 200, 240, 300];
/** Up to here a shape gets wider so that a long word stays whole, and the name well off the icon. */
const widestForLooks = 160;
/** Heights go by steps, up to a bound that holds whatever the name is. */
const heightStep = 20;
const tallest = 400;

/** The narrowest in which the name fits and long words stay whole; else the narrowest in which it fits; else the widest, and higher. */
export function sizeFor(name: string, room: NameRoom): Size {
  const { height, edge, padding, isClear } = room;
  const wrapped = (width: number) => wrapText(name, { ...nameFont, width: width - 2 * padding });
  // Breaking lines is slow for long names: what cannot fit is not tried.
  const length = measureText(name, nameFont);
  const most = Math.floor((height - 2 * edge) / lineHeight);
  const fits = (width: number, isWhole: boolean) => {
    if (length > most * width) return false;
    const text = wrapped(width);
    return text.lines.length <= most && isClear(text, width) && (!isWhole || hasWholeWords(name, text));
  };
  const width = widths.find((it) => it <= widestForLooks && fits(it, true)) ?? widths.find((it) => fits(it, false));
  if (width !== undefined) return { width, height };
  const widest = Math.max(...widths);
  const least = wrapped(widest).height + 2 * Math.max(edge, icon.least);
  return { width: widest, height: Math.max(height, Math.min(tallest, Math.ceil(least / heightStep) * heightStep)) };
}

/** Whether the lines that stand as high as the icon are short enough. */
export function isBesideIcon({ lines, height }: WrappedText, shape: Size): boolean {
  const top = (shape.height - height) / 2;
  const reach = shape.width <= widestForLooks ? icon.height : icon.least;
  const beside = lines.slice(0, Math.max(0, Math.ceil((reach - top) / (height / lines.length))));
  return beside.every((line) => measureText(line.trimEnd(), nameFont) <= shape.width - 2 * icon.width);
}
