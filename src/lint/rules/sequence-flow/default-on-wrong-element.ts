import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const defaultOnWrongElement: Rule = {
  id: 'SF15',
  name: 'default-on-wrong-element',
  statement: 'Only exclusive, inclusive and complex gateways and activities have a default flow.',
  why: 'Other nodes do not choose, so the word default means nothing there.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.13',
  references: [],
  check({ all, report }) {
    for (const node of all('bpmn:FlowNode')) {
      const choosing =
        is(node, 'bpmn:Activity') ||
        is(node, 'bpmn:ExclusiveGateway') ||
        is(node, 'bpmn:InclusiveGateway') ||
        is(node, 'bpmn:ComplexGateway');
      if (!choosing && node.get('default') !== undefined)
        report(node, `${The(node)} has a default flow, but does not choose between its flows. Take the default away.`);
    }
  },
};
