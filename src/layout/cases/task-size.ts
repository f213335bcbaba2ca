import { wrapText } from '../../base/text-wrap.ts';
import type { Cmmn } from '../../model/index.ts';
import type { Size } from '../scope.ts';
import { sizeOf } from '../sizes.ts';

const font = { fontSize: 12 } as const;
/** cmmn-js keeps this (px) free at the sides of a label. */
const padding = 5;
/** Room of the icon above and of the marks below a label that stands in the middle. */
const edge = 20;
const widths = [100, 120, 140, 160, 200];

/** A task is 100 by 80, wider where its name would run into its marks. */
export function taskSize(element: Cmmn.PlanItem | Cmmn.DiscretionaryItem, name: string | undefined): Size {
  const { width, height } = sizeOf('task');
  const room = height - (isMarked(element) ? 2 * edge : edge);
  const fits = (size: number) => wrapText(name ?? '', { ...font, width: size - 2 * padding }).height <= room;
  return { width: widths.find(fits) ?? widths.at(-1) ?? width, height };
}

function isMarked({ itemControl, definitionRef }: Cmmn.PlanItem | Cmmn.DiscretionaryItem): boolean {
  return [itemControl, definitionRef?.defaultControl].some(
    (control) => control?.repetitionRule ?? control?.requiredRule ?? control?.manualActivationRule,
  );
}
