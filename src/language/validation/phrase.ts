/** Of what phrases are made: their patterns see texts and expressions as `§` between their quotes. */
export const ID = "(?:[\\p{L}_][\\p{L}\\p{N}_.-]*|'§*')";
export const LABEL = '"§*"';
export const VERB = '[a-z]+(?:-[a-z]+)*';
const KINDS = 'human|process|case|decision|task|stage|milestone|timer|user\\s+event|event|fragment';
const CLAUSES =
  'required|repeat|manual|enter|exit|autocomplete|non-blocking|by|runs|reads|writes|with|after|at|every|from|if';
/** The beginning of the line of a plan item, up to its clauses. */
export const ITEM = `^\\s*(?:discretionary\\s+)?(?:${KINDS})(?:\\s+(?!(?:${CLAUSES})\\b)${ID})?(?:\\s*${LABEL})?`;

export type Groups = readonly (string | undefined)[];

export interface Phrase {
  /** With the flags `d` and `u`. */
  readonly pattern: RegExp;
  /** @param groups as the text has them, the whole match first */
  readonly message: (groups: Groups) => string;
  /** What is put in place of the match; nothing where a person has to decide. */
  readonly text?: (groups: Groups) => string | undefined;
  /** The language reads it as something else, and only warns. */
  readonly isRead?: true;
  /** The phrase is one only where a problem of this code begins with it. */
  readonly only?: string;
}

/** Words that stand for one of the language, whatever is around them. */
export function wordPhrase(pattern: string, word: string, advice = `Write \`${word}\`.`): Phrase {
  return { pattern: new RegExp(pattern, 'du'), message: () => advice, text: () => word };
}
