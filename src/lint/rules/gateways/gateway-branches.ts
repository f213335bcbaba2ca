import type { Rule } from '../../rule.ts';
import { count, The } from '../../words.ts';

export const gatewayBranches: Rule = {
  id: 'GW01',
  name: 'gateway-branches',
  statement: 'A gateway has several flows in or several flows out.',
  why: 'With one of each it does nothing.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 10.6.1',
  references: ['EXT.135', 'bpmnlint/superfluous-gateway'],
  check({ all, incoming, outgoing, report }) {
    for (const gateway of all('bpmn:Gateway')) {
      const [ins, outs] = [incoming(gateway).length, outgoing(gateway).length];
      if (ins > 1 || outs > 1) continue;
      const references = ins === 1 && outs === 1 ? ['EXT.135', 'bpmnlint/superfluous-gateway'] : ['EXT.135'];
      report(
        gateway,
        `${The(gateway)} has ${count(ins, 'flow')} in and ${count(outs, 'flow')} out, so it neither splits nor joins. Take it away, or add the missing flow.`,
        { references },
      );
    }
  },
};
