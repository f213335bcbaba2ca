import { is } from '../../../model/index.ts';
import { endsByItself, hasTrigger, scopeHas } from '../../queries.ts';
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
  check({ all, outgoing, associationsFrom, report }) {
    for (const node of all('bpmn:FlowNode')) {
      const isHandled =
        is(node, 'bpmn:BoundaryEvent') && hasTrigger(node, 'Compensate') && associationsFrom(node).length === 0;
      if ((endsByItself(node) && !isHandled) || outgoing(node).length > 0 || is(node, 'bpmn:ChoreographyActivity'))
        continue;
      const isEvent = is(node, 'bpmn:Event');
      if (isEvent || !scopeHas(node, 'bpmn:EndEvent'))
        report(node, `The way ends at ${the(node)} without an end event. Lead it to one.`);
    }
  },
};
