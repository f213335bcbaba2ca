import { type ILookaheadStrategy, type IToken, LLkLookaheadStrategy, type TokenType } from 'chevrotain';
import { LOOKAHEAD } from './generated/lookahead.ts';
import { CASE_WORDS, STATEMENT_WORDS } from './statement-words.ts';

/** Two words decide everywhere in this grammar; a test builds its parser so. */
export const MAX_LOOKAHEAD = 2;

/** Where in a rule the parser decides. */
interface Place {
  readonly rule: { readonly name: string };
  readonly prodOccurrence: number;
}
type OptionalPlace = Place & Pick<Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0], 'prodType'>;

type AmbiguityCheck = InstanceType<typeof LLkLookaheadStrategy>['validateAmbiguousAlternationAlternatives'];
type AmbiguityOptions = Parameters<AmbiguityCheck>;
type Ambiguities = ReturnType<AmbiguityCheck>;

/** Reads tokens ahead; the parser is one. */
interface TokenReader {
  LA(distance: number): IToken;
}

/** Words that go on with a rule, but open a statement of their own if one of the tokens stands behind them. */
interface Opening {
  readonly words: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** Langium ends the names of its rules with a zero-width space. */
const RULE_MARK = '\u200B';

/** By rule. */
const openings: Readonly<Record<string, Opening>> = {
  // `start on message M or signal S`, but `start on message M` and then the gateway `or "Which?" {`.
  Triggers: { words: new Set(['or']), before: new Set(['ID', 'STRING', '{', 'with', '@']) },
  // `import "…" "…" namespace "…"`, but `import "…" "…"` and then the header `namespace p "…"`.
  Import: { words: new Set(['namespace']), before: new Set(['ID']) },
  // `join as or`, but a half-typed `join as` and then a gateway.
  Join: { words: new Set(['xor', 'or', 'parallel', 'complex']), before: new Set(['STRING', '{']) },
};

function ruleName({ name }: { readonly name: string }): string {
  return name.replace(RULE_MARK, '');
}

/** What the generated tables call a place of a rule where the parser decides. */
export function productionName(rule: { readonly name: string }, type: string, occurrence: number): string {
  return `${ruleName(rule)} ${type}${occurrence}`;
}

/**
 * Decides by the generated tables, which hold what Chevrotain would work out of the grammar at each start. And LL(2) at the end of a
 * rule too: there Chevrotain decides by one word whether the rule goes on, since it does not look at what may follow the
 * rule; where that word may open the next statement as well, the word behind it decides here.
 */
export class ProcedoLookahead extends LLkLookaheadStrategy {
  readonly #types: Readonly<Record<string, TokenType>>;

  /** @param types the types of the lexer, by name */
  constructor(types: Readonly<Record<string, TokenType>>) {
    super({ maxLookahead: MAX_LOOKAHEAD });
    this.#types = types;
  }

  /** The brace of a case, a collaboration or a scenario is a brace too; that is no ambiguity, as the rule that takes it alone comes first. */
  override validateAmbiguousAlternationAlternatives(...[rules, maxLookahead]: AmbiguityOptions): Ambiguities {
    const found = super.validateAmbiguousAlternationAlternatives(rules, maxLookahead);
    return found.filter(({ message }) => !/<(?:CASE|POOLS|SCENARIO)_OPEN/.test(message));
  }

  override buildLookaheadForAlternation({ rule, prodOccurrence }: Place): () => number | undefined {
    const choice = this.#choice(productionName(rule, 'Alternation', prodOccurrence));
    return function (this: TokenReader): number | undefined {
      return choice.of(this);
    };
  }

  override buildLookaheadForOptional({ rule, prodType, prodOccurrence }: OptionalPlace): () => boolean {
    const choice = this.#choice(productionName(rule, prodType, prodOccurrence));
    const opening = openings[ruleName(rule)];
    const mayMeetBody = ruleName(rule) === 'Rest';
    return function (this: TokenReader): boolean {
      if (choice.of(this) === undefined || (opening && opensStatement(opening, this))) return false;
      return !mayMeetBody || !opensBody(this);
    };
  }

  #choice(production: string): Choice {
    const alternatives = LOOKAHEAD[production];
    if (alternatives === undefined) throw new Error(`The grammar has a new ${production}: run \`npm run generate\`.`);
    return new Choice(alternatives, this.#types);
  }
}

function opensStatement({ words, before }: Opening, reader: TokenReader): boolean {
  if (!words.has(reader.LA(1).tokenType.name)) return false;
  const { name, CATEGORIES = [] } = reader.LA(2).tokenType;
  return before.has(name) || CATEGORIES.some((category) => before.has(category.name));
}

/** What opens a statement or an item, and nothing in `with`: names of the schema are left out. */
const bodyWords: ReadonlySet<string> = new Set(
  [...STATEMENT_WORDS, ...CASE_WORDS].filter(
    (word) => !['script', 'event', 'process', 'case', 'decision'].includes(word),
  ),
);

/** Vendors say no more than this before the first statement, or it is none of our business. */
const MOST_SKIPPED = 500;

/** `process p with`, half typed before the brace of its body: that is not the brace of the details. */
function opensBody(reader: TokenReader): boolean {
  if (reader.LA(1).image !== '{') return false;
  let at = 2;
  while (reader.LA(at).image === '@' && at < MOST_SKIPPED) at = behindExtension(reader, at);
  // A key that is being typed may be such a word so far.
  return bodyWords.has(reader.LA(at).tokenType.name) && !KEY_ENDS.has(reader.LA(at + 1).image);
}

const KEY_ENDS: ReadonlySet<string> = new Set([':', '}']);

/** The first token that does not stand on the lines of what a vendor says, or ends the block around it. */
function behindExtension(reader: TokenReader, from: number): number {
  let at = from;
  for (let parentheses = 0; at < from + MOST_SKIPPED; ) {
    const { image, endLine } = reader.LA(at++);
    if (image === '(') parentheses++;
    else if (image === ')') parentheses--;
    const next = reader.LA(at);
    if (parentheses <= 0 && (next.image === '}' || next.startLine !== endLine)) break;
  }
  return at;
}

/** An alternative, and the indices of the token types that must follow the first token, where that does not decide. */
interface Alternative {
  readonly index: number;
  readonly second: ReadonlySet<number> | undefined;
}

/** The alternatives of one place. Its table is made when it is first asked, as most texts use few rules. */
class Choice {
  readonly #alternatives: string;
  readonly #types: Readonly<Record<string, TokenType>>;
  #byFirst: ReadonlyMap<number, readonly Alternative[]> | undefined;
  /** The alternative that takes nothing. */
  #empty: number | undefined;

  /** @param alternatives as the generated table has them */
  constructor(alternatives: string, types: Readonly<Record<string, TokenType>>) {
    this.#alternatives = alternatives;
    this.#types = types;
  }

  /** Which alternative the next tokens open; the first, if several. */
  of(reader: TokenReader): number | undefined {
    this.#byFirst ??= this.#table();
    const alternatives = this.#byFirst.get(reader.LA(1).tokenTypeIdx);
    if (!alternatives) return this.#empty;
    for (const { index, second } of alternatives) {
      if (!second || second.has(reader.LA(2).tokenTypeIdx)) return index;
    }
    return this.#empty;
  }

  #table(): ReadonlyMap<number, readonly Alternative[]> {
    const table = new Map<number, Alternative[]>();
    for (const [index, paths] of this.#alternatives.split('\n').entries()) {
      for (const path of paths.split('\t')) {
        if (path === '') {
          // What stands behind it is never reached.
          this.#empty = index;
          return table;
        }
        const [first = '', second] = path.split(' ');
        const alternative = { index, second: second === undefined ? undefined : new Set(this.#indices(second)) };
        for (const type of this.#indices(first)) {
          const known = table.get(type);
          if (known) known.push(alternative);
          else table.set(type, [alternative]);
        }
      }
    }
    return table;
  }

  /** Of the token type and of all that belong to it as a category. */
  #indices(name: string): number[] {
    const { tokenTypeIdx, categoryMatches = [] } = this.#types[name] ?? {};
    if (tokenTypeIdx === undefined) throw new Error(`The lexer has no token ${name}: run \`npm run generate\`.`);
    return [tokenTypeIdx, ...categoryMatches];
  }
}
