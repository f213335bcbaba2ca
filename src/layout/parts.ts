/**
 * Needs: runs and wires. Leaves: the part of each line, and the rows that are free to it. Parts that no flow joins stand below one another in
 * declared order: so a step in one of them never moves another beside it, or into a gap between its branches.
 */
import type { RowStack } from './row-stack.ts';
import type { Line, Wire } from './wiring.ts';

/** Numbers the parts of a scope by their first lines. What stands alone belongs to none: it goes wherever there is room. */
export function numberParts(lines: readonly Line[], wires: readonly Wire[]): void {
  const above = new Map<Line, Line>();
  const firstOf = (line: Line): Line => {
    let first = line;
    for (let next = above.get(first); next; next = above.get(first)) {
      const farther = above.get(next);
      if (farther) above.set(first, farther);
      first = next;
    }
    return first;
  };
  for (const { source, target } of wires) {
    const [one, other] = [firstOf(source), firstOf(target)];
    if (one !== other) above.set(other, one);
  }
  const parts = new Map<Line, number>();
  const joined = lines.filter((line) => line.wires.length > 0 || line.nodes.length > 1);
  for (const first of joined.map(firstOf)) if (!parts.has(first)) parts.set(first, parts.size);
  if (parts.size > 1) for (const line of joined) line.part = parts.get(firstOf(line)) ?? 0;
}

/** Between the rows of earlier parts and those of later ones; neither included. */
export function roomOf({ part }: Line, band: number, stack: RowStack): { readonly low: number; readonly high: number } {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (part === undefined) return { low, high };
  for (let index = stack.start(band); stack.rows[index]?.band === band; index++) {
    for (const { part: other = part } of stack.rows[index]?.lines ?? []) {
      if (other < part) low = index;
      if (other > part) high = Math.min(high, index);
    }
  }
  return { low, high };
}
