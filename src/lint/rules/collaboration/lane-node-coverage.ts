import { is, type ModelElement } from '../../../model/index.ts';

import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const laneNodeCoverage: Rule = {
  id: 'MF15',
  name: 'lane-node-coverage',
  statement: 'If a process has lanes every node is in one.',
  why: 'A step outside the lanes is done by nobody.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, childrenOfType, report }) {
    for (const scope of all('bpmn:FlowElementsContainer')) {
      if (!scope.laneSets.some(({ lanes }) => lanes.length > 0)) continue;
      const held = new Set<ModelElement>();
      for (const lane of all('bpmn:Lane')) for (const node of lane.flowNodeRef) held.add(node);
      for (const node of childrenOfType(scope, 'bpmn:FlowNode')) {
        const host = is(node, 'bpmn:BoundaryEvent') ? node.attachedToRef : undefined;
        if (!held.has(node) && !(host && held.has(host)))
          report(node, `${The(node)} is in no lane. Put it into the lane of who does it.`);
      }
    }
  },
};
