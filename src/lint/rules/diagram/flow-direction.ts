import { is, type ModelElement } from '../../../model/index.ts';
import { boundsOf, centerOf } from '../../drawings.ts';
import { reachable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const flowDirection: Rule = {
  id: 'DI08',
  name: 'flow-direction',
  statement: 'Sequence flows lead from left to right, or all from top to bottom; only loops lead back.',
  why: 'Readers take what is further on for later.',
  severity: 'info',
  references: [],
  fix: { title: 'Draw the file anew', isSafe: true },
  check({ drawings, outgoing, report }) {
    const next = (node: ModelElement) => outgoing(node).map(({ targetRef }) => targetRef);
    for (const drawing of drawings()) {
      const ways = drawing.edges.flatMap(({ bpmnElement: flow }) => {
        if (!is(flow, 'bpmn:SequenceFlow')) return [];
        const [from, to] = [boundsOf(drawing, flow.sourceRef), boundsOf(drawing, flow.targetRef)];
        if (!from || !to) return [];
        return [{ flow, dx: centerOf(to).x - centerOf(from).x, dy: centerOf(to).y - centerOf(from).y }];
      });
      const isUpright = sum(ways.map(({ dy }) => dy)) > sum(ways.map(({ dx }) => dx));
      for (const { flow, dx, dy } of ways) {
        const { sourceRef, targetRef } = flow;
        if ((isUpright ? dy : dx) >= -slack || !sourceRef || !targetRef) continue;
        if (!reachable([targetRef], next).has(sourceRef))
          report(
            flow,
            `${The(flow)} leads ${isUpright ? 'upwards' : 'to the left'}, against the others. Move its target, or let \`procedo layout\` draw the file.`,
            { fix: [{ kind: 'redraw', elements: 'all' }] },
          );
      }
    }
  },
};

/** Px to go back that nobody takes for a direction: steps below each other. */
const slack = 30;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
