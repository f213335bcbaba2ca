/**
 * Places as near as possible to where they are wished, in the given order and apart. Least squares, by pooling neighbours that would come too
 * close (isotonic regression, Ayer et al. 1955).
 * @param gaps gaps[i]: least distance of place i from the place before; the first counts for nothing
 */
export function spread(wishes: readonly number[], gaps: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, wish] of wishes.entries()) {
    offset += index > 0 ? (gaps[index] ?? 0) : 0;
    offsets.push(offset);
    let pool = { sum: wish - offset, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  const places = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return places.map((place, index) => Math.round(place + (offsets[index] ?? 0)));
}
