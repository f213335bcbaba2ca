import type { Bounds } from '../../../base/geometry.ts';
import { type BPMNShape, is, type ModelElement } from '../../../model/index.ts';
import { boundsOf } from '../../drawings.ts';
import { enlarged, movedLabel, nameFits, nameHeight } from '../../fixes/room-for-names.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const labelInsideBounds: Rule = {
  id: 'DI10',
  name: 'label-inside-bounds',
  statement: 'The name of a task fits its shape, and a name beside a shape covers no other one.',
  why: 'What does not fit is cut off or hides what lies below.',
  severity: 'warning',
  references: [],
  fix: { title: 'Make its shape large enough', isSafe: true },
  check({ drawings, report }) {
    for (const drawing of drawings()) {
      const nodes = [...drawing.shapes.values()].filter(isSmall);
      for (const shape of drawing.shapes.values()) {
        const { bpmnElement: element, label } = shape;
        const bounds = element && boundsOf(drawing, element);
        if (!element || !bounds || !nameOf(element)) continue;
        if (is(element, 'bpmn:Activity') && !isLarge(shape)) {
          if (!nameFits(nameOf(element), bounds))
            report(
              element,
              `The name of ${the(element)} does not fit its shape. Make the shape larger, or the name shorter.`,
              { fix: () => ({ fix: enlarged(drawing, element, (width) => nameHeight(nameOf(element), width)) }) },
            );
        } else if (label?.bounds) {
          const { x, y, width = 0, height = 0 } = label.bounds;
          const other = nodes.find((one) => covers({ x, y, width, height }, one, element));
          if (other?.bpmnElement)
            report(element, `The name of ${the(element)} is drawn over ${the(other.bpmnElement)}. Move it.`, {
              fix: () => ({
                fix: movedLabel(drawing, shape, (place) => !nodes.some((one) => covers(place, one, element))),
                fixTitle: 'Move the name to where it covers nothing',
              }),
            });
        }
      }
    }
  },
};

/** What holds nothing that a label could lie in. */
function isSmall(shape: BPMNShape): boolean {
  return is(shape.bpmnElement, 'bpmn:FlowNode') && !isLarge(shape);
}

function isLarge({ bpmnElement, isExpanded }: BPMNShape): boolean {
  return is(bpmnElement, 'bpmn:SubProcess') ? isExpanded !== false : isExpanded === true;
}

/** Whether a label lies over a good part of another shape: to touch it is common. */
function covers(label: Bounds, { bounds, bpmnElement }: BPMNShape, owner: ModelElement): boolean {
  if (!bounds) return false;
  const { x, y, width = 0, height = 0 } = bounds;
  const across = Math.min(label.x + label.width, x + width) - Math.max(label.x, x);
  const down = Math.min(label.y + label.height, y + height) - Math.max(label.y, y);
  return across > 8 && down > 8 && bpmnElement !== owner && owner.get('attachedToRef') !== bpmnElement;
}
