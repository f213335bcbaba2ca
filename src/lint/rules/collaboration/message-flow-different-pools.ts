import { is, type MessageFlow, type ModelElement } from '../../../model/index.ts';
import { type ModelChange, remove } from '../../fixes/model-change.ts';
import { beginsByItself, endsByItself } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const messageFlowDifferentPools: Rule = {
  id: 'MF01',
  name: 'message-flow-different-pools',
  statement: 'A message flow connects two different pools.',
  why: 'Inside a pool a sequence flow or data says what goes on; a message to oneself has no receiver.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 9.4',
  references: ['EXT.031'],
  fix: { title: 'Make it a sequence flow', isSafe: false },
  check({ all, poolOf, report }) {
    for (const flow of all('bpmn:MessageFlow')) {
      const { sourceRef, targetRef } = flow;
      const pool = sourceRef && poolOf(sourceRef);
      if (pool && targetRef && poolOf(targetRef) === pool)
        report(
          flow,
          `${The(flow)} begins and ends in ${the(pool)}. Make it a sequence flow, or lead it to another pool.`,
          { fix: asSequence(flow, sourceRef, targetRef) },
        );
    }
  },
};

/** Nothing where no token can go that way: between scopes, out of an end, into a start. */
function asSequence(flow: MessageFlow, source: ModelElement, target: ModelElement): ModelChange[] | undefined {
  const parent = source.$parent;
  if (!is(source, 'bpmn:FlowNode') || !is(target, 'bpmn:FlowNode') || !parent || target.$parent !== parent)
    return undefined;
  if (endsByItself(source) || beginsByItself(target)) return undefined;
  const values = { ...(flow.name !== undefined && { name: flow.name }), sourceRef: source, targetRef: target };
  return [
    remove(flow),
    { kind: 'add', parent, property: 'flowElements', element: { type: 'bpmn:SequenceFlow', values } },
  ];
}
