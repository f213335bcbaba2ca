/** Safeness: never two tokens on one flow. */
import type { Net } from '../semantics/index.ts';
import type { Finding } from './completion.ts';
import type { DoubleFlow } from './double-flows.ts';
import type { Moves } from './moves.ts';
import { replay } from './runs.ts';
import type { Space } from './search.ts';
import type { Witness } from './verdict.ts';
import { called } from './words.ts';

export function safeness(moves: Moves, space: Space): Finding {
  const real = space.doubles.filter(({ state }) => state < space.firstVirtual);
  const witnesses = grouped(moves.net, real).map((group) => witnessOf(moves, space, group));
  if (witnesses.length > 0) return { holds: false, witnesses };
  const isKnown = space.cut.length === 0 && space.doubles.length === 0 && space.hasAllDoubles;
  return { holds: isKnown ? true : null, witnesses };
}

/** What follows from two tokens on one flow is no finding of its own: it is shown with that. */
function grouped(net: Net, doubles: readonly DoubleFlow[]): DoubleFlow[][] {
  const groups: { readonly found: DoubleFlow[]; readonly ahead: ReadonlySet<number> }[] = [];
  for (const double of doubles) {
    const group = groups.find(({ ahead: flows }) => flows.has(double.flow));
    if (group) group.found.push(double);
    else groups.push({ found: [double], ahead: ahead(net, double.flow) });
  }
  return groups.map(({ found }) => found);
}

function witnessOf(moves: Moves, space: Space, group: readonly DoubleFlow[]): Witness {
  const { net } = moves;
  const [first] = group as readonly [DoubleFlow];
  const flow = net.flows[first.flow];
  const [source, target] = [net.nodes[flow?.source ?? -1], net.nodes[flow?.target ?? -1]];
  const advice =
    (source?.incoming.length ?? 0) > 1 && source?.kind !== 'parallel'
      ? `Join the ways before ${called(source)} with a parallel gateway.`
      : 'Join the ways that lead there before.';
  const message = `Two tokens can be on the flow from ${called(source)} to ${called(target)} at the same time, so that what follows happens twice. ${advice}`;
  const elements = [...group.map(({ flow: index }) => net.flows[index]?.id ?? ''), source?.id ?? ''];
  return {
    property: 'safe',
    message,
    elements,
    run: replay(moves, [...space.runTo(first.state), ...first.acts]).steps,
  };
}

/** A flow and all that a token comes to from it. */
function ahead(net: Net, start: number): Set<number> {
  const seen = new Set([start]);
  for (const flow of seen) for (const next of net.nodes[net.flows[flow]?.target ?? -1]?.outgoing ?? []) seen.add(next);
  return seen;
}
