import { boundsOf, centerOf, distanceTo, drawingsOf } from '../../drawings.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const diContainment: Rule = {
  id: 'DI11',
  name: 'di-containment',
  statement: 'A step is drawn in its lane, and a boundary event on the border of its host.',
  why: 'Readers see another role, or an event of another step, than the model has.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const drawing of drawingsOf({ all })) {
      for (const lane of all('bpmn:Lane')) {
        const frame = boundsOf(drawing, lane);
        // Of a lane in a lane both list the step in some tools.
        for (const node of frame ? lane.flowNodeRef : []) {
          const bounds = boundsOf(drawing, node);
          if (frame && bounds && distanceTo(frame, centerOf(bounds)) > 0)
            report(
              node,
              `${The(node)} is drawn outside of its ${the(lane)}. Move it in, or make it one of the lane that it is drawn in.`,
            );
        }
      }
      for (const event of all('bpmn:BoundaryEvent')) {
        const [host, bounds] = [boundsOf(drawing, event.attachedToRef), boundsOf(drawing, event)];
        if (
          event.attachedToRef &&
          host &&
          bounds &&
          distanceTo(host, centerOf(bounds)) > Math.max(bounds.width, bounds.height)
        )
          report(
            event,
            `${The(event)} is drawn away from ${the(event.attachedToRef)}, which it belongs to. Move it to its border.`,
          );
      }
    }
  },
};
