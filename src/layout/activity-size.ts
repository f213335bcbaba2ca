/**
 * Pass B. Needs: the model. Leaves: the size of each activity that is not drawn open, 100 by 80 unless its name needs more. Source: bpmn-js sets the
 * name 7 px off the sides, over the icon at the left above and over the marks at the middle below.
 */
import type { WrappedText } from '../base/text-wrap.ts';
import { type Activity, is } from '../model/index.ts';
import { isBesideIcon, markedEdge, sizeFor } from './fit-name.ts';
import type { Size } from './scope.ts';
import { sizeOf } from './sizes.ts';

const padding = 7;
/** Between the name and the border above and below. */
const plainEdge = 3;

/** Size in px. */
export function activitySize(activity: Activity): Size {
  const { height } = sizeOf('task');
  const edge = hasMarks(activity) ? markedEdge : plainEdge;
  const isClear = (text: WrappedText, width: number) => !hasIcon(activity) || isBesideIcon(text, { width, height });
  return sizeFor(activity.name ?? '', { height, padding, edge, isClear });
}

function hasMarks(activity: Activity): boolean {
  const isClosed = is(activity, 'bpmn:SubProcess') || is(activity, 'bpmn:CallActivity');
  return isClosed || activity.isForCompensation === true || activity.loopCharacteristics !== undefined;
}

function hasIcon(activity: Activity): boolean {
  return is(activity, 'bpmn:Task') && activity.$type !== 'bpmn:Task';
}
