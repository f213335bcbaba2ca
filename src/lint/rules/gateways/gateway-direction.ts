import type { GatewayDirection } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const gatewayDirection: Rule = {
  id: 'GW02',
  name: 'gateway-direction',
  statement: 'The direction that a gateway says is that of its flows.',
  why: 'Tools draw and run it by one or the other.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.6.1',
  references: ['EXT.017', 'EXT.018', 'EXT.019'],
  fix: { title: 'Correct the direction', isSafe: true },
  check({ all, incoming, outgoing, report }) {
    for (const gateway of all('bpmn:Gateway')) {
      const [ins, outs] = [incoming(gateway).length, outgoing(gateway).length];
      const direction = gateway.gatewayDirection;
      const wrong = {
        Converging: outs > 1 ? (['EXT.017', 'more than one flow leads out of it'] as const) : undefined,
        Diverging: ins > 1 ? (['EXT.018', 'more than one flow leads to it'] as const) : undefined,
        Mixed: ins < 2 || outs < 2 ? (['EXT.019', 'it has not several flows in and several out'] as const) : undefined,
        Unspecified: undefined,
      }[direction];
      if (wrong)
        report(
          gateway,
          `${The(gateway)} says gatewayDirection="${direction}", but ${wrong[1]}. Correct the direction or the flows.`,
          { references: [wrong[0]], fix: [set(gateway, 'gatewayDirection', directionOf(ins, outs))] },
        );
    }
  },
};

function directionOf(ins: number, outs: number): GatewayDirection | undefined {
  if (ins > 1) return outs > 1 ? 'Mixed' : 'Converging';
  return outs > 1 ? 'Diverging' : undefined;
}
