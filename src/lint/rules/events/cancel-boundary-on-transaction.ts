import { is, type ModelElement } from '../../../model/index.ts';
import { hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const cancelBoundaryOnTransaction: Rule = {
  id: 'IE13',
  name: 'cancel-boundary-on-transaction',
  statement: 'A cancel boundary event is on a transaction, one at most.',
  why: 'Nothing else can be cancelled.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.111'],
  check({ all, report }) {
    const hosts = new Set<ModelElement>();
    for (const event of all('bpmn:BoundaryEvent')) {
      const host = event.attachedToRef;
      if (!host || !hasTrigger(event, 'Cancel')) continue;
      if (!is(host, 'bpmn:Transaction'))
        report(
          event,
          `${The(event)} waits for cancel, but ${the(host)} is no transaction. Make it one, or wait for an error.`,
        );
      else if (hosts.has(host))
        report(event, `${The(event)} is the second on ${the(host)} that waits for cancel. Keep one.`, {
          references: [],
        });
      hosts.add(host);
    }
  },
};
