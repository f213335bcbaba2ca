import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const choreographyReference: Rule = {
  id: 'DA04',
  name: 'choreography-reference',
  statement:
    'A choreography or global conversation refers to no choreography, and a collaboration says as its choreography does whether it is closed.',
  why: 'Both describe the same exchange.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 9.2',
  references: ['EXT.027', 'EXT.033'],
  check({ all, report }) {
    for (const one of all('bpmn:Collaboration')) {
      const isRefusing = one.$instanceOf('bpmn:Choreography') || one.$instanceOf('bpmn:GlobalConversation');
      for (const choreography of one.choreographyRef) {
        if (isRefusing)
          report(one, `${The(one)} refers to ${the(choreography)}. Take the reference away.`, {
            references: ['EXT.027'],
          });
        else if ((one.isClosed ?? false) !== (choreography.isClosed ?? false))
          report(one, `${The(one)} and ${the(choreography)} differ in isClosed. Set both alike.`, {
            references: ['EXT.033'],
          });
      }
    }
  },
};
