import type { ModelElement } from '../../../model/index.ts';
import { boundsOf, centerOf, distanceTo } from '../../drawings.ts';
import type { ModelChange } from '../../fixes/model-change.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const diContainment: Rule = {
  id: 'DI11',
  name: 'di-containment',
  statement: 'A step is drawn in its lane, and a boundary event on the border of its host.',
  why: 'Readers see another role, or an event of another step, than the model has.',
  severity: 'warning',
  references: [],
  fix: { title: 'Draw it where it belongs', isSafe: true },
  check(context) {
    const { all, drawings, report } = context;
    for (const drawing of drawings()) {
      for (const lane of all('bpmn:Lane')) {
        const frame = boundsOf(drawing, lane);
        // Of a lane in a lane both list the step in some tools.
        for (const node of frame ? lane.flowNodeRef : []) {
          const bounds = boundsOf(drawing, node);
          if (frame && bounds && distanceTo(frame, centerOf(bounds)) > 0)
            report(
              node,
              `${The(node)} is drawn outside of its ${the(lane)}. Move it in, or make it one of the lane that it is drawn in.`,
              { fix: [redrawn(node, context)] },
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
            { fix: [redrawn(event, context)] },
          );
      }
    }
  },
};

/** A node with what is drawn from it. */
function redrawn(node: ModelElement, { incoming, outgoing, messagesFrom, messagesTo }: RuleContext): ModelChange {
  const lines = [incoming, outgoing, messagesFrom, messagesTo].flatMap((at): readonly ModelElement[] => at(node));
  return { kind: 'redraw', elements: [node, ...lines] };
}
