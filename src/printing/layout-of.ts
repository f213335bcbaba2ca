/** What the layout file keeps of a model beside its text. */
import { type LayoutFile, type LayoutHead, noLayoutFile } from '../layout/index.ts';
import { is, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { idOf } from './ids.ts';
import type { Pairs } from './pairs.ts';

/** Ids, empty names, the order of arrivals, the head: what differs between a file and its text without a layout file. */
export function keptOf(read: ModelElement, pairs: Pairs, keys: ReadonlyMap<ModelElement, string>): LayoutFile {
  const ids = new Map<string, string>();
  const emptyNames = new Set<string>();
  const arrivals = new Map<string, number>();
  const readOf = new Map([...pairs].map(([one, other]) => [other, one]));
  for (const [one, other] of pairs) {
    const key = keys.get(other);
    if (key === undefined) continue;
    const id = idOf(one);
    if (id !== undefined && id !== idOf(other)) ids.set(key, id);
    const [name, made] = [ownPropertyOf(one, 'name'), ownPropertyOf(other, 'name')];
    if ((name === '' && made === undefined) || (!name && made && sharesLabel(one))) emptyNames.add(key);
    if (is(one, 'bpmn:FlowNode') && is(other, 'bpmn:FlowNode')) {
      const flows = other.incoming.map((flow) => readOf.get(flow));
      for (const [flow, place] of misplaced(one.incoming, flows)) {
        const flowKey = pairs.get(flow) && keys.get(pairs.get(flow) as ModelElement);
        if (flowKey !== undefined) arrivals.set(flowKey, place);
      }
    }
  }
  return { ...noLayoutFile, ids, emptyNames, arrivals, head: headOf(read) };
}

/** What has a label in common with another element, which alone has that name. */
function sharesLabel(element: ModelElement): boolean {
  return ['PlanItem', 'DiscretionaryItem', 'PlanItemDefinition', 'Case'].some((type) =>
    element.$instanceOf(`cmmn:${type}`),
  );
}

function headOf(definitions: ModelElement): LayoutHead {
  const head: { id?: string; name?: string; targetNamespace?: string } = {};
  for (const name of ['id', 'name', 'targetNamespace'] as const) {
    const value = ownPropertyOf(definitions, name);
    if (typeof value === 'string') head[name] = value;
  }
  return head;
}

/**
 * The fewest of a list that have to be given a place (1 is the first), so that the others, in the order of the text, make the wanted order with
 * them. None where the two lists do not hold the same.
 */
function misplaced(
  wanted: readonly ModelElement[],
  made: readonly (ModelElement | undefined)[],
): [ModelElement, number][] {
  if (wanted.length !== made.length || wanted.length < 2) return [];
  const places = new Map(wanted.map((one, index) => [one, index]));
  const order = made.map((one) => (one === undefined ? undefined : places.get(one)));
  if (order.some((place) => place === undefined)) return [];
  const kept = new Set(longestRise(order.flatMap((place) => place ?? [])));
  return wanted.flatMap((one, index) => (kept.has(index) ? [] : [[one, index + 1] as [ModelElement, number]]));
}

/** A longest part of a list in rising order (patience sorting). */
function longestRise(list: readonly number[]): number[] {
  const tops: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const value of list) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(value, tops[low - 1]);
    tops[low] = value;
  }
  const rise: number[] = [];
  for (let value = tops.at(-1); value !== undefined; value = before.get(value)) rise.push(value);
  return rise.reverse();
}
