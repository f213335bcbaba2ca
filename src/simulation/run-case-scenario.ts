import {
  type CaseAct,
  type CaseItem,
  type CasePlan,
  type ItemInstance,
  type TransitionName,
  transitionFrom,
} from '../semantics/index.ts';
import { caseDifferenceOf, instancesOf } from './case-expectation.ts';
import { CasePlayer } from './case-player.ts';
import { answerOf, openQuestion } from './case-questions.ts';
import { isLeftOpen } from './run-scenario.ts';
import type { Scenario, ScenarioAct, ScenarioFailure, ScenarioResult } from './scenario.ts';

/** Runs a scenario of a case. */
export function runCaseScenario(plan: CasePlan, scenario: Scenario): ScenarioResult {
  const player = new CasePlayer(plan, { unknown: scenario.unknown, traced: true });
  const failure = play(player, scenario);
  return { name: scenario.name, covered: coveredBy(player), ...(failure && { failure }) };
}

/** Items that have begun or occurred, and criteria that were met. */
function coveredBy(player: CasePlayer): Set<string> {
  return new Set(
    player.trace.flatMap((entry) => {
      if (entry.what !== 'went') return [];
      const criterion = entry.by === undefined ? [] : [entry.by];
      return entry.to === 'active' || entry.transition === 'occur' ? [entry.element, ...criterion] : criterion;
    }),
  );
}

function play(player: CasePlayer, scenario: Scenario): ScenarioFailure | undefined {
  const { start, initial, steps } = scenario;
  const refused = player.do({ do: 'open', case: start.case ?? '', set: start.variables });
  if (refused !== undefined) return { step: -1, message: refused, possible: [] };
  const first = initial && caseDifferenceOf(player, initial, undefined);
  if (first) return { step: -1, message: first, possible: [] };
  for (const [step, { do: act, expect, range }] of steps.entries()) {
    const { act: found, possible, message } = act ? actOf(player, act) : NOTHING;
    const why = found ? player.do(found) : message;
    const place = { step, ...(range && { range }) };
    if (why !== undefined && !expect?.rejected) return { ...place, message: why, possible };
    const difference = expect && caseDifferenceOf(player, expect, why);
    if (difference) return { ...place, message: difference, possible: [] };
    const question = act && isLeftOpen(scenario, step) && openQuestion(player);
    if (question) return { ...place, ...question };
  }
  return undefined;
}

const NOTHING: Meant = { possible: [] };

const transitionsOfItem = [
  'complete',
  'manualStart',
  'disable',
  'reenable',
  'terminate',
  'suspend',
  'resume',
  'occur',
  'reactivate',
] as const satisfies readonly (TransitionName & keyof ScenarioAct)[];

const transitionsOfCase = [
  ['completeCase', 'complete'],
  ['terminateCase', 'terminate'],
  ['suspendCase', 'suspend'],
  ['reactivateCase', 'reactivate'],
  ['closeCase', 'close'],
] as const satisfies readonly (readonly [keyof ScenarioAct, TransitionName])[];

/** What a step means now. */
interface Meant {
  /** undefined: there is nothing that it could be done to; the message says why. */
  readonly act?: CaseAct;
  readonly message?: string;
  /** Ids of what it could be done to. */
  readonly possible: readonly string[];
}

function actOf(player: CasePlayer, act: ScenarioAct): Meant {
  const root = player.state.cases[0]?.id ?? 0;
  const set = act.set ? { set: act.set } : {};
  for (const [name, transition] of transitionsOfCase)
    if (act[name]) return { act: { do: 'transition', at: root, transition, ...set }, possible: [] };
  for (const transition of transitionsOfItem) {
    const id = act[transition];
    if (id !== undefined) return transitionOf(player, id, transition, set, act.number);
  }
  if (act.choose) return answerOf(player, act.choose);
  if (act.plan !== undefined) return planOf(player, act.plan, set);
  if (act.file) return { act: { do: 'file', at: root, ...act.file, ...set }, possible: filesOf(player) };
  if (act.set) return { act: { do: 'set', at: root, set: act.set }, possible: [] };
  return { message: 'This step says nothing that can be done to a case.', possible: [] };
}

type Data = Pick<ScenarioAct, 'set'>;

function transitionOf(
  player: CasePlayer,
  id: string,
  transition: TransitionName,
  set: Data,
  number: number | undefined,
): Meant {
  const possible = possibleFor(player, transition);
  const found = instancesOf(player, id);
  if (!found) return { message: `There is no plan item ${id} in the model.`, possible };
  // Of several the oldest for which it is possible is meant; if it is for none, the latest says why not.
  const open = found.filter((instance) => isPossible(player, instance, transition));
  const meant = open[(number ?? 1) - 1] ?? found.at(-1);
  if (!meant) return { message: `${id} is not there yet.`, possible };
  return { act: { do: 'transition', at: meant.id, transition, ...set }, possible };
}

function isPossible({ plan }: CasePlayer, { item, state }: ItemInstance, transition: TransitionName): boolean {
  const cycle = plan.items[item]?.cycle;
  return cycle !== undefined && transitionFrom(cycle, state, transition) !== undefined;
}

function possibleFor(player: CasePlayer, transition: TransitionName): string[] {
  const isThis = (act: CaseAct) => act.do === 'transition' && act.transition === transition;
  return idsOf(player.look().instances.filter(({ item, possible }) => item.kind !== 'case' && possible.some(isThis)));
}

function planOf(player: CasePlayer, id: string, set: Data): Meant {
  const { offers } = player.look();
  const found = offers.find(({ item }) => item.id === id);
  const possible = idsOf(offers);
  if (!found) return { message: `${id} is not offered now.`, possible };
  return { act: { do: 'plan', at: found.at, item: id, ...set }, possible };
}

function filesOf({ plan }: CasePlayer): string[] {
  return plan.files.map(({ id }) => id).sort();
}

function idsOf(list: readonly { readonly item: CaseItem }[]): string[] {
  return [...new Set(list.map(({ item }) => item.id))].sort();
}
