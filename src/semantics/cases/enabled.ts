/** What can be done now. */
import type { RunOptions } from '../processes/run.ts';
import type { CaseAct } from './act.ts';
import { openIn } from './completion.ts';
import { countOf } from './files.ts';
import { type FileTransition, fileTransitions, transitionsByPeople } from './life-cycles.ts';
import { type CaseFileEntry, type CasePlan, eventKey } from './plan.ts';
import { offered } from './planning.ts';
import { CaseRun } from './run.ts';
import type { CaseInstance, CaseState, ItemInstance } from './state.ts';
import { hasStarted } from './step.ts';

/** How many there are at most of a case file item for another to be offered. */
const MOST_FILES = 2;

/** How each case can begin. */
export function caseStartActs(plan: CasePlan): CaseAct[] {
  return plan.cases.map((index) => ({ do: 'open', case: plan.items[index]?.id ?? '' }));
}

/**
 * All acts that are possible in a state, in a fixed order, without new cases (`caseStartActs`), roles and data. Of case file items what
 * somebody listens to is offered, and what must come before.
 */
export function enabledInCases(plan: CasePlan, state: CaseState, options: RunOptions): CaseAct[] {
  const run = new CaseRun(plan, state, options, undefined);
  return run.cases.flatMap((each) => [
    ...each.instances.flatMap((instance) => actsAt(run, instance)),
    ...fileActs(run, each),
  ]);
}

/** The acts that are possible at one instance. */
export function actsAt(run: CaseRun, instance: ItemInstance): CaseAct[] {
  const at = instance.id;
  if (run.path(instance).some(({ id, state }) => id !== at && state !== 'active')) return [];
  const item = run.itemOf(instance);
  const isOpen = item.inner >= 0 && openIn(run, instance) !== undefined;
  const transitions = transitionsByPeople(item.cycle, instance.state).filter(
    (name) =>
      !(name === 'complete' && isOpen) &&
      !(name === 'occur' && (item.kind === 'milestone' || !hasStarted(run, instance))),
  );
  return [
    ...(instance.rests !== undefined && instance.state === 'available'
      ? [{ do: 'advance', at } satisfies CaseAct]
      : []),
    ...instance.asks.flatMap((question): CaseAct[] => {
      const criterion = typeof question === 'number' ? item.criteria[question] : undefined;
      // A condition alone may come to hold at any time; that it does not hold now needs no act.
      const answers = criterion && criterion.parts.length === 0 ? [true] : [true, false];
      if (typeof question === 'number')
        return answers.map((holds) => ({ do: 'choose', at, criterion: criterion?.id ?? '', holds }));
      return answers.map((holds) => ({ do: 'choose', at, rule: question, holds }));
    }),
    ...transitions.map((transition): CaseAct => ({ do: 'transition', at, transition })),
    ...offered(run, instance).map((index): CaseAct => ({ do: 'plan', at, item: run.item(index).id })),
  ];
}

function fileActs(run: CaseRun, { id, instances }: CaseInstance): CaseAct[] {
  const root = instances[0];
  if (root?.state !== 'active') return [];
  return run.plan.files
    .filter((file) => file.case === root.item)
    .flatMap((file) =>
      fileTransitions
        .filter((transition) => isUseful(run, file, transition) && isPossible(run, id, file, transition))
        .map((transition): CaseAct => ({ do: 'file', at: id, item: file.id, transition })),
    );
}

function isPossible(run: CaseRun, id: number, file: CaseFileEntry, transition: FileTransition): boolean {
  const count = countOf(run, id, file.index);
  return transition === 'create' ? count === 0 || (file.isMany && count < MOST_FILES) : count > 0;
}

const ofAround: { readonly [K in FileTransition]?: FileTransition } = { create: 'addChild', delete: 'removeChild' };

function isUseful(run: CaseRun, file: CaseFileEntry, transition: FileTransition): boolean {
  const isHeard = (of: number, name: FileTransition) =>
    run.plan.hearers.has(eventKey({ of: 'file', source: of, transition: name }));
  const climbs = ofAround[transition];
  const isFirst = transition === 'create' && fileTransitions.some((name) => isHeard(file.index, name));
  return isHeard(file.index, transition) || isFirst || (climbs !== undefined && isHeard(file.parent, climbs));
}
