import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const noChoreographyInProcess: Rule = {
  id: 'MF18',
  name: 'no-choreography-in-process',
  statement: 'A process or sub-process holds no choreography activities.',
  why: 'They say what happens between participants, and a process what one of them does.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.2',
  references: ['EXT.036', 'EXT.056'],
  check({ all, report }) {
    for (const node of all('bpmn:ChoreographyActivity')) {
      const scope = node.$parent;
      const isInProcess = is(scope, 'bpmn:Process');
      if (isInProcess || is(scope, 'bpmn:SubProcess'))
        report(node, `${The(node)} lies in ${the(scope)}. Move it into a choreography, or make it a task.`, {
          references: [isInProcess ? 'EXT.036' : 'EXT.056'],
        });
    }
  },
};
