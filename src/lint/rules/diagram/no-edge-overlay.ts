import type { ModelElement } from '../../../model/index.ts';
import { nearPairs, type Segment, segmentsOf } from '../../drawings.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const noEdgeOverlay: Rule = {
  id: 'DI05',
  name: 'no-edge-overlay',
  statement: 'Flows that have no end in common are not drawn on top of each other.',
  why: 'Nobody can tell which of them leads where.',
  severity: 'warning',
  references: [],
  fix: { title: 'Draw the line anew', isSafe: true },
  check({ drawings, report }) {
    for (const drawing of drawings()) {
      const told = new Set<ModelElement>();
      for (const [one, other] of nearPairs(segmentsOf(drawing))) {
        if (commonLength(one, other) < visible) continue;
        if (told.has(one.element) || haveCommonEnd(one.element, other.element)) continue;
        told.add(one.element);
        report(
          one.element,
          `${The(one.element)} is drawn on top of ${the(other.element)}. Lead one of them beside the other, or let \`procedo layout\` draw the file.`,
          { fix: [{ kind: 'redraw', elements: [one.element] }] },
        );
      }
    }
  },
};

/** Px of a common stretch from which on it is seen. */
const visible = 15;

function haveCommonEnd(one: ModelElement, other: ModelElement): boolean {
  const ends = [one, other].map((flow) => [flow.get('sourceRef'), flow.get('targetRef')]);
  return ends[0]?.some((end) => ends[1]?.includes(end)) ?? false;
}

const directions = [
  ['x', 'y'],
  ['y', 'x'],
] as const;

/** How long two segments run on one line, both upright or both level, in px. */
function commonLength(one: Segment, other: Segment): number {
  for (const [along, across] of directions) {
    const [a, b, c, d] = [one.from[across], one.to[across], other.from[across], other.to[across]];
    if (Math.max(a, b, c, d) - Math.min(a, b, c, d) > 1) continue;
    const begin = Math.max(Math.min(one.from[along], one.to[along]), Math.min(other.from[along], other.to[along]));
    const end = Math.min(Math.max(one.from[along], one.to[along]), Math.max(other.from[along], other.to[along]));
    return end - begin;
  }
  return 0;
}
