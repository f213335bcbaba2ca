import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const ebgInstantiate: Rule = {
  id: 'GW14',
  name: 'ebg-instantiate',
  statement:
    'No flow leads to an event-based gateway that starts the process, and only such a one waits for all its events.',
  why: 'It is a beginning.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.6.6',
  references: ['EXT.142'],
  fix: { title: 'Let it not start the process', isSafe: true },
  check({ all, incoming, report }) {
    for (const gateway of all('bpmn:EventBasedGateway')) {
      if (gateway.instantiate && incoming(gateway).length > 0)
        report(
          gateway,
          `${The(gateway)} starts the process, but a flow leads to it. Take instantiate="true" or the flow away.`,
          { fix: [set(gateway, 'instantiate')] },
        );
      if (!gateway.instantiate && gateway.eventGatewayType === 'Parallel')
        report(
          gateway,
          `${The(gateway)} waits for all its events, which only one that starts the process can. Set instantiate="true", or let it wait for one.`,
          {
            references: [],
            fix: [set(gateway, 'eventGatewayType')],
            fixTitle: 'Let it wait for one event',
          },
        );
    }
  },
};
