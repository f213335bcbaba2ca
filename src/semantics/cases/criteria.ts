/** Sentries: what has occurred is remembered until all of it has, and the condition holds (CMMN 1.1, 8.5). */
import { isOver } from './life-cycles.ts';
import type { CaseItem } from './plan.ts';
import { conditionHolds, holds } from './questions.ts';
import { repeat } from './repetition.ts';
import type { CaseMove, CaseRun } from './run.ts';
import { criterionOf, type ItemInstance, partKey } from './state.ts';
import { transit } from './transitions.ts';

type Told = Extract<CaseMove, { readonly move: 'tell' }>;

/** An event reaches those who listen to it: exits before entries, in the order of the file. */
export function hear(run: CaseRun, { case: id, event, path, by }: Told): void {
  const reached: { id: number; criterion: number }[] = [];
  for (const { item, criterion, part } of run.plan.hearers.get(event) ?? []) {
    const onPart = run.item(item).criteria[criterion]?.parts[part];
    if (!onPart || (onPart.exitCriterion !== undefined && onPart.exitCriterion !== by)) continue;
    for (const instance of run.instancesOf(item, id)) {
      if (!isListening(run, instance, criterion)) continue;
      if (path && (path[0] === instance.id || !isNear(run, instance, criterion, onPart.source, path))) continue;
      const key = partKey(criterion, part);
      reached.push({ id: instance.id, criterion });
      if (instance.seen.includes(key)) continue;
      run.change(instance.id, { seen: [...instance.seen, key].sort((a, b) => a - b) });
      run.trace?.push({ what: 'heard', element: criterionId(run.item(item), criterion), instance: instance.id, part });
    }
  }
  for (const { id: instance, criterion } of reached)
    if (isMet(run, instance, criterion)) run.push({ move: 'met', id: instance, criterion });
}

/** Looks at all criteria of an instance: when it begins, when it goes on after a pause. */
export function lookAt(run: CaseRun, id: number): void {
  const instance = run.instance(id);
  if (!instance) return;
  for (const [criterion] of run.itemOf(instance).criteria.entries())
    if (isMet(run, id, criterion)) run.push({ move: 'met', id, criterion });
}

/** Data of a case has changed: criteria with a condition may be met by it. */
export function lookAround(run: CaseRun, id: number): void {
  const instances = run.cases.find((each) => each.id === id)?.instances ?? [];
  const conditional = instances.filter(({ item }) => run.item(item).hasCondition);
  for (const kind of ['exit', 'entry'] as const)
    for (const instance of conditional)
      for (const [criterion, each] of run.itemOf(instance).criteria.entries())
        if (each.kind === kind && each.condition && isMet(run, instance.id, criterion))
          run.push({ move: 'met', id: instance.id, criterion });
}

function isMet(run: CaseRun, id: number, index: number): boolean {
  const instance = run.instance(id);
  const criterion = instance && run.itemOf(instance).criteria[index];
  if (!instance || !criterion || criterion.kind === 'timer' || !isListening(run, instance, index)) return false;
  if (!criterion.parts.every((_, part) => instance.seen.includes(partKey(index, part)))) return false;
  // What is suspended remembers, and looks again when it goes on.
  return (criterion.kind === 'exit' || instance.state === 'available') && conditionHolds(run, id, index, criterion);
}

/** Entry criteria listen until one of them is met, exit criteria until the item is over. */
function isListening(run: CaseRun, instance: ItemInstance, index: number): boolean {
  const kind = run.itemOf(instance).criteria[index]?.kind;
  const state = instance.state === 'suspended' ? instance.former : instance.state;
  if (kind === 'exit' ? isOver(instance.state) : state !== 'available' || isEntering(instance)) return false;
  return !run.isBuried(instance);
}

/** An entry criterion has been met, but it rests, or somebody has to decide how it goes on. */
function isEntering({ rests, asks }: ItemInstance): boolean {
  return rests !== undefined || asks.includes('manual');
}

/**
 * Whether something happened where an instance listens. Where a stage runs several times, each instance listens within the nearest one around
 * it that has the source in it, or is it; the exit of a stage listens to what is in itself first.
 */
function isNear(
  run: CaseRun,
  instance: ItemInstance,
  criterion: number,
  source: number,
  path: readonly number[],
): boolean {
  const parent = run.instance(instance.parent);
  for (let at = parent; at; at = run.instance(at.parent)) if (at.item === source) return at.id === path[0];
  const isExit = run.itemOf(instance).criteria[criterion]?.kind === 'exit';
  for (let at = isExit ? instance : parent; at; at = run.instance(at.parent))
    if (run.plan.containers[run.itemOf(at).inner]?.within.has(source)) return path.includes(at.id);
  return false;
}

/** A criterion is met: its item ends, or goes on. @param index -1: nothing guards its entry */
export function met(run: CaseRun, id: number, index: number): void {
  const instance = run.instance(id);
  const item = instance && run.itemOf(instance);
  if (!instance || !item || run.isBuried(instance)) return;
  const criterion = item.criteria[index];
  if (criterion?.kind === 'exit') exit(run, instance, item, criterion.id);
  else if (instance.state === 'available' && !isEntering(instance)) meetEntry(run, instance, index);
}

function exit(run: CaseRun, { id }: ItemInstance, { cycle }: CaseItem, criterion: string): void {
  transit(run, id, cycle === 'work' ? 'exit' : 'terminate', criterion);
}

function meetEntry(run: CaseRun, instance: ItemInstance, index: number): void {
  const { id } = instance;
  if (run.repeated.has(id) && index >= 0) rest(run, instance, index);
  else enter(run, id, index);
}

/** It goes on when it is told to, so that no step runs for ever. */
function rest(run: CaseRun, { id, item }: ItemInstance, criterion: number): void {
  forgetEntry(run, id);
  run.change(id, { rests: criterion });
  run.trace?.push({ what: 'rested', element: run.item(item).id, instance: id });
}

/** An instance leaves Available. @param index of the criterion that was met, -1: none */
export function enter(run: CaseRun, id: number, index: number): void {
  const instance = run.instance(id);
  const item = instance && run.itemOf(instance);
  if (!instance || !item) return;
  // The next one waits in its place before anything follows from this one.
  if ((item.criteria[index]?.parts.length ?? 0) > 0) repeat(run, instance);
  if (item.cycle === 'occurrence') transit(run, id, 'occur', item.criteria[index]?.id);
  else activate(run, id, item, item.criteria[index]?.id);
}

function activate(run: CaseRun, id: number, item: CaseItem, by: string | undefined): void {
  const isManual = item.manual ? holds(run, id, 'manual', item.manual) : false;
  if (isManual === undefined) forgetEntry(run, id);
  else transit(run, id, isManual ? 'enable' : 'start', by);
}

/** What its entry criteria have heard and asked does not matter any more. */
function forgetEntry(run: CaseRun, id: number): void {
  const instance = run.instance(id);
  if (!instance) return;
  const isExit = (index: number) => run.itemOf(instance).criteria[index]?.kind === 'exit';
  run.change(id, {
    seen: instance.seen.filter((key) => isExit(criterionOf(key))),
    asks: instance.asks.filter((question) => typeof question !== 'number' || isExit(question)),
  });
}

function criterionId(item: CaseItem, index: number): string {
  return item.criteria[index]?.id ?? item.id;
}
