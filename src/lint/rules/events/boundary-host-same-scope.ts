import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const boundaryHostSameScope: Rule = {
  id: 'IE11',
  name: 'boundary-host-same-scope',
  statement: 'A boundary event lies in the scope of the activity that it is on.',
  why: 'From another scope it does not see the activity run.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: [],
  check({ all, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      const host = event.attachedToRef;
      if (host && host.$parent !== event.$parent)
        report(event, `${The(event)} is on ${the(host)} of another scope. Move it to where the activity is.`);
    }
  },
};
