import {
  type CaseAct,
  type CaseLook,
  type CasePlan,
  type CaseState,
  type FileTransition,
  isOver,
  lookAtCases,
  noCases,
  stepCase,
  type TransitionName,
  type Value,
} from '../semantics/index.ts';

/** A line of a scenario that writes down what was done to a case; ids are those of the model. */
export interface CaseLine {
  readonly verb: string;
  readonly element?: string;
  /** Which of several that wait, the oldest first; left out for the first. */
  readonly number?: number;
  /** Of a case file item: what happens to it. */
  readonly transition?: FileTransition;
  /** The state that is expected, or the answer to a condition. */
  readonly rest?: string;
  readonly set?: Readonly<Record<string, Value>>;
}

export interface RecordedCase {
  /** Id of the case, or of its plan. */
  readonly about: string;
  readonly lines: readonly CaseLine[];
}

/**
 * Writes down what was done to a case, as a scenario that does the same; the states that it comes to are expected at the end.
 * @returns a sentence where that is not possible
 */
export function recordCase(plan: CasePlan, acts: readonly CaseAct[]): RecordedCase | string {
  const begun = acts.flatMap((act) => (act.do === 'open' ? [act.case] : []));
  if (begun.length > 1) return 'Several cases were begun, and a scenario is about one: start over, and begin one.';
  const lines: CaseLine[] = [];
  let state = noCases;
  for (const act of acts) {
    if (act.do === 'transition' && act.transition === 'fault')
      return 'A task failed, which a scenario of a case has no word for: step back to before that, and record it again.';
    const line = lineOf(lookAtCases(plan, state), act);
    if (line) lines.push(line);
    const done = stepCase(plan, state, act, { unknown: 'choose', traced: false });
    if (done.refused !== undefined)
      return 'The case is no longer the one in which this was done: start over, and record it again.';
    state = done.state;
  }
  return { about: begun[0] ?? '', lines: [...lines, ...expectationsOf(plan, state)] };
}

/** undefined: it needs no line, since a scenario goes on by itself. */
function lineOf(seen: CaseLook, act: CaseAct): CaseLine | undefined {
  const set = 'set' in act && act.set && Object.keys(act.set).length > 0 ? { set: act.set } : {};
  switch (act.do) {
    case 'open':
      return { verb: 'start', ...set };
    case 'transition':
      return { verb: verbs[act.transition] ?? act.transition, ...placeOf(seen, act.at, act.transition), ...set };
    case 'plan':
      return { verb: 'plan', element: act.item, ...set };
    case 'file':
      return { verb: 'file', element: act.item, transition: act.transition, ...set };
    case 'choose':
      return { verb: 'choose', ...placeOf(seen, act.at), rest: String(act.holds) };
    case 'set':
      return { verb: 'set', ...set };
    case 'advance':
      return undefined;
  }
}

/** Verbs of the language that are not the standard's own. */
const verbs: Partial<Readonly<Record<TransitionName, string>>> = { manualStart: 'start' };

/** The item of an instance, and which of those it is for which the transition is possible. */
function placeOf(seen: CaseLook, at: number, transition?: TransitionName): Pick<CaseLine, 'element' | 'number'> {
  const found = seen.instances.find(({ instance }) => instance.id === at);
  if (!found) return {};
  const like = seen.instances.filter(
    ({ item, possible }) =>
      item === found.item && possible.some((act) => act.do === 'transition' && act.transition === transition),
  );
  const index = transition ? like.indexOf(found) : 0;
  return { element: found.item.id, ...(index > 0 && { number: index + 1 }) };
}

function expectationsOf(plan: CasePlan, state: CaseState): CaseLine[] {
  const { instances } = lookAtCases(plan, state);
  return instances.flatMap(({ item, instance }) =>
    item.kind === 'case' || item.kind === 'task' || (item.kind === 'milestone' && isOver(instance.state))
      ? [{ verb: 'expect state', element: item.id, rest: instance.state }]
      : [],
  );
}
