/** The life cycles of CMMN 1.1, clause 8.4, as data. A transition that is not in a table does not exist. */

export type ItemState =
  | 'available'
  | 'enabled'
  | 'disabled'
  | 'active'
  | 'suspended'
  | 'failed'
  | 'completed'
  | 'terminated'
  | 'closed';

/** Which table holds: for a case (8.4.1), stages and tasks (8.4.2), event listeners and milestones (8.4.3). */
export type LifeCycle = 'case' | 'work' | 'occurrence';

export interface Transition {
  readonly from: readonly ItemState[];
  /** `former`: the state that it was suspended in. */
  readonly to: ItemState | 'former';
  /** Whether people may ask for it; the others follow from rules. */
  readonly isByPeople: boolean;
}

const ended: readonly ItemState[] = ['completed', 'terminated', 'failed', 'suspended'];

const byPeople = (from: readonly ItemState[], to: ItemState): Transition => ({ from, to, isByPeople: true });
const byRules = (from: readonly ItemState[], to: Transition['to']): Transition => ({ from, to, isByPeople: false });

export const lifeCycles = {
  case: {
    complete: byPeople(['active'], 'completed'),
    terminate: byPeople(['active'], 'terminated'),
    fault: byPeople(['active'], 'failed'),
    suspend: byPeople(['active'], 'suspended'),
    reactivate: byPeople(ended, 'active'),
    close: byPeople(ended, 'closed'),
  },
  work: {
    enable: byRules(['available'], 'enabled'),
    start: byRules(['available'], 'active'),
    manualStart: byPeople(['enabled'], 'active'),
    disable: byPeople(['enabled'], 'disabled'),
    reenable: byPeople(['disabled'], 'enabled'),
    complete: byPeople(['active'], 'completed'),
    terminate: byPeople(['active'], 'terminated'),
    fault: byPeople(['active'], 'failed'),
    reactivate: byPeople(['failed'], 'active'),
    suspend: byPeople(['active'], 'suspended'),
    resume: byPeople(['suspended'], 'active'),
    parentSuspend: byRules(['available', 'enabled', 'disabled', 'active'], 'suspended'),
    parentResume: byRules(['suspended'], 'former'),
    exit: byRules(['available', 'enabled', 'disabled', 'active', 'failed', 'suspended'], 'terminated'),
  },
  occurrence: {
    occur: byPeople(['available'], 'completed'),
    terminate: byPeople(['available'], 'terminated'),
    suspend: byPeople(['available'], 'suspended'),
    resume: byPeople(['suspended'], 'available'),
    parentTerminate: byRules(['available', 'suspended'], 'terminated'),
  },
} as const satisfies Readonly<Record<LifeCycle, Readonly<Record<string, Transition>>>>;

/** Every instance begins by `create`, a case in Active, the others in Available. */
export type TransitionName =
  | 'create'
  | keyof (typeof lifeCycles)['case']
  | keyof (typeof lifeCycles)['work']
  | keyof (typeof lifeCycles)['occurrence'];

/** A transition from a state; undefined: there is none. */
export function transitionFrom(cycle: LifeCycle, state: ItemState, name: TransitionName): Transition | undefined {
  const table: Readonly<Record<string, Transition>> = lifeCycles[cycle];
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  return found?.from.includes(state) ? found : undefined;
}

/** What people may ask for in a state, in the order of the table. */
export function transitionsByPeople(cycle: LifeCycle, state: ItemState): TransitionName[] {
  return Object.entries<Transition>(lifeCycles[cycle]).flatMap(([name, { from, isByPeople }]) =>
    isByPeople && from.includes(state) ? [name as TransitionName] : [],
  );
}

/** Whether an instance has come to its end. */
export function isOver(state: ItemState): boolean {
  return state === 'completed' || state === 'terminated' || state === 'closed';
}

/** The eight transitions of a case file item (8.3); all but `create` need the item to be there. */
export const fileTransitions = [
  'create',
  'update',
  'replace',
  'delete',
  'addChild',
  'removeChild',
  'addReference',
  'removeReference',
] as const;

export type FileTransition = (typeof fileTransitions)[number];
