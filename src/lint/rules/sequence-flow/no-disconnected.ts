import { is } from '../../../model/index.ts';
import { hasTrigger, isCompensationHandler, isEventSubProcess, isInAdHoc } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noDisconnected: Rule = {
  id: 'SF08',
  name: 'no-disconnected',
  statement: 'No node stands alone, unless it needs no flow.',
  why: 'A step without any flow is forgotten, or its flow is.',
  severity: 'error',
  references: ['bpmnlint/no-disconnected'],
  check({ all, childrenOfType, incoming, outgoing, report }) {
    for (const node of all('bpmn:FlowNode')) {
      if (incoming(node).length > 0 || outgoing(node).length > 0) continue;
      if (
        isEventSubProcess(node) ||
        isCompensationHandler(node) ||
        isInAdHoc(node) ||
        is(node, 'bpmn:ChoreographyActivity')
      )
        continue;
      if (is(node, 'bpmn:BoundaryEvent') && hasTrigger(node, 'Compensate')) continue;
      const siblings = childrenOfType(node.$parent, 'bpmn:FlowNode');
      // A single step is a whole process: it begins and ends with it. Who wants more has the rule `no-lone-step`.
      if (siblings.length === 1 && is(node, 'bpmn:Activity')) continue;
      report(node, `${The(node)} is not connected. Lead a sequence flow to it or from it, or take it away.`);
    }
  },
};
