import type { CaseInstance, CaseState, ItemInstance } from './state.ts';

/** A text that is the same for the same marking, whatever the numbers of the instances and the order in which they were made. */
export function caseKey({ cases }: CaseState): string {
  return cases.map(keyOfCase).sort().join('\n');
}

function keyOfCase({ instances, data, files, id }: CaseInstance): string {
  const inside = new Map<number, ItemInstance[]>();
  for (const instance of instances) {
    const siblings = inside.get(instance.parent);
    if (siblings) siblings.push(instance);
    else inside.set(instance.parent, [instance]);
  }
  const root = inside.get(0)?.find((instance) => instance.id === id);
  return `${root ? keyOf(root, inside) : ''}${sorted(files)}${sorted(data)}`;
}

function keyOf(instance: ItemInstance, inside: ReadonlyMap<number, readonly ItemInstance[]>): string {
  const { item, state, former, isSuspendedByParent, isRequired, seen, asks, rests } = instance;
  const children = (inside.get(instance.id) ?? []).map((child) => keyOf(child, inside)).sort();
  const marks = [former ?? '', isSuspendedByParent ? 'p' : '', isRequired ? 'r' : '', rests ?? ''].join(',');
  return `${item}:${state}:${marks}:${seen.join(',')}:${asks.toSorted().join(',')}[${children.join(';')}]`;
}

function sorted(values: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
