import type { SequenceFlow } from '../../../model/index.ts';
import { remove } from '../../fixes/model-change.ts';
import { defaultOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noDuplicateSequenceFlows: Rule = {
  id: 'SF05',
  name: 'no-duplicate-sequence-flows',
  statement: 'No two sequence flows have the same ends and the same condition.',
  why: 'Two flows put two tokens on their way where one was meant.',
  severity: 'warning',
  references: ['bpmnlint/no-duplicate-sequence-flows'],
  fix: { title: 'Remove the second flow', isSafe: true },
  check({ all, outgoing, report }) {
    for (const flow of all('bpmn:SequenceFlow')) {
      const { sourceRef, targetRef } = flow;
      if (!sourceRef || !targetRef) continue;
      const first = outgoing(sourceRef).find((other) => saysTheSame(other, flow));
      if (first && first !== flow)
        report(
          flow,
          `Another sequence flow leads from ${the(sourceRef)} to ${the(targetRef)} on the same condition. Take one away.`,
          { fix: [remove(defaultOf(sourceRef) === flow ? first : flow)] },
        );
    }
  },
};

function saysTheSame(one: SequenceFlow, other: SequenceFlow): boolean {
  return one.targetRef === other.targetRef && one.conditionExpression?.body === other.conditionExpression?.body;
}
