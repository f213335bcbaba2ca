import type { DiagramName } from '../src/protocol/server.ts';

/** An element that can be found by what is written on it. */
export interface Findable {
  readonly id: string;
  readonly label: string;
  /** What it is, as in "user task". */
  readonly kind: string;
  /** The diagram to choose for it; none where it is in the one on the screen. */
  readonly diagram?: DiagramName;
}

/** More than a person reads through: who sees so many writes another letter. */
const most = 50;

/**
 * The elements whose label has `query` in it, at most 50: those that begin with it first, then those where a word does,
 * then the others, each in the order given. Case, accents and the kind of blanks do not matter. All for an empty query.
 */
export function search(elements: readonly Findable[], query: string): readonly Findable[] {
  const wanted = folded(query);
  const ranks: Findable[][] = [[], [], []];
  for (const element of elements) {
    const label = folded(element.label);
    const at = label.indexOf(wanted);
    if (at >= 0) {
      const rank = at === 0 ? 0 : label.includes(` ${wanted}`) ? 1 : 2;
      ranks[rank]?.push(element);
    }
  }
  return ranks.flat().slice(0, most);
}

/** A text as it is compared: decomposed, without accents, in lower case, with single blanks. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
