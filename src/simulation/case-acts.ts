/** What a step of a scenario means for the cases of a run as they stand. */
import {
  type CaseAct,
  type CaseInstance,
  type CaseItem,
  type ItemInstance,
  type TransitionName,
  transitionFrom,
} from '../semantics/index.ts';
import { instancesOf } from './case-expectation.ts';
import type { CasePlayer } from './case-player.ts';
import { answerOf } from './case-questions.ts';
import type { ScenarioAct } from './scenario.ts';

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
export interface CaseMeaning {
  /** undefined: there is nothing that it could be done to; the message says why. */
  readonly act?: CaseAct;
  readonly message?: string;
  /** Ids of what it could be done to. */
  readonly possible: readonly string[];
}

/** The act that a step means. */
export function caseActOf(player: CasePlayer, act: ScenarioAct): CaseMeaning {
  const root = player.main?.id ?? 0;
  const set = act.set ? { set: act.set } : {};
  for (const [name, transition] of transitionsOfCase)
    if (act[name]) return { act: { do: 'transition', at: root, transition, ...set }, possible: [] };
  for (const transition of transitionsOfItem) {
    const id = act[transition];
    if (id !== undefined) return transitionOf(player, id, transition, set, act.number);
  }
  if (act.choose) return answerOf(player, act.choose);
  if (act.plan !== undefined) return planOf(player, act.plan, set);
  if (act.file) return fileOf(player, act.file, set);
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
): CaseMeaning {
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

function planOf(player: CasePlayer, id: string, set: Data): CaseMeaning {
  const { offers } = player.look();
  const found = offers.find(({ item }) => item.id === id);
  const possible = idsOf(offers);
  if (!found) return { message: `${id} is not offered now.`, possible };
  return { act: { do: 'plan', at: found.at, item: id, ...set }, possible };
}

/** Something happens in the case that has the item in its file, the latest of several. */
function fileOf(player: CasePlayer, file: NonNullable<ScenarioAct['file']>, set: Data): CaseMeaning {
  const { plan, state, main } = player;
  const of = plan.files[plan.fileOfId.get(file.item) ?? -1]?.case;
  const isItsOwn = ({ instances: [root] }: CaseInstance) => root?.item === of;
  const holder = main && isItsOwn(main) ? main : (state.cases.findLast(isItsOwn) ?? main);
  return { act: { do: 'file', at: holder?.id ?? 0, ...file, ...set }, possible: filesOf(player) };
}

function filesOf({ plan }: CasePlayer): string[] {
  return plan.files.map(({ id }) => id).sort();
}

function idsOf(list: readonly { readonly item: CaseItem }[]): string[] {
  return [...new Set(list.map(({ item }) => item.id))].sort();
}
