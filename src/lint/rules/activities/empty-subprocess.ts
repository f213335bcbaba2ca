import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const emptySubprocess: Rule = {
  id: 'AC08',
  name: 'empty-subprocess',
  statement: 'A sub-process that is drawn open is not empty.',
  why: 'An empty frame looks as if something were forgotten.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const shape of all('bpmndi:BPMNShape')) {
      const scope = shape.bpmnElement;
      if (is(scope, 'bpmn:SubProcess') && shape.isExpanded === true && scope.flowElements.length === 0)
        report(scope, `${The(scope)} is open and empty. Draw its steps, or close it.`);
    }
  },
};
