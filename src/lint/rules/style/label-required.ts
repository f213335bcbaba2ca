import { is } from '../../../model/index.ts';
import { hasCondition, nameOf, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const labelRequired: Rule = {
  id: 'ST01',
  name: 'label-required',
  statement: 'Activities, events and gateways that split have a name; a start event without a trigger needs none.',
  why: 'The symbol says what kind of thing it is, the name what it is about.',
  severity: 'warning',
  references: ['bpmnlint/label-required'],
  check({ all, outgoing, report }) {
    for (const node of all('bpmn:FlowNode')) {
      if (nameOf(node)) continue;
      const needsNone =
        is(node, 'bpmn:StartEvent') ||
        is(node, 'bpmn:ParallelGateway') ||
        is(node, 'bpmn:EventBasedGateway') ||
        is(node, 'bpmn:SubProcess') ||
        (is(node, 'bpmn:Gateway') && outgoing(node).length < 2);
      // Events with a trigger are looked at by event-name-with-trigger.
      if (!needsNone && !(is(node, 'bpmn:Event') && triggersOf(node).length > 0))
        report(node, `${The(node)} has no name. Say what it is about.`);
    }
    for (const flow of all('bpmn:SequenceFlow')) {
      if (hasCondition(flow) && !nameOf(flow))
        report(flow, `${The(flow)} has a condition, but no name. Say when it is taken.`);
    }
  },
};
