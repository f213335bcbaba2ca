/**
 * A file has two vocabularies: that of processes, which its root speaks too, and that of cases. A word of the one is a name like any
 * other in the other, so that a process may hold a `file` and a case a `message`. Tests hold these lists to the grammar.
 */
import type { IToken, TokenType } from 'chevrotain';
import { ROOT_WORDS } from '../statement-words.ts';
import { RESERVED_IN_CASES, RESERVED_WORDS } from './reserved-words.ts';

/** Keywords of processes alone. */
export const PROCESS_WORDS: ReadonlySet<string> = new Set([
  ...['start', 'catch', 'throw', 'end', 'on', 'non-interrupting'],
  ...['service', 'send', 'receive', 'script', 'rule', 'call', 'subprocess', 'transaction', 'adhoc'],
  ...['xor', 'or', 'parallel', 'race', 'complex', 'join', 'otherwise', 'branch', 'none', 'default'],
  ...['loop', 'while', 'test-before', 'max', 'for', 'each', 'of', 'times', 'sequential', 'until'],
  ...['message', 'error', 'signal', 'escalation', 'condition', 'compensation', 'link', 'cancel', 'terminate', 'code'],
  ...['in', 'lane', 'data', 'store', 'input', 'output', 'group'],
  ...['pool', 'collaboration', 'executable', 'item', 'define', 'definitions', 'namespace', 'import'],
]);

/** Keywords of cases alone. */
export const CASE_ONLY_WORDS: ReadonlySet<string> = new Set([
  ...['role', 'file', 'targets', 'stage', 'fragment', 'human', 'milestone', 'discretionary'],
  ...['enter', 'exit', 'through', 'required', 'repeat', 'autocomplete', 'non-blocking', 'by'],
]);

/** Those that open a line of a case. */
const CASE_ITEM_WORDS: ReadonlySet<string> = new Set([
  ...['role', 'file', 'stage', 'fragment', 'human', 'milestone', 'discretionary', 'case'],
]);

/** Keywords of both that are names in a process. */
export const SOFT_IN_PROCESSES: readonly string[] = [...RESERVED_IN_CASES].filter(
  (word) => !RESERVED_WORDS.has(word) && !CASE_ONLY_WORDS.has(word),
);

/** Name of the token that a keyword is in a process, where it is reserved in cases alone. */
export function softName(word: string): string {
  return `SOFT_${word}`;
}

const ROOTS: ReadonlySet<string> = new Set(ROOT_WORDS);

/** Follows a text token by token: how deep its blocks are, and whether a case is around. */
export class Surroundings {
  depth = 0;
  inCase = false;
  /** Whether the root element at hand opens with a word that is none of the language. */
  isUnknown = false;
  #parentheses = 0;
  #before = '';
  #line: number | undefined;

  /** Takes the next token. What is known then is what holds for that token, behind it if it is a brace. */
  next(token: IToken): void {
    const { image, tokenType, startColumn } = token;
    if (image === '{') this.depth++;
    else if (image === '}') this.depth--;
    else if (image === '(') this.#parentheses++;
    else if (image === ')') this.#parentheses--;
    // The name of a vendor's attribute (`@v:process = "…"`) opens nothing.
    else if (this.depth <= 0 && this.#parentheses <= 0 && this.#before !== ':' && this.#before !== '@') {
      const isRoot = ROOTS.has(tokenType.name) && !this.#isName(token);
      if (isRoot) this.inCase = tokenType.name === 'case';
      if (isRoot) this.isUnknown = false;
      else if (this.#before === '}' || startColumn === 1) this.isUnknown = true;
    }
    if (!image.startsWith('"""')) this.#before = image;
    this.#line = token.endLine;
  }

  /** `exit when message occurs`: a word of processes that a case has for a name, on the line of what asks for one. */
  #isName({ tokenType, startLine }: IToken): boolean {
    return (
      this.inCase && PROCESS_WORDS.has(tokenType.name) && BEFORE_NAMES.has(this.#before) && startLine === this.#line
    );
  }
}

/** In the header of a case a name stands behind these. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(['case', 'exit', 'when', 'and', 'through', '.']);

/**
 * Makes names of the keywords that are none where they stand. Changes the tokens.
 * @param types the types of the lexer, by name
 */
export function speakByPlace(tokens: readonly IToken[], types: Readonly<Record<string, TokenType>>): void {
  const { WORD: word, CASE_OPEN: caseOpen } = types;
  if (!word || !caseOpen) throw new Error('The grammar has no WORD or CASE_OPEN.');
  const around = new Surroundings();
  for (const [index, token] of tokens.entries()) {
    around.next(token);
    const { name } = token.tokenType;
    if (name === '{' && around.depth === 1 && holdsItems(tokens, index + 1)) around.inCase ||= around.isUnknown;
    if (name === 'process' && isDefined(tokens[index - 1], token)) retype(token, word);
    else if (name === '{' && around.inCase && around.depth === 1) retype(token, caseOpen);
    else if (around.inCase ? PROCESS_WORDS.has(name) : CASE_ONLY_WORDS.has(name)) retype(token, word);
    else if (around.inCase) continue;
    else if (name === 'case') retype(token, word);
    else if (RESERVED_IN_CASES.has(name)) retype(token, types[softName(name)] ?? token.tokenType);
  }
}

/** Whether a block holds a case, by its first words: its header may be half typed. */
function holdsItems(tokens: readonly IToken[], first: number): boolean {
  const [word, next] = [tokens[first]?.image ?? '', tokens[first + 1]?.image];
  return CASE_ITEM_WORDS.has(word) || (word === 'user' && next === 'event');
}

/** `define process` declares one that is elsewhere; below a half-typed `define` the next line is a process as ever. */
function isDefined(before: IToken | undefined, { startLine }: IToken): boolean {
  return before?.tokenType.name === 'define' && before.startLine === startLine;
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
}
