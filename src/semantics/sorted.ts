/** Lists in order, as values: scope instances by their numbers, tokens by their flows. */

/** @returns the place of what has the number; -1: it is not among them */
export function placeOf(list: readonly { readonly id: number }[], id: number): number {
  // It is as many places on as its number is greater, or nearer where some are gone.
  let [low, high] = [0, Math.min(list.length - 1, id - (list[0]?.id ?? id))];
  if (list[high]?.id === id) return high;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle]?.id ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export function insert(list: readonly number[], value: number): readonly number[] {
  const at = list.findIndex((each) => each > value);
  return at < 0 ? [...list, value] : [...list.slice(0, at), value, ...list.slice(at)];
}

/** Takes one of those that are the same. */
export function remove(list: readonly number[], value: number): readonly number[] {
  const at = list.indexOf(value);
  return at < 0 ? list : [...list.slice(0, at), ...list.slice(at + 1)];
}
