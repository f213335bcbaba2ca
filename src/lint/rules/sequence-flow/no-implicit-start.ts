import { is } from '../../../model/index.ts';
import { beginsByItself } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noImplicitStart: Rule = {
  id: 'SF21',
  name: 'no-implicit-start',
  statement: 'What begins a scope is a start event.',
  why: 'The standard lets every step without an incoming flow begin by itself, all of them at once: readers do not expect that.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['bpmnlint/no-implicit-start'],
  check({ all, childrenOfType, incoming, report }) {
    for (const node of all('bpmn:FlowNode')) {
      if (incoming(node).length > 0 || beginsByItself(node) || is(node, 'bpmn:ChoreographyActivity')) continue;
      const isIntermediate =
        is(node, 'bpmn:IntermediateThrowEvent') || is(node, 'bpmn:IntermediateCatchEvent') || is(node, 'bpmn:EndEvent');
      if (isIntermediate || childrenOfType(node.$parent, 'bpmn:StartEvent').length === 0)
        report(node, `Nothing leads to ${the(node)}, so it begins by itself. Put a start event in front of it.`);
    }
  },
};
