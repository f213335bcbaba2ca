import { is } from '../../../model/index.ts';
import { boundsOf, distanceTo } from '../../drawings.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const edgeDocked: Rule = {
  id: 'DI06',
  name: 'edge-docked',
  statement: 'A flow begins and ends at the shapes that it joins.',
  why: 'A line that ends beside its step seems to lead nowhere, or elsewhere.',
  severity: 'warning',
  references: [],
  fix: { title: 'Draw the line anew', isSafe: true },
  check({ drawings, report }) {
    for (const drawing of drawings()) {
      for (const { bpmnElement: flow, waypoint } of drawing.edges) {
        if (!is(flow, 'bpmn:SequenceFlow') && !is(flow, 'bpmn:MessageFlow')) continue;
        for (const [end, point] of [
          [flow.sourceRef, waypoint.at(0)],
          [flow.targetRef, waypoint.at(-1)],
        ] as const) {
          const bounds = end && boundsOf(drawing, end);
          if (end && bounds && point && distanceTo(bounds, point) > tolerance)
            report(
              flow,
              `${The(flow)} is drawn without touching ${the(end)}. Lead it there, or let \`procedo layout\` draw the file.`,
              { fix: [{ kind: 'redraw', elements: [flow] }] },
            );
        }
      }
    }
  },
};

/** Px between a shape and the end of a line that nobody sees, with arrows and rounded corners. */
const tolerance = 6;
