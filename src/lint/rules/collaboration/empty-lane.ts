import { is, type Lane } from '../../../model/index.ts';
import { type ModelChange, remove, set } from '../../fixes/model-change.ts';
import type { Rule, RuleContext } from '../../rule.ts';
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
          fix: [remove(isOnly(lane) ? (lane.$parent ?? lane) : lane), ...spaceTaken(lane, { all })],
        });
    }
  },
};

/** A set without lanes says nothing. */
function isOnly(lane: Lane): boolean {
  return is(lane.$parent, 'bpmn:LaneSet') && lane.$parent.lanes.length === 1;
}

/** A lane beside it is drawn larger by its space, so that the pool has no hole. */
function spaceTaken(lane: Lane, { all }: Pick<RuleContext, 'all'>): readonly ModelChange[] {
  const boundsOf = (one: Lane) => all('bpmndi:BPMNShape').find(({ bpmnElement }) => bpmnElement === one)?.bounds;
  const own = boundsOf(lane);
  const others = is(lane.$parent, 'bpmn:LaneSet') ? lane.$parent.lanes.filter((one) => one !== lane) : [];
  for (const other of own ? others : []) {
    const bounds = boundsOf(other);
    if (!own || !bounds) continue;
    for (const [start, length, across] of [
      ['y', 'height', 'x'],
      ['x', 'width', 'y'],
    ] as const) {
      const [place, size, space] = [bounds[start], bounds[length] ?? 0, own[length] ?? 0];
      if (bounds[across] !== own[across]) continue;
      if (place + size === own[start]) return [set(bounds, length, size + space)];
      if (own[start] + space === place) return [set(bounds, start, own[start]), set(bounds, length, size + space)];
    }
  }
  return [];
}
