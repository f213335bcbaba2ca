import { is } from '../../../model/index.ts';
import { endsByItself, hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noImplicitEnd: Rule = {
  id: 'SF22',
  name: 'no-implicit-end',
  statement: 'What ends a scope is an end event.',
  why: 'A way that just stops may be an end or a flow that was forgotten: an end event says which.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 10.5.3',
  references: ['bpmnlint/no-implicit-end'],
  check({ all, childrenOfType, outgoing, associationsFrom, report }) {
    for (const node of all('bpmn:FlowNode')) {
      if (outgoing(node).length > 0) continue;
      const isHandled =
        is(node, 'bpmn:BoundaryEvent') && hasTrigger(node, 'Compensate') && associationsFrom(node).length === 0;
      if ((endsByItself(node) && !isHandled) || is(node, 'bpmn:ChoreographyActivity')) continue;
      const isEvent = is(node, 'bpmn:Event');
      if (isEvent || childrenOfType(node.$parent, 'bpmn:EndEvent').length === 0)
        report(node, `The way ends at ${the(node)} without an end event. Lead it to one.`);
    }
  },
};
