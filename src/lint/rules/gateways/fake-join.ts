import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const fakeJoin: Rule = {
  id: 'GW05',
  name: 'fake-join',
  statement: 'What joins flows is a gateway.',
  why: 'A step with several flows in does not wait for all of them: it is done once for each.',
  severity: 'warning',
  references: ['bpmnlint/fake-join'],
  fix: { title: 'Put an exclusive gateway in front, which lets each flow through', isSafe: false },
  check({ all, incoming, report }) {
    for (const node of all('bpmn:FlowNode')) {
      const number = incoming(node).length;
      if (number > 1 && (is(node, 'bpmn:Activity') || is(node, 'bpmn:Event')))
        report(node, `${number} ways lead to ${the(node)}, which does not join them. Put a gateway in front of it.`, {
          fix: [{ kind: 'insert', type: 'bpmn:ExclusiveGateway', where: 'before', nodes: [node] }],
        });
    }
  },
};
