/** What a step of a scenario means for the cases of a run as they stand. */
import {
  type CaseAct,
  type CaseItem,
  type ItemInstance,
  type TransitionName,
  transitionFrom,
} from '../semantics/index.ts';
import { instancesOf } from './case-expectation.ts';
import type { CaseMoment } from './case-player.ts';
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
  'close',
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
export function caseActOf(moment: CaseMoment, act: ScenarioAct): CaseMeaning {
  const set = act.set ? { set: act.set } : {};
  for (const [name, transition] of transitionsOfCase)
    if (act[name]) return { act: { do: 'transition', at: moment.main?.id ?? 0, transition, ...set }, possible: [] };
  for (const transition of transitionsOfItem) {
    const id = act[transition];
    if (id !== undefined) return transitionOf(moment, id, transition, set, act.number);
  }
  if (act.timer !== undefined) return transitionOf(moment, act.timer, 'occur', set, act.number);
  if (act.fail) return transitionOf(moment, act.fail.element, 'fault', {}, act.number);
  if (act.start) return starting(moment, act.start, set, act.number);
  if (act.choose) return answerOf(moment, act.choose, act.number ?? 1);
  if (act.plan !== undefined) return planOf(moment, act.plan, set, act.number ?? 1);
  if (act.file) return fileOf(moment, act.file, set, act.number);
  return { message: 'This step says nothing that can be done to a case.', possible: [] };
}

type Data = Pick<ScenarioAct, 'set'>;

function transitionOf(
  moment: CaseMoment,
  id: string,
  transition: TransitionName,
  set: Data,
  number: number | undefined,
): CaseMeaning {
  const possible = possibleFor(moment, transition);
  const found = instancesOf(moment, id);
  if (!found) return { message: `There is no plan item ${id} in the model.`, possible };
  // Of several the oldest for which it is possible is meant; if it is for none, the latest says why not.
  const open = found.filter((instance) => isPossible(moment.plan, instance, transition));
  const meant = open[(number ?? 1) - 1] ?? found.at(-1);
  if (!meant) return { message: `${id} is not there yet.`, possible };
  return { act: { do: 'transition', at: meant.id, transition, ...set }, possible };
}

function isPossible(plan: CaseMoment['plan'], { item, state }: ItemInstance, transition: TransitionName): boolean {
  const cycle = plan.items[item]?.cycle;
  return cycle !== undefined && transitionFrom(cycle, state, transition) !== undefined;
}

function possibleFor(moment: CaseMoment, transition: TransitionName): string[] {
  const isThis = (act: CaseAct) => act.do === 'transition' && act.transition === transition;
  return idsOf(moment.look().instances.filter(({ item, possible }) => item.kind !== 'case' && possible.some(isThis)));
}

/** A case begins, or something that is started by hand. */
function starting(moment: CaseMoment, ids: readonly string[], set: Data, number: number | undefined): CaseMeaning {
  const [id = ''] = ids;
  return moment.plan.caseOfId.has(id)
    ? { act: { do: 'open', case: id, ...set }, possible: [] }
    : transitionOf(moment, id, 'manualStart', set, number);
}

function planOf(moment: CaseMoment, id: string, set: Data, number: number): CaseMeaning {
  const { offers } = moment.look();
  const found = offers.filter(({ item }) => item.id === id)[number - 1];
  const possible = idsOf(offers);
  if (!found) return { message: `${id} is not offered now.`, possible };
  return { act: { do: 'plan', at: found.at, item: id, ...set }, possible };
}

/** Something happens in the case that has the item in its file, the latest of several; with a number in that one, the oldest first. */
function fileOf(
  moment: CaseMoment,
  file: NonNullable<ScenarioAct['file']>,
  set: Data,
  number: number | undefined,
): CaseMeaning {
  const { plan, state, main } = moment;
  const of = plan.files[plan.fileOfId.get(file.item) ?? -1]?.case;
  const own = state.cases.filter(({ instances: [root] }) => root?.item === of);
  const usual = main && own.includes(main) ? main : (own.at(-1) ?? main);
  const holder = number === undefined ? usual : own[number - 1];
  return { act: { do: 'file', at: holder?.id ?? 0, ...file, ...set }, possible: filesOf(moment) };
}

function filesOf({ plan }: CaseMoment): string[] {
  return plan.files.map(({ id }) => id).sort();
}

function idsOf(list: readonly { readonly item: CaseItem }[]): string[] {
  return [...new Set(list.map(({ item }) => item.id))].sort();
}
