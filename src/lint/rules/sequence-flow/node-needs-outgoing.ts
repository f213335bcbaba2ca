import { is } from '../../../model/index.ts';
import { endsByItself } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const nodeNeedsOutgoing: Rule = {
  id: 'SF07',
  name: 'node-needs-outgoing',
  statement: 'In a scope with an end event every other node has an outgoing sequence flow.',
  why: 'With an end event every way must lead to one: a step where the way stops is a mistake of the drawing, or the end is missing.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.3',
  references: ['EXT.151', 'bpmnlint/no-implicit-end'],
  fix: { title: 'Lead it to an end event', isSafe: false },
  check({ all, childrenOfType, outgoing, report }) {
    for (const node of all('bpmn:FlowNode')) {
      if (outgoing(node).length > 0 || endsByItself(node) || childrenOfType(node.$parent, 'bpmn:EndEvent').length === 0)
        continue;
      if (is(node, 'bpmn:StartEvent') || is(node, 'bpmn:ChoreographyActivity') || is(node, 'bpmn:BoundaryEvent'))
        continue;
      const isIntermediate = is(node, 'bpmn:IntermediateThrowEvent') || is(node, 'bpmn:IntermediateCatchEvent');
      if (!isIntermediate)
        report(
          node,
          `The way stops at ${the(node)}. Lead a sequence flow from it to the next step or to an end event.`,
          { fix: [{ kind: 'insert', type: 'bpmn:EndEvent', where: 'after', nodes: [node] }] },
        );
    }
  },
};
