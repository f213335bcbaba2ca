import { nearPairs, type Segment, segmentsOf } from '../../drawings.ts';
import type { Rule } from '../../rule.ts';

export const edgeCrossings: Rule = {
  id: 'DI07',
  name: 'edge-crossings',
  statement: 'Few flows of a diagram cross each other.',
  why: 'At each crossing a reader may go on along the wrong line.',
  severity: 'info',
  references: [],
  options: { max: 5 },
  fix: { title: 'Draw the file anew', isSafe: true },
  check({ all, drawings, options, report }) {
    const { max } = options;
    for (const [index, drawing] of drawings().entries()) {
      let number = 0;
      for (const [one, other] of nearPairs(segmentsOf(drawing))) if (doCross(one, other)) number++;
      const plane = all('bpmndi:BPMNPlane')[index];
      if (plane && typeof max === 'number' && number > max)
        report(
          plane,
          `Flows of this diagram cross ${number} times, ${max} is the most. Move its steps, or let \`procedo layout\` draw the file.`,
          { fix: [{ kind: 'redraw', elements: 'all' }] },
        );
    }
  },
};

/** Whether two segments cross in a point that is an end of neither. */
function doCross(one: Segment, other: Segment): boolean {
  return areOnBothSides(one, other) && areOnBothSides(other, one);
}

function areOnBothSides({ from, to }: Segment, other: Segment): boolean {
  const side = ({ x, y }: Segment['from']) =>
    Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
  return side(other.from) * side(other.to) < 0;
}
