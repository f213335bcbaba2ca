import { type FlowNode, is, type SequenceFlow } from '../../../model/index.ts';
import { type ModelChange, remove } from '../../fixes/model-change.ts';
import type { LintModel } from '../../lint-model.ts';
import { hasTrigger, processOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const noCrossPoolFlow: Rule = {
  id: 'SF02',
  name: 'no-cross-pool-flow',
  statement: 'A sequence flow stays in its pool.',
  why: 'Pools share no token: what goes from one to another is a message.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 7.6.1',
  references: ['EXT.028'],
  fix: { title: 'Make it a message flow', isSafe: false },
  check(context) {
    if (context.all('bpmn:Process').length < 2) return;
    for (const flow of context.all('bpmn:SequenceFlow')) {
      const { sourceRef, targetRef } = flow;
      if (!sourceRef || !targetRef) continue;
      const [from, to] = [processOf(sourceRef), processOf(targetRef)];
      if (from && to && from !== to)
        context.report(flow, `${The(flow)} leads from ${the(from)} into ${the(to)}. Send a message instead.`, {
          fix: asMessage(flow, sourceRef, targetRef, context),
        });
    }
  },
};

/** Nothing where there are no pools to send it between, or an end neither sends nor receives messages. */
function asMessage(
  flow: SequenceFlow,
  source: FlowNode,
  target: FlowNode,
  { poolOf }: Pick<LintModel, 'poolOf'>,
): ModelChange[] | undefined {
  const parent = poolOf(source)?.$parent;
  if (!parent || poolOf(target)?.$parent !== parent || !maySend(source) || !mayReceive(target)) return undefined;
  const values = { ...(flow.name !== undefined && { name: flow.name }), sourceRef: source, targetRef: target };
  return [
    remove(flow),
    { kind: 'add', parent, property: 'messageFlows', element: { type: 'bpmn:MessageFlow', values } },
  ];
}

function maySend(node: FlowNode): boolean {
  return is(node, 'bpmn:Activity') || (is(node, 'bpmn:ThrowEvent') && hasTrigger(node, 'Message'));
}

function mayReceive(node: FlowNode): boolean {
  return is(node, 'bpmn:Activity') || (is(node, 'bpmn:CatchEvent') && hasTrigger(node, 'Message'));
}
