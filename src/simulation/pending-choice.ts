import type { Net, NetFlow, NetNode } from '../semantics/index.ts';
import type { Player } from './player.ts';
import { openChoices } from './process-acts.ts';
import { variablesIn } from './variables-read.ts';

/**
 * Why a run cannot go on without a choice: the gateway, its ways, and what its conditions read that is not set; undefined: it can.
 * @param later where somebody chooses later on
 */
export function pendingChoice(
  player: Player,
  later: ReadonlySet<string>,
): { readonly message: string; readonly possible: readonly string[] } | undefined {
  const now = player.look();
  const first = openChoices(player).find(({ node }) => !later.has(node.id) && !later.has(''));
  if (!first) return undefined;
  const { node, instance, scope } = first;
  if (instance.choice === 'count')
    return {
      message: `${called(node)} does not know how many items there are. Say so: \`choose ${node.id} items 2\`.`,
      possible: [`choose ${node.id} items 2`],
    };
  if (instance.choice === 'again')
    return {
      message: `${called(node)} does not know whether to begin once more. Say \`choose ${node.id} again\`, or \`choose ${node.id} done\`.`,
      possible: [`choose ${node.id} again`, `choose ${node.id} done`],
    };
  const flows = node.outgoing.flatMap((flow) => player.net.flows[flow] ?? []);
  const ways = flows.map((flow) => wayOf(player.net, node, flow));
  const seen = now.seen(scope);
  const unset = [...new Set(flows.flatMap(({ condition }) => (condition ? variablesIn(condition.text) : [])))].filter(
    (name) => !Object.hasOwn(seen, name),
  );
  const read =
    unset.length > 0 ? ` Its conditions read ${listed(unset)}, which ${unset.length > 1 ? 'are' : 'is'} not set.` : '';
  return {
    message: `${called(node)} waits for a choice between ${listed(ways, 'and')}.${read} Choose one: \`choose ${node.id} ${ways[0]}\`.`,
    possible: ways.map((way) => `choose ${node.id} ${way}`),
  };
}

/** A way as `choose` names it: by its label, its target, or its place. */
export function wayOf(net: Net, node: NetNode, flow: NetFlow): string {
  const siblings = node.outgoing.flatMap((index) => net.flows[index] ?? []);
  if (flow.name && siblings.filter(({ name }) => name === flow.name).length === 1) return JSON.stringify(flow.name);
  if (node.default === flow.index) return 'otherwise';
  return `way ${siblings.indexOf(flow) + 1}`;
}

function called({ id, name }: NetNode): string {
  return name ? `"${name}" (${id})` : id;
}

function listed(words: readonly string[], joint = 'and'): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}` : (words[0] ?? '');
}
