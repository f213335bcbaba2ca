import { nameWords, startsXmlName } from './xml-name.ts';

/** Longer labels are cut for their id, at a word where one ends before. */
const LONGEST = 48;

/** The id that a label suggests, in camel case: `"Check it"` is checkIt, `"48 h"` is _48H. Undefined if it has no letter or digit. */
export function idFromLabel(label: string): string | undefined {
  const [first, ...rest] = nameWords(label.slice(0, 4 * LONGEST));
  if (first === undefined) return undefined;
  let id = decapitalize(first).slice(0, LONGEST);
  for (const word of rest) {
    if (id.length + word.length > LONGEST) break;
    id += capitalize(word);
  }
  return startsXmlName(id) ? id : `_${id}`;
}

/** `"Check"`: check; an abbreviation as a whole: `"KYC"`: kyc. */
function decapitalize(word: string): string {
  const upper = word === word.toUpperCase();
  return upper ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

/** The word with its first letter in upper case. */
export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Ids given out so far; makes each new one unlike all of them, in constant time. */
export class IdPool {
  private readonly taken: Set<string>;
  /** Per base: the number that the last id made of it ended with. */
  private readonly counters = new Map<string, number>();

  /** @param taken ids that no new one may equal, at whatever place of the document they stand. */
  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  /** `base`, or with the first number that makes it new: check, check2, check3; after a digit check1_2. */
  fresh(base: string): string {
    let id = base;
    for (let n = this.counters.get(base) ?? 1; this.taken.has(id); ) {
      n += 1;
      id = /\d$/.test(base) ? `${base}_${n}` : `${base}${n}`;
      this.counters.set(base, n);
    }
    this.taken.add(id);
    return id;
  }
}
