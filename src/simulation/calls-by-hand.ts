import type { LinkedModel, LinkedState, Place } from '../semantics/index.ts';
import type { Reason } from './moment.ts';

/**
 * Why tasks and call activities that are at work do not run what they name: it is in no file that was found.
 * @param nameOf what an element is called
 * @param runOf the number of the run that an instance belongs to
 */
export function callsByHand(
  { net, plan, calls }: LinkedModel,
  { processes, cases }: LinkedState,
  nameOf: (id: string) => string,
  runOf: (place: Place) => number,
): Reason[] {
  if (calls.elsewhere.size === 0) return [];
  const reason = (element: string | undefined, place: Place): Reason[] => {
    const called = calls.elsewhere.get(element ?? '');
    if (element === undefined || called === undefined) return [];
    const sentence = `${nameOf(element)} runs ${called}, which is not in this file and in none that was found beside it: complete it by hand.`;
    return [{ element, run: runOf(place), sentence, isForEver: false, awaits: [] }];
  };
  const working = processes.scopes.flatMap(({ instances }) => instances.filter(({ kind }) => kind === 'work'));
  const active = cases.cases.flatMap(({ instances }) => instances.filter(({ state }) => state === 'active'));
  return [
    ...working.flatMap(({ id, node }) => reason(net.nodes[node]?.id, { in: 'processes', at: id })),
    ...active.flatMap(({ id, item }) => reason(plan.items[item]?.id, { in: 'cases', at: id })),
  ];
}
