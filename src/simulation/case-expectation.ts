import { type ItemInstance, type ItemState, isOver } from '../semantics/index.ts';
import type { CasePlayer } from './case-player.ts';
import { differenceOfData, inTimes, tooLong } from './expectation.ts';
import type { CaseExpectation } from './scenario.ts';

/**
 * Compares the states of a case with what was expected.
 * @param refused why the act before was not possible
 * @returns a sentence about the first difference
 */
export function caseDifferenceOf(
  player: CasePlayer,
  expected: CaseExpectation,
  refused: string | undefined,
): string | undefined {
  if (player.isEndless)
    return 'Something is repeated for ever without waiting for anybody. Give its repetition rule a condition that ends it.';
  if (expected.rejected && refused === undefined) return 'The act was expected to be refused, but it was possible.';
  for (const [id, want] of Object.entries(expected.states ?? {})) {
    const found = instancesOf(player, id);
    if (!found) return `There is no plan item ${id} in the model.`;
    const difference = typeof want === 'string' ? latest(id, found, want) : living(id, found, want);
    if (difference !== undefined) return difference;
  }
  if (expected.case !== undefined) return stateOfCase(player, expected.case);
  return differenceInBlock(player, expected);
}

/** What only the block of a text expects. */
function differenceInBlock(player: CasePlayer, expected: CaseExpectation): string | undefined {
  const { ended, active, never, times, data, within } = expected;
  if (ended !== undefined && ended !== isCaseOver(player)) return stateOfCase(player, ended ? 'over' : 'active');
  if (active) return differenceOfActive(player, active);
  const begun = never?.filter((id) => beginnings(player, id) > 0) ?? [];
  if (begun.length > 0) return `${begun.join(', ')} should never begin, but did.`;
  const found = times ? beginnings(player, times.element) : 0;
  if (times && found !== times.count)
    return `${times.element} should have begun ${inTimes(times.count)}, but began ${inTimes(found)}.`;
  if (within !== undefined && player.now > within) return tooLong(within, player.now);
  return data && differenceOfData(data, player.main?.data ?? {});
}

/** How often an item has begun, or occurred. */
function beginnings(player: CasePlayer, id: string): number {
  return player.trace.filter(
    (entry) =>
      entry.what === 'went' && entry.element === id && (entry.transition === 'occur' || startsWork(entry.transition)),
  ).length;
}

function startsWork(transition: string): boolean {
  return transition === 'start' || transition === 'manualStart';
}

function differenceOfActive(player: CasePlayer, want: readonly string[]): string | undefined {
  const found = player
    .look()
    .instances.filter(
      ({ instance, item }) => instance.state === 'active' && (item.kind === 'task' || want.includes(item.id)),
    )
    .map(({ item }) => item.id);
  if (found.toSorted().join('\n') === want.toSorted().join('\n')) return undefined;
  const list = (ids: readonly string[]) => (ids.length > 0 ? ids.toSorted().join(', ') : 'nothing');
  return `Expected to be active: ${list(want)}. There is: ${list(found)}.`;
}

function isCaseOver(player: CasePlayer): boolean {
  const first = player.main;
  const state = first?.instances.find(({ id }) => id === first.id)?.state;
  return state !== undefined && isOver(state);
}

/** The instances of a plan item, the oldest first; undefined: the model has no such item. */
export function instancesOf(
  player: Pick<CasePlayer, 'plan' | 'state'>,
  id: string,
): readonly ItemInstance[] | undefined {
  const item = player.plan.itemOfId.get(id) ?? player.plan.caseOfId.get(id);
  if (item === undefined) return undefined;
  const all = player.state.cases.flatMap(({ instances }) => instances);
  return all.filter((instance) => instance.item === item).sort((a, b) => a.id - b.id);
}

function latest(id: string, found: readonly ItemInstance[], want: ItemState): string | undefined {
  const state = found.at(-1)?.state;
  if (state === want) return undefined;
  return `${id} should be ${want}, but ${state ? `it is ${state}` : 'there is none'}.`;
}

function living(id: string, found: readonly ItemInstance[], want: readonly ItemState[]): string | undefined {
  const states = found.map(({ state }) => state).filter((state) => !isOver(state));
  const same = states.toSorted().join(', ') === want.toSorted().join(', ');
  return same ? undefined : `Of ${id} there should be: ${said(want)}. There is: ${said(states)}.`;
}

function stateOfCase(player: CasePlayer, want: ItemState | 'over'): string | undefined {
  const first = player.main;
  const state = first?.instances.find(({ id }) => id === first.id)?.state;
  if (state === want) return undefined;
  const open = first?.instances.filter((each) => each.parent === first.id && !isOver(each.state)) ?? [];
  const inside = open.map((each) => `${player.plan.items[each.item]?.id} is ${each.state}`).join(', ');
  return `The case should be ${want}, but it is ${state ?? 'not there'}${inside && `: ${inside}`}.`;
}

function said(states: readonly ItemState[]): string {
  return states.length > 0 ? states.toSorted().join(', ') : 'nothing';
}
