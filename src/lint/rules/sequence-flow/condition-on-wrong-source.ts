import { type FlowNode, is } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import { hasCondition } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const conditionOnWrongSource: Rule = {
  id: 'SF10',
  name: 'condition-on-wrong-source',
  statement: 'Flows out of events, parallel gateways and event-based gateways have no condition.',
  why: 'Such a node asks nothing: the condition is ignored, or an engine refuses the process.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.13',
  references: ['EXT.137', 'bpmnlint/event-based-gateway', 'EXT.025'],
  fix: { title: 'Remove the condition', isSafe: true },
  check({ all, report }) {
    for (const flow of all('bpmn:SequenceFlow')) {
      const source = flow.sourceRef;
      if (!source || !hasCondition(flow)) continue;
      const references = answeredAt(source);
      if (references)
        report(
          flow,
          `${The(flow)} has a condition, but ${the(source)} does not look at conditions. Take it away, or ask it at an exclusive or inclusive gateway.`,
          { references, fix: [set(flow, 'conditionExpression')] },
        );
    }
  },
};

/** What the finding answers at the kinds of nodes that ask nothing; undefined for all others. */
function answeredAt(source: FlowNode): readonly string[] | undefined {
  if (is(source, 'bpmn:EventBasedGateway')) return ['EXT.137', 'bpmnlint/event-based-gateway'];
  if (is(source, 'bpmn:Event')) return ['EXT.025'];
  return is(source, 'bpmn:ParallelGateway') ? [] : undefined;
}
