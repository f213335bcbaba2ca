import type { Rule } from '../../rule.ts';
import { count, The } from '../../words.ts';

export const diEdgeWaypoints: Rule = {
  id: 'DI03',
  name: 'di-edge-waypoints',
  statement: 'An edge of the drawing has two points at least.',
  why: 'There is no line through less.',
  severity: 'error',
  references: [],
  fix: { title: 'Draw the line anew', isSafe: true },
  check({ all, report }) {
    for (const edge of all('bpmndi:BPMNEdge')) {
      if (edge.waypoint.length < 2)
        report(
          edge,
          `${The(edge.bpmnElement ?? edge)} is drawn with ${count(edge.waypoint.length, 'point')}. Give its edge two points at least.`,
          edge.bpmnElement ? { fix: [{ kind: 'redraw', elements: [edge.bpmnElement] }] } : {},
        );
    }
  },
};
