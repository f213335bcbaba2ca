/** What holds of every run of a case: items that can never begin, criteria that can never be met. */
import type { CmmnDefinitions } from '../model/index.ts';
import {
  buildLinked,
  type CaseItem,
  type CasePlan,
  type Criterion,
  type LinkedAct,
  type LinkedState,
  type Runnable,
  runnable,
} from '../semantics/index.ts';
import { explore } from './explore.ts';
import type { Verdict, Witness } from './verdict.ts';
import { isKnown } from './without-data.ts';
import { called } from './words.ts';

/** Cases have many states, since people may suspend, resume and terminate everything: so many are looked at, at most. */
const MOST_STATES = 2000;
/** A case that calls itself goes on for ever, each time with one more case in which all that may happen. */
const MOST_CASES = 20;

/** Judges each case. What can never happen is shown without a run; that all can begin, by the runs in which they do. */
export function analyzeCases(models: readonly CmmnDefinitions[], maxStates: number): Verdict[] {
  const linked = buildLinked(models);
  const possible = possibleIn(linked.plan);
  return linked.plan.cases.map((index) => {
    const item = linked.plan.items[index] as CaseItem;
    const within = itemsOf(linked.plan, item);
    const witnesses = within.flatMap((each) => findings(each, possible));
    const most = Math.min(maxStates, MOST_STATES);
    const model = withFewCases(runnable(linked));
    const seen = explore(model, [{ in: 'cases', act: { do: 'open', case: item.id } }], most);
    const dead = witnesses.some(({ property }) => property === 'noDeadActivities');
    const areAlive = within.every(({ id }) => seen.passed.has(id));
    const noDeadActivities = dead ? false : areAlive || null;
    const open = { messageRelaxedSound: null, optionToComplete: null, properCompletion: null, safe: null };
    return {
      kind: 'case',
      element: item.id,
      name: item.name,
      processes: [],
      sound: dead ? false : null,
      ...open,
      noDeadActivities,
      states: seen.states,
      bounded: !seen.isComplete || model.hasMore,
      witnesses,
    };
  });
}

interface FewCases extends Runnable<LinkedState, LinkedAct> {
  /** Whether there was a state with more cases, from which nothing goes on here. */
  readonly hasMore: boolean;
}

function withFewCases(model: Runnable<LinkedState, LinkedAct>): FewCases {
  let hasMore = false;
  const enabled = (state: LinkedState) => {
    if (state.cases.cases.length <= MOST_CASES) return model.enabled(state);
    hasMore = true;
    return [];
  };
  return {
    ...model,
    enabled,
    get hasMore() {
      return hasMore;
    },
  };
}

/** All items of a case that can begin or occur, with what people may add. */
function itemsOf({ items, containers }: CasePlan, { inner }: CaseItem): CaseItem[] {
  return [...(containers[inner]?.within ?? [])]
    .flatMap((index) => items[index] ?? [])
    .filter(({ kind }) => kind !== 'fragment');
}

/** Items that may begin, and of all their criteria those that may be met: nothing outside of these sets ever does. */
interface Possible {
  readonly items: ReadonlySet<number>;
  readonly criteria: ReadonlySet<Criterion>;
}

function possibleIn({ items, cases, containers }: CasePlan): Possible {
  const found = { items: new Set(cases), criteria: new Set<Criterion>() };
  const isMet = ({ parts, condition }: Criterion) =>
    !(isKnown(condition) && condition?.evaluate({ get: () => undefined, all: () => ({}) }) === false) &&
    parts.every(({ of, source }) => source >= 0 && (of === 'file' || found.items.has(source)));
  for (let before = -1; before !== found.items.size + found.criteria.size; ) {
    before = found.items.size + found.criteria.size;
    for (const index of found.items) {
      const item = items[index] as CaseItem;
      for (const each of [...(containers[item.inner]?.items ?? []), ...item.plannable]) {
        const { criteria, hasEntry } = items[each] as CaseItem;
        for (const criterion of criteria) if (isMet(criterion)) found.criteria.add(criterion);
        if (!hasEntry || criteria.some((criterion) => criterion.kind === 'entry' && found.criteria.has(criterion)))
          found.items.add(each);
      }
      for (const criterion of item.criteria) if (isMet(criterion)) found.criteria.add(criterion);
    }
  }
  return found;
}

function findings(item: CaseItem, possible: Possible): Witness[] {
  const begins = possible.items.has(item.index);
  const witness = (message: string, elements: readonly string[]): Witness => ({
    property: 'noDeadActivities',
    message,
    elements,
    run: [],
  });
  if (!begins)
    return [
      witness(
        `${called(item)} can never begin: what its criteria wait for cannot happen. Look at what they listen to, and at the stage around it.`,
        [item.id],
      ),
    ];
  return item.criteria
    .filter((criterion) => !possible.criteria.has(criterion))
    .map((criterion) => ({
      ...witness(
        `The ${criterion.kind} criterion of ${called(item)} can never be met: something that it listens to cannot happen. Remove it, or listen to something else.`,
        [criterion.id, item.id],
      ),
      property: 'criterion' as const,
    }));
}
