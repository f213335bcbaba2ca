import {
  type CaseAct,
  type CaseLook,
  type CasePlan,
  type CaseState,
  isOver,
  lookAtCases,
  type SeenInstance,
  type Variables,
} from '../semantics/index.ts';
import { called, calledIn, kindOf, reasonOf, rules, sourceOf, verbOf } from './case-words.ts';
import { type Coming, spanInWords, type Time } from './clock.ts';
import type { Question, Reason, SeenSentry, Standing } from './moment.ts';
import type { NewOffer } from './process-view.ts';
import { keyOf } from './roots.ts';
import { variablesIn } from './variables-read.ts';

/** The cases of a run at a moment, in words and ids: the states of the items, and what one may do with each. */
export class CaseView {
  readonly #plan: CasePlan;
  readonly #state: CaseState;
  readonly #time: Time;
  readonly #run: (at: number) => number;
  readonly #seen: CaseLook;

  /** @param run the number of the run that a case or an instance of an item belongs to */
  constructor(plan: CasePlan, state: CaseState, time: Time, run: (at: number) => number) {
    this.#plan = plan;
    this.#state = state;
    this.#time = time;
    this.#run = run;
    this.#seen = lookAtCases(plan, state);
  }

  get isAtRest(): boolean {
    return this.#seen.instances.every(({ instance }) => isOver(instance.state));
  }

  offer(act: CaseAct): NewOffer {
    const at = 'at' in act ? this.#seen.instances.find(({ instance }) => instance.id === act.at) : undefined;
    const run = at ? this.#run(at.case.id) : 0;
    const item = at?.item;
    const offer = { element: item?.id ?? '', run };
    const name = (id: string) => calledIn(this.#plan, id);
    switch (act.do) {
      case 'open':
        return { ...offer, element: act.case, kind: 'start', label: `Open the case ${name(act.case)}` };
      case 'transition': {
        const time = act.transition === 'occur' ? this.#timeOf(act.at) : '';
        const label = `${verbOf(act.transition)} ${called(item)}${time}`;
        return { ...offer, kind: kindOf(act.transition), label };
      }
      case 'plan':
        return { ...offer, element: act.item, kind: 'plan', label: `Add ${name(act.item)}`, table: offer.element };
      case 'file':
        return { ...offer, element: act.item, kind: 'event', label: `${verbOf(act.transition)} ${name(act.item)}` };
      case 'choose': {
        const about =
          'rule' in act ? `${called(item)} is ${rules[act.rule]}` : `The condition of ${called(item)} holds`;
        return { ...offer, kind: 'way', label: act.holds ? about : `Not: ${about}` };
      }
      case 'advance':
        return { ...offer, kind: 'again', label: `Once more: ${called(item)}` };
      default:
        return { ...offer, kind: 'state', label: `Set a variable of ${called(item)}` };
    }
  }

  /** When a timer would happen by itself. */
  #timeOf(at: number): string {
    const { coming, now } = this.#time;
    const timer = coming.find((each) => each.in === 'cases' && each.at === at);
    return timer && timer.due > now ? ` (in ${spanInWords(timer.due - now)})` : '';
  }

  /** A timer that comes by itself. */
  timer({ element, due }: Coming): string {
    return `${calledIn(this.#plan, element)} in ${spanInWords(Math.max(0, due - this.#time.now))}`;
  }

  /** What there is of each item, by state: of what is over, the latest. */
  standing(): Standing[] {
    const { instances, files } = this.#seen;
    const found = new Map<string, { element: string; state: string; runs: number[] }>();
    const add = (element: string, state: string, run: number) => {
      const known = found.get(`${element} ${state}`) ?? { element, state, runs: [] };
      known.runs.push(run);
      found.set(`${element} ${state}`, known);
    };
    for (const { item, instance, case: each } of instances) add(item.id, instance.state, this.#run(each.id));
    for (const { file, case: each } of files) add(file.id, 'there', this.#run(each.id));
    return [...found.values()];
  }

  waiting(): Reason[] {
    return this.#seen.instances.flatMap((seen) => {
      if (seen.instance.state !== 'available') return [];
      const entries = seen.criteria.filter(({ criterion }) => criterion.kind !== 'exit');
      return entries.map((each) => ({ ...reasonOf(this.#plan, seen, each), run: this.#run(seen.case.id) }));
    });
  }

  questions(): Question[] {
    return this.#seen.instances.flatMap((each) => this.#question(each) ?? []);
  }

  /** The variables that would decide what is asked for of an instance. */
  #question({ instance, item }: SeenInstance): Question | undefined {
    const conditions = instance.asks.map((question) =>
      typeof question === 'number' ? item.criteria[question]?.condition : item[question]?.condition,
    );
    const reads = [...new Set(conditions.flatMap((condition) => variablesIn(condition?.text ?? '')))];
    if (reads.length === 0) return undefined;
    const key = keyOf({ in: 'cases', at: instance.id });
    const label = `${called(item)} depends on ${reads.join(', ')}`;
    return { key, element: item.id, run: this.#run(instance.id), label, reads };
  }

  /** The criteria of what is not over yet, each with what it has heard. */
  sentries(): SeenSentry[] {
    const listening = this.#seen.instances.filter(({ instance }) => !isOver(instance.state));
    return listening.flatMap(({ criteria }) =>
      criteria.map(({ criterion, occurred }) => ({
        element: criterion.id,
        parts: criterion.parts.map((part, at) => ({
          source: sourceOf(this.#plan, part),
          hasOccurred: occurred[at] ?? false,
        })),
      })),
    );
  }

  variables(): { readonly run: number; readonly name: string; readonly value: Variables[string] }[] {
    return this.#state.cases.flatMap(({ id, data }) =>
      Object.entries(data).map(([name, value]) => ({ run: this.#run(id), name, value })),
    );
  }
}
