import type { NetNode } from '../semantics/index.ts';
import type { Player } from './player.ts';
import { openChoices } from './process-acts.ts';
import type { Scenario } from './scenario.ts';

/** What could be done now, as a block says it: `complete check`, `timer late`. Of a scenario in JSON nothing: it speaks of ids alone. */
export function possibleActs(player: Player, { unknown }: Scenario): string[] {
  if (unknown !== 'choose') return [];
  const { instances, awaited, startable } = player.look();
  return [
    ...new Set([
      ...openChoices(player).map(({ node }) => `choose ${node.id}`),
      ...instances.flatMap(({ instance, node }) =>
        instance.kind === 'work' && node.inner < 0 && node.kind !== 'receive' && !player.isCalling(instance.id)
          ? [`complete ${node.id}`]
          : [],
      ),
      ...awaited.flatMap(({ node, triggers }) => triggers.slice(0, 1).map(({ kind }) => eventAct(player, node, kind))),
      ...startable.map(({ node }) => `start ${node.id}`),
    ]),
  ];
}

function eventAct({ net }: Player, node: NetNode, kind: string): string {
  // An error comes out of what its event is attached to.
  if (kind === 'error' && node.host >= 0) return `fail ${net.nodes[node.host]?.id}`;
  return `${kind === 'message' || kind === 'timer' ? kind : 'occur'} ${node.id}`;
}
