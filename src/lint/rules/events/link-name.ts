import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const linkName: Rule = {
  id: 'IE18',
  name: 'link-name',
  statement: 'A link event names its link, or the event that it leads to.',
  why: 'The two halves find each other by it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: ['bpmnlint/link-event'],
  check({ all, report }) {
    for (const link of all('bpmn:LinkEventDefinition')) {
      const event = link.$parent;
      if (!link.name?.trim() && !link.target && link.source.length === 0 && is(event, 'bpmn:Event'))
        report(event, `${The(event)} is a link without a name. Give the link the name of its other half.`);
    }
  },
};
