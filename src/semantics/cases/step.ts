import { type StepOptions, stepOptions } from '../processes/step.ts';
import type { CaseAct } from './act.ts';
import { settleCases } from './cascade.ts';
import { openIn } from './completion.ts';
import { enter, met } from './criteria.ts';
import { fileTransit } from './files.ts';
import { type TransitionName, transitionFrom, transitionsByPeople } from './life-cycles.ts';
import type { CaseItem, CasePlan } from './plan.ts';
import { addPlanned, offered } from './planning.ts';
import { addNext } from './repetition.ts';
import { CaseRun } from './run.ts';
import { openStage } from './stages.ts';
import { type CaseState, type ItemInstance, partKey } from './state.ts';
import type { CaseTraceEntry } from './trace.ts';
import { transit } from './transitions.ts';

export interface CaseStep {
  readonly state: CaseState;
  readonly trace: readonly CaseTraceEntry[];
  /** Why the act is not possible now, a sentence; the state is as it was. */
  readonly refused?: string;
}

/**
 * Does one act and all that follows from it without taking time. Pure: the same plan, state and act give the same step, byte for byte. An
 * act that is not possible changes nothing and says why.
 */
export function stepCase(plan: CasePlan, state: CaseState, act: CaseAct, options: StepOptions = stepOptions): CaseStep {
  const trace: CaseTraceEntry[] | undefined = options.traced ? [] : undefined;
  const run = new CaseRun(plan, state, options, trace);
  const refused = apply(run, act);
  if (refused !== undefined) return { state, trace: [], refused };
  settleCases(run);
  return { state: run.state(), trace: trace ?? [] };
}

/** @returns why not */
function apply(run: CaseRun, act: CaseAct): string | undefined {
  if (act.do === 'open') return open(run, act);
  const instance = run.instance(act.at);
  if (!instance) return `There is nothing with the number ${act.at} any more.`;
  const around = run.path(instance).find(({ id, state }) => id !== act.at && state !== 'active');
  if (around) return `${run.itemOf(around).id} is ${around.state}, so nothing can be done in it.`;
  const root = run.caseOf(act.at)?.id ?? 0;
  const set = 'set' in act ? act.set : undefined;
  if (set) run.changeCase(root, { data: { ...run.data(root).all(), ...set } });
  const refused = applyAt(run, instance, act);
  if (set || act.do === 'file') run.push({ move: 'changed', case: root });
  return refused;
}

function open(run: CaseRun, act: CaseAct & { readonly do: 'open' }): string | undefined {
  const item = run.plan.caseOfId.get(act.case);
  if (item === undefined) return `${act.case} is no case of this model.`;
  const id = run.addCase(item, act.set ?? {});
  const element = run.item(item).id;
  run.trace?.push({ what: 'went', element, instance: id, transition: 'create', to: 'active' });
  openStage(run, id);
  run.push({ move: 'look', id });
  return undefined;
}

function applyAt(run: CaseRun, instance: ItemInstance, act: Exclude<CaseAct, { readonly do: 'open' }>) {
  switch (act.do) {
    case 'transition':
      return transition(run, instance, act.transition, act.role);
    case 'plan':
      return plan(run, instance, act.item, act.role);
    case 'file':
      return file(run, instance, act);
    case 'choose':
      return choose(run, instance, act);
    case 'advance':
      return advance(run, instance);
    case 'set':
      return isCase(run, instance) ? undefined : `Variables belong to the case, not to ${run.itemOf(instance).id}.`;
  }
}

function transition(run: CaseRun, instance: ItemInstance, name: TransitionName, role?: string): string | undefined {
  const item = run.itemOf(instance);
  const found = transitionFrom(item.cycle, instance.state, name);
  if (!found?.isByPeople) {
    return `${item.id} is ${instance.state} and cannot ${name}. ${instead(item, instance)}`;
  }
  if (role !== undefined && item.roles.length > 0 && !item.roles.includes(role))
    return `${item.id} is for ${item.roles.join(', ')}, not for ${role}.`;
  const open = name === 'complete' && item.inner >= 0 ? openIn(run, instance) : undefined;
  if (open) return `${item.id} cannot be completed yet: ${open}.`;
  if (name === 'occur' && !hasStarted(run, instance))
    return `The clock of ${item.id} does not run yet: what starts it has not happened.`;
  transit(run, instance.id, name);
  return undefined;
}

function instead(item: CaseItem, { state }: ItemInstance): string {
  const possible = transitionsByPeople(item.cycle, state).join(', ');
  if (possible) return `Possible: ${possible}.`;
  return state === 'available' && item.hasEntry
    ? 'It goes on when one of its entry criteria is met.'
    : 'Nothing can be done with it.';
}

/** Whether the clock of a timer runs; that of one without a start trigger runs from the beginning. */
export function hasStarted(run: CaseRun, instance: ItemInstance): boolean {
  return run
    .itemOf(instance)
    .criteria.every(({ kind }, index) => kind !== 'timer' || instance.seen.includes(partKey(index, 0)));
}

function plan(run: CaseRun, holder: ItemInstance, id: string, role?: string): string | undefined {
  const offers = offered(run, holder);
  const index = offers.find((each) => run.item(each).id === id);
  if (index === undefined) {
    const possible = offers.map((each) => run.item(each).id).join(', ');
    return `${run.itemOf(holder).id} does not offer ${id} now. ${possible ? `Offered: ${possible}.` : 'Nothing is offered.'}`;
  }
  const closed = run
    .item(index)
    .gates.find(({ roles }) => roles.length > 0 && role !== undefined && !roles.includes(role));
  if (closed) return `${id} is for ${closed.roles.join(', ')} to add, not for ${role}.`;
  addPlanned(run, holder, index);
  return undefined;
}

function file(run: CaseRun, instance: ItemInstance, act: CaseAct & { readonly do: 'file' }): string | undefined {
  const index = run.plan.fileOfId.get(act.item) ?? -1;
  const item = run.itemOf(instance);
  if (item.kind !== 'case' || run.plan.files[index]?.case !== item.index)
    return `${act.item} is not in the case file of ${item.id}.`;
  if (instance.state !== 'active') return `${item.id} is ${instance.state}, so its case file rests.`;
  return fileTransit(run, instance.id, index, act.transition);
}

function choose(run: CaseRun, instance: ItemInstance, act: CaseAct & { readonly do: 'choose' }): string | undefined {
  const { id } = instance;
  const item = run.itemOf(instance);
  const about = 'rule' in act ? act.rule : item.criteria.findIndex((criterion) => criterion.id === act.criterion);
  if (!instance.asks.includes(about)) return `Nobody asks that of ${item.id} now.`;
  run.answered(id, about);
  run.touched.add(instance.parent);
  if (about === 'required') run.change(id, { isRequired: act.holds });
  else if (about === 'manual') transit(run, id, act.holds ? 'enable' : 'start');
  else if (about === 'repetition') {
    if (act.holds) addNext(run, instance);
  } else if (act.holds) met(run, id, about);
  return undefined;
}

function advance(run: CaseRun, instance: ItemInstance): string | undefined {
  const { rests, ...goesOn } = instance;
  if (rests === undefined || instance.state !== 'available') return `${run.itemOf(instance).id} does not rest.`;
  run.replace(goesOn);
  if (rests < 0) run.push({ move: 'begin', id: instance.id });
  else enter(run, instance.id, rests);
  return undefined;
}

function isCase(run: CaseRun, { id }: ItemInstance): boolean {
  return run.caseOf(id)?.id === id;
}
