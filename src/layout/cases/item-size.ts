import { wrapText } from '../../base/text-wrap.ts';
import { type Cmmn, is } from '../../model/index.ts';
import type { Size } from '../scope.ts';
import { sizeOf } from '../sizes.ts';
import { heightFor } from './criteria.ts';

const font = { fontSize: 12 } as const;
/** cmmn-js breaks a label this far (px) from the sides of its shape. */
const padding = 5;
/** How far criteria reach into a shape, with a little room. */
const criterionReach = 14;
/** Room of the icon above and of the marks below a label that stands in the middle. */
const edge = 20;
const milestoneHeight = 40;
/** As many entry criteria a milestone has room for at the left; the others stand on top. */
const mostBeside = 2;
const widths = [100, 120, 140, 160, 180, 200];

/** A task is 100 by 80, a milestone 100 by 40, higher with several criteria; wider where the name would run into marks or criteria. */
export function itemSize(element: Cmmn.PlanItem | Cmmn.DiscretionaryItem, name: string | undefined): Size {
  const isMilestone = is(element.definitionRef, 'cmmn:Milestone');
  const height = isMilestone ? milestoneHeight : sizeOf('task').height;
  const marks = isMarked(element) ? edge : 0;
  // Labels stand in the middle: what is taken below is taken above.
  const room = isMilestone ? height - 10 : height - 2 * Math.max(marks, edge / 2);
  const sides = element.entryCriteria.length + element.exitCriteria.length > 0 ? criterionReach : padding;
  const fits = (width: number) => {
    const wrapped = wrapText(name ?? '', { ...font, width: width - 2 * padding });
    return wrapped.height <= room && wrapped.width <= width - 2 * sides;
  };
  return {
    width: widths.find(fits) ?? Math.max(...widths),
    height: isMilestone ? heightOfMilestone(marks, element.entryCriteria.length) : height,
  };
}

function heightOfMilestone(marks: number, entries: number): number {
  return Math.max(milestoneHeight + marks, heightFor(Math.min(entries, mostBeside)));
}

function isMarked({ itemControl, definitionRef }: Cmmn.PlanItem | Cmmn.DiscretionaryItem): boolean {
  return [itemControl, definitionRef?.defaultControl].some(
    (control) => (control?.repetitionRule ?? control?.requiredRule ?? control?.manualActivationRule) !== undefined,
  );
}
