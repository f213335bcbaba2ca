/** Expectations of a run of both kinds: each side is asked for what it knows. */
import type { Place } from '../semantics/index.ts';
import { caseDifferenceOf } from './case-expectation.ts';
import { differenceOf } from './expectation.ts';
import type { LinkedPlayer } from './linked-player.ts';
import type { Expectation, Scenario } from './scenario.ts';

/**
 * Compares what is there with what was expected. What both sides could mean, such as that all has ended, is about what the scenario starts.
 * @param refused why the act before was not possible
 * @returns a sentence about the first difference
 */
export function linkedDifferenceOf(
  player: LinkedPlayer,
  scenario: Scenario,
  expected: Expectation,
  refused: string | undefined,
): string | undefined {
  const isAboutCase = scenario.kind === 'cmmn';
  const inCases = () => caseDifferenceOf(player.cases, partOf(player, expected, 'cases', isAboutCase), refused);
  const inProcesses = () =>
    differenceOf(player.processes, scenario, partOf(player, expected, 'processes', !isAboutCase), refused);
  return isAboutCase ? (inCases() ?? inProcesses()) : (inProcesses() ?? inCases());
}

/** What of an expectation concerns a side. @param isMain whether the scenario starts on it: what both know, and nobody, is for that one */
function partOf({ model }: LinkedPlayer, expected: Expectation, side: Place['in'], isMain: boolean): Expectation {
  const { active, never, times, ended, data, within, ...own } = expected;
  const [ids, others] =
    side === 'cases' ? [model.plan.itemOfId, model.net.nodeOfId] : [model.net.nodeOfId, model.plan.itemOfId];
  const isMine = (id: string) => (isMain ? ids.has(id) || !others.has(id) : ids.has(id) && !others.has(id));
  const mine = active?.filter(isMine) ?? [];
  return {
    ...own,
    ...(active && (isMain || mine.length > 0) && { active: mine }),
    ...(never && { never: never.filter(isMine) }),
    ...(times && isMine(times.element) && { times }),
    ...(isMain && ended !== undefined && { ended }),
    ...(isMain && data && { data }),
    ...(isMain && within !== undefined && { within }),
  };
}
