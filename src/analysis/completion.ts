/** Option to complete: whatever has happened, everything can still come to its end. */
import { emptyState, type Net, type State, type Waiting, whyWaiting } from '../semantics/index.ts';
import type { Entry } from './entries.ts';
import { Backwards } from './graph-walks.ts';
import type { Moves } from './moves.ts';
import { type Replay, replay } from './runs.ts';
import type { Space } from './search.ts';
import { Traps } from './traps.ts';
import type { Witness } from './verdict.ts';
import { called, phraseOf } from './words.ts';

export interface Finding {
  readonly holds: boolean | null;
  readonly witnesses: readonly Witness[];
}

export function optionToComplete(moves: Moves, space: Space, back: Backwards, { processes }: Entry): Finding {
  const ends = [...space.over, ...space.cut];
  const surely = back.distances(ends);
  if (!surely.includes(-1))
    return space.cut.length > 0 ? trapped(moves, space, processes) : { holds: true, witnesses: [] };
  // Where messages are too many to be counted, an end may be reached only if some of them are left.
  const hasRefills = space.refills.to.length > 0;
  const toEnd = hasRefills ? new Backwards(space.states, [space, space.refills]).distances(ends) : surely;
  const lost = toEnd.subarray(0, space.firstVirtual).indexOf(-1);
  if (lost < 0) return trapped(moves, space, processes);
  const stuck = space.stuck.find((state) => state < space.firstVirtual && (toEnd[state] as number) < 0);
  const acts = space.runTo(stuck ?? lost);
  const found = replay(moves, acts);
  // Where more messages are under way than are counted, it may be one of those that is waited for.
  const exact = acts.reduce((state, act) => moves.exactly(state, act), emptyState);
  if (moves.hasMore(exact, found.last.state)) return { holds: null, witnesses: [] };
  const shown = stuck !== undefined ? deadlock(moves.net, found, causeOf(moves, space, stuck, toEnd)) : undefined;
  if (shown === null) return { holds: null, witnesses: [] };
  return { holds: false, witnesses: [shown ?? livelock(moves.net, found, causeOf(moves, space, lost, toEnd))] };
}

/** So many runs that were not followed to their ends are looked through for a loop that no token leaves. */
const MOST_RUNS = 10;

/** Where not all was looked at, a token in a loop that it never leaves is enough. */
function trapped(moves: Moves, space: Space, processes: readonly number[]): Finding {
  const traps = new Traps(moves.net, processes);
  if (traps.isEmpty) return { holds: null, witnesses: [] };
  for (const cut of space.cut.slice(0, MOST_RUNS)) {
    const acts = space.runTo(cut);
    const at = replay(moves, acts).states.findIndex((state) => traps.hold(state));
    if (cut >= space.firstVirtual || at < 0) continue;
    return { holds: false, witnesses: [goesRound(moves.net, replay(moves, acts.slice(0, at)))] };
  }
  return { holds: null, witnesses: [] };
}

/** Messages that nobody takes, where a run has ended. */
export function leftMessages(moves: Moves, space: Space): Finding {
  const [state] = space.left;
  if (state === undefined || state >= space.firstVirtual)
    return { holds: space.cut.length > 0 || state !== undefined ? null : true, witnesses: [] };
  const { steps, last, states } = replay(moves, space.runTo(state));
  const flows = [...new Set(last.state.messages.map(({ flow }) => moves.net.messageFlows[flow]))].flatMap(
    (flow) => flow ?? [],
  );
  const [flow] = flows;
  const name = flow?.name
    ? `The message "${flow.name}"`
    : `A message to ${called(moves.net.nodes[flow?.target ?? -1] ?? moves.net.scopes[flow?.targetScope ?? -1])}`;
  const before = states.at(-2);
  const act = steps.at(-1)?.act;
  const when = before && act ? `, for example when ${phraseOf(moves.net, before, act)} last` : '';
  const message = `${name} is left when all has ended${when}: nobody waits for it any more. Wait for it on every way, or do not send it there.`;
  return { holds: false, witnesses: [{ property: 'sound', message, elements: flows.map(({ id }) => id), run: steps }] };
}

/** What was done when all was still well, and is not since: in words, with "when"; '': it is so from the beginning. */
function causeOf(moves: Moves, space: Space, state: number, toEnd: Int32Array): string {
  const acts = space.runTo(state);
  const numbers = space.pathTo(state);
  const at = numbers.findIndex((number) => (toEnd[number] as number) < 0);
  const act = acts[at - 1];
  if (!act || act.do === 'start') return '';
  const { states } = replay(moves, acts.slice(0, at - 1));
  return phraseOf(moves.net, states.at(-1) as State, act);
}

/** @returns null: it waits by a condition that nobody knows */
function deadlock(net: Net, { steps, states, last }: Replay, cause: string): Witness | null {
  const waiting = whyWaiting(net, last.state);
  const ranked = waiting.toSorted((a, b) => order.indexOf(a.for) - order.indexOf(b.for));
  const [first] = ranked;
  const isUnknown = waiting.some(({ element }) => {
    const node = net.nodes[net.nodeOfId.get(element) ?? -1];
    return node?.kind === 'complex' && node.activation !== undefined;
  });
  if (isUnknown) return null;
  const choice = steps.findLastIndex(({ act }) => act.do === 'choose');
  const shown = steps[choice];
  const example = shown ? `, here when ${phraseOf(net, states[choice] as State, shown.act)}` : '';
  const when = cause ? ` when ${cause}` : ` in every run${example}`;
  const elements = [...new Set(ranked.map(({ element }) => element))];
  const message = first ? sentenceFor(net, first, when) : `Nothing goes on${when}, and not all has ended.`;
  return { property: 'optionToComplete', hindrance: first?.for ?? 'work', message, elements, run: steps };
}

const order: readonly Waiting['for'][] = ['stuck', 'join', 'event', 'work', 'compensation', 'choice'];

function sentenceFor(net: Net, { element, for: what, missing }: Waiting, when: string): string {
  const node = net.nodes[net.nodeOfId.get(element) ?? -1];
  const name = called(node);
  if (what === 'stuck') {
    if (node?.triggers.some(({ kind }) => kind === 'link'))
      return `The link ${name} leads nowhere${when}: add the event of that name that catches it.`;
    return `${name} has no way on${when}: no condition holds. Add a default flow.`;
  }
  if (what === 'join') {
    const sources = [
      ...new Set(missing.map((id) => called(net.nodes[net.flows[net.flowOfId.get(id) ?? -1]?.source ?? -1]))),
    ];
    const from =
      sources.length > 0 ? `nothing comes from ${sources.join(' or ')} any more` : 'no other token comes any more';
    if (node && node.startQuantity > 1)
      return `${name} waits for ever${when}: it begins with ${node.startQuantity} tokens at a time (startQuantity), and ${from}. Let as many come, or begin with one.`;
    const advice =
      node?.kind === 'parallel'
        ? 'Let all ways begin at a parallel gateway, or join them with an exclusive one.'
        : 'Let the ways that it waits for come together before.';
    return `The join ${name} waits for ever${when}: ${from}. ${advice}`;
  }
  const isMessage = node?.kind === 'event-based' || node?.triggers.some(({ kind }) => kind === 'message');
  if (isMessage)
    return `${name} waits for ever${when}: nobody sends what it waits for any more. Send it on every way, or stop waiting by a timer.`;
  return `${name} waits for ever${when}: what it waits for does not happen any more. Bring it about on every way, or stop waiting by a timer.`;
}

function livelock(net: Net, found: Replay, cause: string): Witness {
  const { names, elements } = standing(net, found);
  const when = cause ? ` once ${cause}` : '';
  const from = names ? ` from ${names}` : '';
  const message = `No end can be reached any more${from}${when}: the run goes round for ever. Add a way out of the loop.`;
  return { property: 'optionToComplete', hindrance: 'loop', message, elements, run: found.steps };
}

/** Others may come to an end meanwhile. */
function goesRound(net: Net, found: Replay): Witness {
  const { names, elements } = standing(net, found);
  const message = `What goes on from ${names} goes round for ever, so that the process never comes to its end. Add a way out of the loop.`;
  return { property: 'optionToComplete', hindrance: 'loop', message, elements, run: found.steps };
}

/** Where the tokens of a run have come to. */
function standing(net: Net, { last }: Replay): { names: string; elements: string[] } {
  const nodes = last.state.scopes.flatMap(({ instances, tokens, resting }) => [
    ...instances.map(({ node }) => net.nodes[node]),
    ...[...tokens, ...resting].map((flow) => net.nodes[net.flows[flow]?.target ?? -1]),
  ]);
  const places = [...new Set(nodes.flatMap((node) => node ?? []))];
  return { names: places.map(called).join(' and '), elements: places.map(({ id }) => id) };
}
