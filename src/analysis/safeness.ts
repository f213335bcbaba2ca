/** Safeness: never two tokens on one flow. */
import type { Net } from '../semantics/index.ts';
import type { Finding } from './completion.ts';
import type { DoubleFlow } from './double-flows.ts';
import { replay } from './runs.ts';
import type { Moves, Space } from './search.ts';
import { called } from './words.ts';

export function safeness(moves: Moves, space: Space): Finding {
  const { net } = moves;
  // What follows from two tokens on one flow is no finding of its own.
  const doubles: DoubleFlow[] = [];
  const behind = new Set<number>();
  for (const double of space.doubles) {
    if (double.state >= space.firstVirtual || behind.has(double.flow)) continue;
    doubles.push(double);
    for (const flow of ahead(net, double.flow)) behind.add(flow);
  }
  const witnesses = doubles.map(({ flow: index, state, acts }) => {
    const flow = net.flows[index];
    const [source, target] = [net.nodes[flow?.source ?? -1], net.nodes[flow?.target ?? -1]];
    const advice =
      (source?.incoming.length ?? 0) > 1 && source?.kind !== 'parallel'
        ? `Join the ways before ${called(source)} with a parallel gateway.`
        : 'Join the ways that lead there before.';
    const message = `Two tokens can be on the flow from ${called(source)} to ${called(target)} at the same time, so that what follows happens twice. ${advice}`;
    return {
      property: 'safe' as const,
      message,
      elements: [flow?.id ?? '', source?.id ?? ''],
      run: replay(moves, [...space.runTo(state), ...acts]).steps,
    };
  });
  if (witnesses.length > 0) return { holds: false, witnesses };
  return { holds: space.cut.length > 0 || space.doubles.length > 0 ? null : true, witnesses };
}

/** A flow and all that a token comes to from it. */
function ahead(net: Net, start: number): Set<number> {
  const seen = new Set([start]);
  for (const flow of seen) for (const next of net.nodes[net.flows[flow]?.target ?? -1]?.outgoing ?? []) seen.add(next);
  return seen;
}
