/**
 * One step on its way: the state as it is being changed, and what is still to be done. The modules of this room each know one kind of
 * move; they change the state by this and leave further moves to it.
 */
import type { Data } from '../expressions/expression.ts';
import { Moves } from '../moves.ts';
import type { RunOptions } from '../processes/run.ts';
import { placeOf } from '../sorted.ts';
import type { ItemState, TransitionName } from './life-cycles.ts';
import { isOver } from './life-cycles.ts';
import type { CaseItem, CasePlan } from './plan.ts';
import type { CaseInstance, CaseState, ItemInstance, Question } from './state.ts';
import type { CaseTraceEntry } from './trace.ts';

/** What follows from what was done. Moves are made depth first, in the order in which they were asked for. */
export type CaseMove =
  /** A new instance looks at what guards it. */
  | { readonly move: 'begin'; readonly id: number }
  | { readonly move: 'transit'; readonly id: number; readonly transition: TransitionName }
  /** An event is told to those who listen: by its key, where it happened (the instance and all around it), and by which exit criterion. */
  | {
      readonly move: 'tell';
      readonly case: number;
      readonly event: string;
      readonly path?: readonly number[];
      readonly by?: string;
    }
  /** All that a criterion waits for is there. */
  | { readonly move: 'met'; readonly id: number; readonly criterion: number }
  /** Criteria are looked at without an event. */
  | { readonly move: 'look'; readonly id: number }
  /** Data has changed: all criteria with a condition are looked at. */
  | { readonly move: 'changed'; readonly case: number };

type Open<T> = { -readonly [K in keyof T]: T[K] };

interface OpenCase extends Open<CaseInstance> {
  instances: ItemInstance[];
}

/** An index is made for a step that searches more often. */
const MOST_SEARCHES = 8;

/** Numbers of instances, the oldest first. */
interface CaseIndex {
  /** By what they are in, and by their item. */
  readonly inside: Map<number, number[]>;
  readonly ofItem: number[][];
}

export class CaseRun {
  readonly plan: CasePlan;
  readonly options: RunOptions;
  /** undefined: nobody wants to know. */
  readonly trace: CaseTraceEntry[] | undefined;
  /** Instances that have left Available in this step. */
  readonly begun = new Set<number>();
  /** Instances that a repetition has made in this step. */
  readonly repeated = new Set<number>();
  /** Stages and cases in which something has changed: they may be complete. */
  readonly touched = new Set<number>();
  next: number;
  #cases: CaseInstance[];
  readonly #fresh = new Set<CaseInstance>();
  #searches = 0;
  readonly #indexes = new Map<number, CaseIndex>();
  readonly #moves = new Moves<CaseMove>();

  constructor(plan: CasePlan, state: CaseState, options: RunOptions, trace: CaseTraceEntry[] | undefined) {
    this.plan = plan;
    this.options = options;
    this.trace = trace;
    this.next = state.next;
    this.#cases = state.cases.slice();
  }

  get cases(): readonly CaseInstance[] {
    return this.#cases;
  }

  state(): CaseState {
    return { next: this.next, cases: this.#cases };
  }

  push(move: CaseMove): void {
    this.#moves.push(move);
  }

  /** The next move; undefined: all is at rest. */
  pop(): CaseMove | undefined {
    return this.#moves.pop();
  }

  item(index: number): CaseItem {
    return this.plan.items[index] as CaseItem;
  }

  itemOf(instance: ItemInstance): CaseItem {
    return this.item(instance.item);
  }

  /** The case that an instance is in. */
  caseOf(id: number): CaseInstance | undefined {
    for (const each of this.#cases) if (placeOf(each.instances, id) >= 0) return each;
    return undefined;
  }

  instance(id: number): ItemInstance | undefined {
    for (const { instances } of this.#cases) {
      const at = placeOf(instances, id);
      if (at >= 0) return instances[at];
    }
    return undefined;
  }

  children(id: number): ItemInstance[] {
    const around = this.caseOf(id);
    const index = this.#index(around);
    return index ? this.#among(index.inside.get(id)) : (around?.instances.filter(({ parent }) => parent === id) ?? []);
  }

  /** The instances of an item in a case. */
  instancesOf(item: number, id: number): ItemInstance[] {
    const around = this.#cases.find((each) => each.id === id);
    const index = this.#index(around);
    return index ? this.#among(index.ofItem[item]) : (around?.instances.filter((each) => each.item === item) ?? []);
  }

  #among(ids: readonly number[] = []): ItemInstance[] {
    const found: ItemInstance[] = [];
    for (const id of ids) {
      const instance = this.instance(id);
      if (instance) found.push(instance);
    }
    return found;
  }

  /** Where the instances of a case stand; undefined: a step that asks so rarely looks for itself. */
  #index(around: CaseInstance | undefined): CaseIndex | undefined {
    if (!around || this.#searches++ < MOST_SEARCHES) return undefined;
    const known = this.#indexes.get(around.id);
    if (known) return known;
    const index: CaseIndex = { inside: new Map(), ofItem: this.plan.items.map(() => []) };
    for (const each of around.instances) file(index, each);
    this.#indexes.set(around.id, index);
    return index;
  }

  /** The instance and all around it, inner ones first. */
  path(instance: ItemInstance): ItemInstance[] {
    const path = [instance];
    for (let at = this.instance(instance.parent); at; at = this.instance(at.parent)) path.push(at);
    return path;
  }

  /** Whether something around it has ended, so that nothing begins in it any more. */
  isBuried(instance: ItemInstance): boolean {
    for (let at: ItemInstance | undefined = instance; at; at = this.instance(at.parent))
      if (isOver(at.state)) return true;
    return false;
  }

  addCase(item: number, data: CaseInstance['data']): number {
    const id = this.next++;
    const root = newInstance(id, item, 0, 'active');
    const added: OpenCase = { id, instances: [root], data, files: {} };
    this.#fresh.add(added);
    this.#cases.push(added);
    return id;
  }

  add(item: number, parent: number): number {
    const id = this.next++;
    const open = this.#edit(this.caseOf(parent)?.id ?? -1);
    const added = newInstance(id, item, parent, 'available');
    open?.instances.push(added);
    const index = this.#indexes.get(open?.id ?? -1);
    if (index) file(index, added);
    return id;
  }

  change(id: number, values: Partial<ItemInstance>): void {
    const known = this.instance(id);
    if (known) this.replace({ ...known, ...values });
  }

  /** Puts an instance in the place of the one with its number. */
  replace(instance: ItemInstance): void {
    const open = this.#edit(this.caseOf(instance.id)?.id ?? -1);
    if (open) open.instances[placeOf(open.instances, instance.id)] = instance;
  }

  changeCase(id: number, values: Partial<Pick<CaseInstance, 'data' | 'files'>>): void {
    Object.assign(this.#edit(id) ?? {}, values);
  }

  /** Takes an instance away for which nobody will ask any more, with all that is in it. */
  remove(id: number): void {
    const open = this.#edit(this.caseOf(id)?.id ?? -1);
    if (!open) return;
    this.#indexes.delete(open.id);
    const gone = new Set([id]);
    open.instances = open.instances.filter((each) => {
      if (gone.has(each.parent)) gone.add(each.id);
      return !gone.has(each.id);
    });
  }

  ask(id: number, question: Question): void {
    const instance = this.instance(id);
    if (!instance || instance.asks.includes(question)) return;
    this.change(id, { asks: [...instance.asks, question] });
    const item = this.itemOf(instance);
    const about = typeof question === 'number' ? (item.criteria[question]?.id ?? '') : question;
    this.trace?.push({ what: 'asked', element: item.id, instance: id, about });
  }

  answered(id: number, question: Question): void {
    const asks = this.instance(id)?.asks;
    if (asks?.includes(question)) this.change(id, { asks: asks.filter((each) => each !== question) });
  }

  /** What conditions in a case read. */
  data(id: number): Data {
    const data = this.caseOf(id)?.data ?? {};
    return { get: (name) => (Object.hasOwn(data, name) ? data[name] : undefined), all: () => data };
  }

  #edit(id: number): OpenCase | undefined {
    const at = this.#cases.findIndex((each) => each.id === id);
    const known = this.#cases[at];
    if (!known) return undefined;
    if (this.#fresh.has(known)) return known as OpenCase;
    const copy: OpenCase = { ...known, instances: known.instances.slice() };
    this.#fresh.add(copy);
    this.#cases[at] = copy;
    return copy;
  }
}

function file({ inside, ofItem }: CaseIndex, { id, item, parent }: ItemInstance): void {
  const siblings = inside.get(parent);
  if (siblings) siblings.push(id);
  else inside.set(parent, [id]);
  ofItem[item]?.push(id);
}

function newInstance(id: number, item: number, parent: number, state: ItemState): ItemInstance {
  return { id, item, parent, state, isSuspendedByParent: false, isRequired: false, seen: [], asks: [] };
}
