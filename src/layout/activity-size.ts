/**
 * Pass B. Needs: the model. Leaves: the size of each activity that is not drawn open, 100 by 80 unless its name needs more. Source: bpmn-js sets the
 * name in the middle, in 12 px, 7 px off the sides, over the icon at the left above and over the marks at the middle below.
 */
import { measureText } from '../base/text-metrics.ts';
import { type WrappedText, wrapText } from '../base/text-wrap.ts';
import { type Activity, is } from '../model/index.ts';
import type { Size } from './scope.ts';
import { sizeOf } from './sizes.ts';

const font = { fontSize: 12 } as const;
const padding = 7;
const widths = [100, 120, 140, 160, 180, 200, 240, 300];
/** Up to here an activity gets wider so that a long word stays whole. */
const widestForWords = 160;
/** Heights of what is still too long go by steps, up to a bound that holds whatever the label is. */
const heightStep = 20;
const tallest = 400;

/** Between the name and the border above and below. */
const edge = 3;
/** The icon of a kind of task reaches so far down and right, the marks so far up. */
const icon = { height: 18, width: 28 };
const marks = 18;

/** Size in px: the narrowest in which the name fits and long words stay whole; else the narrowest in which it fits; else a higher one. */
export function activitySize(activity: Activity): Size {
  const { height } = sizeOf('task');
  const name = activity.name ?? '';
  const below = hasMarks(activity) ? marks : edge;
  const fits = (width: number) => fitsInside(activity, wrapped(name, width), { width, height: height - 2 * below });
  const word = longestWord(name);
  const width = widths.find((it) => it <= widestForWords && word <= it - 2 * padding && fits(it)) ?? widths.find(fits);
  return width === undefined ? highEnough(name, below) : { width, height };
}

function wrapped(name: string, width: number): WrappedText {
  return wrapText(name, { ...font, width: width - 2 * padding });
}

/** @param room for the text, in px */
function fitsInside(activity: Activity, { lines, height }: WrappedText, room: Size): boolean {
  if (height > room.height) return false;
  if (!hasIcon(activity)) return true;
  const lineHeight = height / lines.length;
  const top = (sizeOf('task').height - height) / 2;
  const besideIcon = lines.slice(0, Math.max(0, Math.ceil((icon.height - top) / lineHeight)));
  return besideIcon.every((line) => measureText(line.trimEnd(), font) <= room.width - 2 * icon.width);
}

function highEnough(name: string, below: number): Size {
  const width = Math.max(...widths);
  const least = wrapped(name, width).height + 2 * Math.max(below, icon.height);
  return { width, height: Math.min(tallest, Math.ceil(least / heightStep) * heightStep) };
}

function longestWord(name: string): number {
  return Math.max(0, ...name.split(/[\s\u00ad-]+/).map((word) => measureText(word, font)));
}

function hasMarks(activity: Activity): boolean {
  const isClosed = is(activity, 'bpmn:SubProcess') || is(activity, 'bpmn:CallActivity');
  return isClosed || activity.isForCompensation === true || activity.loopCharacteristics !== undefined;
}

function hasIcon(activity: Activity): boolean {
  return is(activity, 'bpmn:Task') && activity.$type !== 'bpmn:Task';
}
