import { is } from '../../../model/index.ts';
import { beginsByItself } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const nodeNeedsIncoming: Rule = {
  id: 'SF06',
  name: 'node-needs-incoming',
  statement: 'In a scope with a start event every other node has an incoming sequence flow.',
  why: 'With a start event nothing begins by itself: a step without a flow that leads to it is never done.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.150', 'bpmnlint/no-implicit-start'],
  check({ all, childrenOfType, incoming, report }) {
    for (const node of all('bpmn:FlowNode')) {
      if (
        incoming(node).length > 0 ||
        beginsByItself(node) ||
        childrenOfType(node.$parent, 'bpmn:StartEvent').length === 0
      )
        continue;
      if (is(node, 'bpmn:EndEvent') || is(node, 'bpmn:ChoreographyActivity')) continue;
      const isIntermediate = is(node, 'bpmn:IntermediateThrowEvent') || is(node, 'bpmn:IntermediateCatchEvent');
      if (!isIntermediate)
        report(
          node,
          `Nothing leads to ${the(node)}, so it is never reached. Lead a sequence flow to it, or take it away.`,
        );
    }
  },
};
