import { set } from '../../fixes/model-change.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const joinNoLabel: Rule = {
  id: 'GW22',
  name: 'join-no-label',
  statement: 'A gateway that only joins has no name.',
  why: 'It asks nothing.',
  severity: 'info',
  references: [],
  fix: { title: 'Remove the name', isSafe: true },
  check({ all, incoming, outgoing, report }) {
    for (const gateway of all('bpmn:Gateway')) {
      if (outgoing(gateway).length < 2 && incoming(gateway).length > 1 && nameOf(gateway))
        report(gateway, `${The(gateway)} only joins, so its name says nothing. Take the name away.`, {
          fix: [set(gateway, 'name')],
        });
    }
  },
};
