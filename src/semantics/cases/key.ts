import { type Marks, noMarks } from '../processes/key.ts';
import type { CaseInstance, CaseState, ItemInstance } from './state.ts';

/**
 * A text that is the same for the same marking, whatever the numbers of the instances and the order in which they were made.
 * @param marks what else is to be said of an instance
 */
export function caseKey({ cases }: CaseState, marks = noMarks): string {
  return cases
    .map((each) => keyOfCase(each, marks))
    .sort()
    .join('\n');
}

/** The same for one case. */
export function keyOfCase({ instances, data, files, id }: CaseInstance, marks: Marks): string {
  const inside = new Map<number, ItemInstance[]>();
  for (const instance of instances) {
    const siblings = inside.get(instance.parent);
    if (siblings) siblings.push(instance);
    else inside.set(instance.parent, [instance]);
  }
  const root = inside.get(0)?.find((instance) => instance.id === id);
  return `${root ? keyOf(root, inside, marks) : ''}${sorted(files)}${sorted(data)}`;
}

function keyOf(instance: ItemInstance, inside: ReadonlyMap<number, readonly ItemInstance[]>, marksOf: Marks): string {
  const { item, state, former, isSuspendedByParent, isRequired, seen, asks, rests } = instance;
  const children = (inside.get(instance.id) ?? []).map((child) => keyOf(child, inside, marksOf)).sort();
  const marks = [former ?? '', isSuspendedByParent ? 'p' : '', isRequired ? 'r' : '', rests ?? ''].join(',');
  return `${item}:${state}:${marks}:${seen.join(',')}:${asks.toSorted().join(',')}[${children.join(';')}]${marksOf(instance.id)}`;
}

function sorted(values: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
