/** How many letters a word may be off to be meant all the same. */
const FARTHEST = 2;

/** The shortest candidate that begins as `word` does, else that which is least letters away, if it is near enough to be what was meant. */
export function closestTo(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(FARTHEST, Math.floor(word.length / 2));
  let best: string | undefined;
  let begun: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (candidate.toLowerCase() === word.toLowerCase() && candidate !== word) return candidate;
    if (
      candidate.length > word.length &&
      word.length >= 3 &&
      candidate.startsWith(word) &&
      candidate.length < (begun?.length ?? Number.POSITIVE_INFINITY)
    )
      begun = candidate;
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  // Who has typed the first letters right goes on with them sooner than to change one.
  return begun ?? best;
}

/** Letters to insert, remove, replace or swap with their neighbour (optimal string alignment distance). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
