import { is, type Lane } from '../../../model/index.ts';
import { remove } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const emptyLane: Rule = {
  id: 'MF16',
  name: 'empty-lane',
  statement: 'A lane holds at least one node.',
  why: 'A lane without a step has no part in the process.',
  severity: 'warning',
  from: 'strict',
  references: [],
  fix: { title: 'Remove the lane', isSafe: true },
  check({ all, report }) {
    for (const lane of all('bpmn:Lane')) {
      const inner = lane.childLaneSet?.lanes.length ?? 0;
      if (inner === 0 && lane.flowNodeRef.length === 0)
        report(lane, `${The(lane)} holds nothing. Take it away, or put its steps into it.`, {
          fix: [remove(isOnly(lane) ? (lane.$parent ?? lane) : lane)],
        });
    }
  },
};

/** A set without lanes says nothing. */
function isOnly(lane: Lane): boolean {
  return is(lane.$parent, 'bpmn:LaneSet') && lane.$parent.lanes.length === 1;
}
