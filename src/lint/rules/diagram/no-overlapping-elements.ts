import { type Bounds, type BPMNShape, is, type ModelElement } from '../../../model/index.ts';
import type { ModelChange } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const noOverlappingElements: Rule = {
  id: 'DI04',
  name: 'no-overlapping-elements',
  statement: 'Shapes do not overlap, and lie in the shape of what they are in.',
  why: 'What lies below cannot be read, and what lies outside seems to belong elsewhere.',
  severity: 'warning',
  references: ['bpmnlint/no-overlapping-elements'],
  fix: { title: 'Draw the file anew', isSafe: true },
  check({ all, report }) {
    // A shape of nothing is no frame of what has none.
    const shapes = all('bpmndi:BPMNShape').filter(({ bpmnElement }) => bpmnElement);
    const drawn = new Map<unknown, BPMNShape>(shapes.map((shape) => [shape.bpmnElement, shape]));
    const pools = new Map<unknown, unknown>(all('bpmn:Participant').map((pool) => [pool.processRef, pool]));
    for (const { participants } of all('bpmn:Collaboration')) overlaps(participants);
    for (const scope of [...all('bpmn:Process'), ...all('bpmn:SubProcess')]) {
      overlaps(scope.flowElements);
      const frame = drawn.get(is(scope, 'bpmn:Process') ? pools.get(scope) : scope);
      const outer = is(scope, 'bpmn:Process') || frame?.isExpanded ? frame?.bounds : undefined;
      for (const one of scope.flowElements) {
        const inner = drawn.get(one)?.bounds;
        // Tools put data stores beside pools.
        if (inner && outer && !is(one, 'bpmn:DataStoreReference') && !isInside(inner, outer))
          report(one, `${The(one)} is drawn outside of ${the(scope)}. Move it in.`, { fix });
      }
    }

    function overlaps(list: readonly ModelElement[]): void {
      const boxes = list.flatMap((element) => {
        const bounds = drawn.get(element)?.bounds;
        return bounds ? [{ element, bounds }] : [];
      });
      boxes.sort((a, b) => a.bounds.x - b.bounds.x);
      const found = new Map<ModelElement, ModelElement>();
      for (const [index, one] of boxes.entries()) {
        for (let next = index + 1; ; next++) {
          const other = boxes[next];
          if (!other || other.bounds.x > right(one.bounds)) break;
          if (
            !isApart(one.bounds, other.bounds) &&
            !isHostOf(one.element, other.element) &&
            !isHostOf(other.element, one.element)
          ) {
            if (!found.has(one.element)) found.set(one.element, other.element);
            if (!found.has(other.element)) found.set(other.element, one.element);
          }
        }
      }
      for (const [one, other] of found)
        report(one, `${The(one)} is drawn over ${the(other)}. Move it, or let \`procedo layout\` draw the file.`, {
          fix,
        });
    }
  },
};

/** What lies under others is rarely alone: the layout finds places for all. */
const fix: readonly ModelChange[] = [{ kind: 'redraw', elements: 'all' }];

function right({ x, width = 0 }: Bounds): number {
  return x + width;
}

function bottom({ y, height = 0 }: Bounds): number {
  return y + height;
}

function isApart(a: Bounds, b: Bounds): boolean {
  return right(a) < b.x || right(b) < a.x || bottom(a) < b.y || bottom(b) < a.y;
}

function isInside(inner: Bounds, outer: Bounds): boolean {
  const isRight = inner.x >= outer.x && right(inner) <= right(outer);
  return isRight && inner.y >= outer.y && bottom(inner) <= bottom(outer);
}

function isHostOf(host: ModelElement, event: ModelElement): boolean {
  return is(event, 'bpmn:BoundaryEvent') && event.attachedToRef === host;
}
