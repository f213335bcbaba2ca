import { Lexer, type TokenType } from 'chevrotain';
import { DefaultTokenBuilder, type GrammarAST, stream } from 'langium';
import { KEYWORDS } from '../generated/lookahead.ts';
import { openTokens } from './open-tokens.ts';
import { RESERVED_IN_CASES, RESERVED_WORDS } from './reserved-words.ts';
import { SCENARIO_ONLY_WORDS, SOFT_IN_PROCESSES, softName } from './vocabulary.ts';

const KEYWORD = /^[a-z][a-z-]*$/;

/**
 * Makes the tokens that Langium makes, without its search of the whole grammar for keywords, and `ID` and `RESERVED` categories instead of
 * tokens: `ID` of words and soft keywords, `RESERVED` of the other keywords. So a soft keyword (`file`, `each`) is an id wherever the grammar takes one, without a word of it in the grammar.
 */
export class ProcedoTokenBuilder extends DefaultTokenBuilder {
  readonly #keywords: readonly string[];

  /** @param keywords of the grammar, the longest first */
  constructor(keywords: readonly string[] = KEYWORDS) {
    super();
    this.#keywords = keywords;
  }

  override buildTokens(grammar: GrammarAST.Grammar): TokenType[] {
    const terminals = this.buildTerminalTokens(stream(grammar.rules));
    // A keyword that goes on with more letters is a word.
    const words = terminals.filter(({ name }) => name === 'WORD');
    const keywords = this.#keywords.map((word) => ({
      name: word,
      PATTERN: word,
      LONGER_ALT: KEYWORD.test(word) ? words : [],
    }));
    const tokens: TokenType[] = [...keywords, ...terminals];
    const named = new Map(tokens.map((token) => [token.name, token]));
    const id = tokenNamed(named, 'ID');
    const reserved = tokenNamed(named, 'RESERVED');
    // Never lexed: a pattern that the lexer would try, though in vain, costs it its choice by first letter.
    id.PATTERN = Lexer.NA;
    reserved.PATTERN = Lexer.NA;
    tokenNamed(named, 'WORD').CATEGORIES = [id];
    tokenNamed(named, 'LINE_WORD').PATTERN = Lexer.NA;
    for (const name of ['CASE_OPEN', 'POOLS_OPEN', 'SCENARIO_OPEN']) {
      const brace = tokenNamed(named, name);
      brace.PATTERN = Lexer.NA;
      brace.CATEGORIES = [tokenNamed(named, '{')];
    }
    for (const token of tokens) {
      if (typeof token.PATTERN === 'string' && KEYWORD.test(token.name)) {
        token.CATEGORIES = [isReserved(token.name) ? reserved : id];
      }
    }
    return [
      ...withOpenTokens(tokens, named),
      ...SOFT_IN_PROCESSES.map((word) => softToken(tokenNamed(named, word), id)),
    ];
  }
}

function isReserved(word: string): boolean {
  return (
    RESERVED_WORDS.has(word) || RESERVED_IN_CASES.has(word) || SCENARIO_ONLY_WORDS.has(word) || word === 'scenario'
  );
}

/** A keyword that is a name too. It is never lexed: the lexer makes keywords of cases to it in processes. */
function softToken(keyword: TokenType, id: TokenType): TokenType {
  return { name: softName(keyword.name), PATTERN: Lexer.NA, CATEGORIES: [keyword, id] };
}

/** The token of that name; the grammar has it, or the grammar and this file have drifted apart. */
function tokenNamed(named: ReadonlyMap<string, TokenType>, name: string): TokenType {
  const token = named.get(name);
  if (!token) throw new Error(`The grammar has no terminal ${name}.`);
  return token;
}

/** Each token that may be left unclosed, followed by its unclosed form: the first that matches wins. */
function withOpenTokens(tokens: readonly TokenType[], named: ReadonlyMap<string, TokenType>): TokenType[] {
  const openOf = new Map(openTokens((name) => tokenNamed(named, name)).map((open) => [open.closed, open]));
  return tokens.flatMap((token) => {
    const open = openOf.get(token);
    if (!open) return [token];
    if (open.closedPattern) Object.assign(token, open.closedPattern);
    return open.token ? [token, open.token] : [token];
  });
}
