/** Longer labels are cut for their id, at a word where one ends before. */
const LONGEST = 48;

/**
 * The id that a label suggests, in camel case: `"Check it"` is checkIt, `"48 h"` is _48H, `"Vérifier"` is verifier. Only Latin
 * letters without accents: XML takes any letter in an id, but many readers of BPMN do not. Undefined where the label is
 * in another alphabet, or has no letter or digit.
 */
export function idFromLabel(label: string): string | undefined {
  const latin = toBasicLatin(label.slice(0, 4 * LONGEST));
  const [first, ...rest] = latin.match(/[A-Za-z0-9_]+/g) ?? [];
  if (first === undefined || isMostlyForeign(latin)) return undefined;
  let id = decapitalize(first).slice(0, LONGEST);
  for (const word of rest) {
    if (id.length + word.length > LONGEST) break;
    id += capitalize(word);
  }
  return /^[A-Za-z_]/.test(id) ? id : `_${id}`;
}

/** Latin letters that are no letter with an accent. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

/** Most labels have no other letters. */
const BASIC_LATIN = /^[\0-\x7F]*$/;

/** The text with its accents taken off. */
function toBasicLatin(text: string): string {
  if (BASIC_LATIN.test(text)) return text;
  const plain = text.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
  return plain.replace(/[ßæÆœŒøØđĐłŁþðı]/g, (letter) => SPELLED[letter] ?? letter);
}

/** Whether more letters would be left out of the id than stay in it. */
function isMostlyForeign(text: string): boolean {
  if (BASIC_LATIN.test(text)) return false;
  const foreign = text.match(/[^\P{L}A-Za-z]/gu)?.length ?? 0;
  return foreign > 0 && foreign >= (text.match(/[A-Za-z]/g)?.length ?? 0);
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
