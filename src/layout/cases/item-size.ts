import type { WrappedText } from '../../base/text-wrap.ts';
import { type Cmmn, is } from '../../model/index.ts';
import { isBesideIcon, markedEdge, sizeFor } from '../fit-name.ts';
import type { Size } from '../scope.ts';
import { sizeOf } from '../sizes.ts';
import { heightFor } from './criteria.ts';

/** cmmn-js breaks a label this far (px) from the sides of its shape. */
const padding = 5;
/** How far criteria reach into a shape, with a little room. */
const criterionReach = 14;
/** Above and below a label in the middle. */
const edges = { milestone: 5, plain: 10, marked: markedEdge } as const;
const milestoneHeight = 40;
/** A milestone with marks is higher by so much. */
const milestoneMarks = 20;
/** As many entry criteria a milestone has room for at the left; the others stand on top. */
const mostBeside = 2;

/** A task is 100 by 80, a milestone 100 by 40, higher with several criteria; wider where the name would run into marks or criteria. */
export function itemSize(element: Cmmn.PlanItem | Cmmn.DiscretionaryItem, name: string | undefined): Size {
  const isMilestone = is(element.definitionRef, 'cmmn:Milestone');
  const height = isMilestone ? milestoneHeight : sizeOf('task').height;
  const sides = element.entryCriteria.length + element.exitCriteria.length > 0 ? criterionReach : padding;
  const isClear = (text: WrappedText, width: number) =>
    text.width <= width - 2 * sides && (!hasIcon(element) || isBesideIcon(text, { width, height }));
  const taskEdge = isMarked(element) ? edges.marked : edges.plain;
  const size = sizeFor(name ?? '', { height, padding, edge: isMilestone ? edges.milestone : taskEdge, isClear });
  return isMilestone ? { ...size, height: Math.max(size.height, heightOfMilestone(element)) } : size;
}

function heightOfMilestone(element: Cmmn.PlanItem | Cmmn.DiscretionaryItem): number {
  const marks = isMarked(element) ? milestoneMarks : 0;
  return Math.max(milestoneHeight + marks, heightFor(Math.min(element.entryCriteria.length, mostBeside)));
}

function isMarked({ itemControl, definitionRef }: Cmmn.PlanItem | Cmmn.DiscretionaryItem): boolean {
  return [itemControl, definitionRef?.defaultControl].some(
    (control) => (control?.repetitionRule ?? control?.requiredRule ?? control?.manualActivationRule) !== undefined,
  );
}

function hasIcon({ definitionRef }: Cmmn.PlanItem | Cmmn.DiscretionaryItem): boolean {
  return is(definitionRef, 'cmmn:Task') && definitionRef.$type !== 'cmmn:Task';
}
