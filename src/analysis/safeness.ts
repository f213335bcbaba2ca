/** Safeness: never two tokens on one flow. */
import type { Finding } from './completion.ts';
import { replay } from './runs.ts';
import type { Moves, Space } from './search.ts';
import { called } from './words.ts';

export function safeness(moves: Moves, space: Space): Finding {
  const { net } = moves;
  const doubles = space.doubles.filter(({ state }) => state < space.firstVirtual);
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
