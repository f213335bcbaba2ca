/** Dead activities: no run begins them. */
import type { Net, NetNode } from '../semantics/index.ts';
import type { Finding } from './completion.ts';
import type { Entry } from './entries.ts';
import { ahead } from './net-walks.ts';
import type { Space } from './search.ts';
import { called } from './words.ts';

const activities: ReadonlySet<string> = new Set(['task', 'receive', 'sub-process', 'call']);

export function noDeadActivities(
  net: Net,
  entry: Entry,
  space: Pick<Space, 'passed' | 'maybePassed' | 'cut'>,
): Finding {
  const own = net.nodes.filter(
    ({ scope, kind, isForCompensation }) => entry.scopes.has(scope) && activities.has(kind) && !isForCompensation,
  );
  const dead = own.filter(({ index }) => !space.passed.has(index));
  if (dead.length === 0) return { holds: true, witnesses: [] };
  const reachable = reachableIn(net, entry);
  const isSure = ({ index }: NetNode) =>
    !reachable.has(index) || (space.cut.length === 0 && !space.maybePassed.has(index));
  const sure = dead.filter(isSure);
  const witnesses = sure.map((node) => ({
    property: 'noDeadActivities' as const,
    ...(!reachable.has(node.index) && { hindrance: 'beginning' as const }),
    message: sentenceFor(node, reachable),
    elements: [node.id],
    run: [],
  }));
  return { holds: sure.length > 0 ? false : null, witnesses };
}

function sentenceFor(node: NetNode, reachable: ReadonlySet<number>): string {
  if (reachable.has(node.index))
    return `No run ever begins ${called(node)}: what has to happen before it cannot happen. Look at the gateways and events that lead to it.`;
  return `No run ever begins ${called(node)}: no way leads to it from a start. Connect it, or remove it.`;
}

/** Nodes to which some way leads from where the processes begin. */
function reachableIn(net: Net, { scopes }: Entry): Set<number> {
  const starts = [...scopes].flatMap((index) => {
    const scope = net.scopes[index];
    return [...(scope?.entries ?? []), ...(scope?.triggeredStarts ?? []), ...(scope?.adHoc ? scope.nodes : [])];
  });
  return ahead(net, starts);
}
