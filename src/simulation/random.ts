/**
 * Chance that is the same everywhere: SplitMix32 over a seed (G. Steele et al., "Fast splittable pseudorandom number generators", OOPSLA 2014).
 * A change of it changes every recorded seed, so it carries a version.
 */
export const randomVersion = 1;

/** A source of whole numbers from 0 to below `limit`. @param seed a whole number */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return Math.floor(((mixed >>> 0) / 2 ** 32) * limit);
  };
}
