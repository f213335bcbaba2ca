/**
 * A file has three vocabularies: that of processes, which its root speaks too, that of cases, and that of scenarios. A word of the one is a
 * name like any other in the others, so that a process may hold a `file` and a case a `message`. Tests hold these lists to the grammar.
 */
import type { IToken, TokenType } from 'chevrotain';
import { closestTo } from '../../base/spelling.ts';
import { ROOT_WORDS } from '../statement-words.ts';
import { RESERVED_IN_CASES, RESERVED_WORDS } from './reserved-words.ts';
import { isScenarioWord, SCENARIO_WORDS } from './scenario-words.ts';

/** Keywords of processes alone. */
export const PROCESS_WORDS: ReadonlySet<string> = new Set([
  ...['start', 'catch', 'throw', 'end', 'on', 'non-interrupting'],
  ...['service', 'send', 'receive', 'script', 'rule', 'call', 'subprocess', 'transaction', 'adhoc'],
  ...['xor', 'or', 'parallel', 'race', 'complex', 'join', 'otherwise', 'branch', 'next', 'none', 'default'],
  ...['loop', 'while', 'test-before', 'max', 'for', 'each', 'of', 'times', 'sequential', 'until'],
  ...['message', 'error', 'signal', 'escalation', 'condition', 'compensation', 'link', 'cancel', 'terminate', 'code'],
  ...['in', 'lane', 'data', 'store', 'input', 'output', 'group'],
  ...['pool', 'collaboration', 'executable', 'item', 'define', 'definitions', 'namespace', 'import', 'scenario'],
]);

/** Keywords of cases alone. */
export const CASE_ONLY_WORDS: ReadonlySet<string> = new Set([
  ...['role', 'file', 'targets', 'stage', 'fragment', 'human', 'milestone', 'discretionary'],
  ...['enter', 'exit', 'through', 'required', 'repeat', 'autocomplete', 'non-blocking', 'by'],
]);

/** Keywords of scenarios alone. */
export const SCENARIO_ONLY_WORDS: ReadonlySet<string> = new Set(
  [...SCENARIO_WORDS].filter(
    (word) => !PROCESS_WORDS.has(word) && !RESERVED_WORDS.has(word) && !RESERVED_IN_CASES.has(word),
  ),
);

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

/** Follows a text token by token: how deep its blocks are, and whether a case or a scenario is around. */
export class Surroundings {
  depth = 0;
  inCase = false;
  inScenario = false;
  inCollaboration = false;
  /** The word that the root element at hand opens with, if it is none of the language. */
  unknown: string | undefined;
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
      if (ROOTS.has(tokenType.name) && !this.#isName(token)) {
        this.inCase = tokenType.name === 'case';
        this.inScenario = tokenType.name === 'scenario';
        this.inCollaboration = tokenType.name === 'collaboration';
        this.unknown = undefined;
      } else if (this.#before === '}' || startColumn === 1) this.unknown = image;
    }
    if (!image.startsWith('"""')) this.#before = image;
    this.#line = token.endLine;
  }

  /**
   * `exit when message occurs`, `scenario late for case`: a word of processes that a case has for a name, on the line of what asks for one.
   * `scenario` itself opens something only as the first word of a line, or behind a block.
   */
  #isName({ tokenType, startLine }: IToken): boolean {
    const isOnLine = startLine === this.#line;
    if (tokenType.name === 'scenario') return isOnLine && this.#before !== '}';
    if (this.inScenario) return isOnLine && (this.#before === 'for' || this.#before === 'scenario');
    return this.inCase && PROCESS_WORDS.has(tokenType.name) && BEFORE_NAMES.has(this.#before) && isOnLine;
  }
}

/** In the header of a case a name stands behind these. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(['case', 'exit', 'when', 'and', 'through', '.']);

/**
 * Makes names of the keywords that are none where they stand. Changes the tokens.
 * @param types the types of the lexer, by name
 */
export function speakByPlace(tokens: readonly IToken[], types: Readonly<Record<string, TokenType>>): void {
  const { WORD: word, LINE_WORD: lineWord } = types;
  const { CASE_OPEN: caseOpen, POOLS_OPEN: poolsOpen, SCENARIO_OPEN: scenarioOpen } = types;
  if (!word || !caseOpen || !poolsOpen || !scenarioOpen || !lineWord)
    throw new Error('The grammar has lost a terminal.');
  const around = new Surroundings();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    around.next(token);
    const { name } = token.tokenType;
    if (name === '{' && around.depth === 1 && around.unknown !== undefined) {
      around.inScenario ||= closestTo(around.unknown, ['scenario']) !== undefined;
      around.inCase ||= !around.inScenario && holdsItems(tokens, index + 1);
    }
    if (name === '{' && around.inScenario && around.depth === 1) retype(token, scenarioOpen);
    else if (around.inScenario) {
      if (isWord(token) && !isKeywordOfScenario(tokens, index, around)) retype(token, word);
      if (around.depth === 1 && token.tokenType === word && opensLine(tokens, index)) retype(token, lineWord);
    } else if (SCENARIO_ONLY_WORDS.has(name) || (name === 'scenario' && !around.inScenario)) retype(token, word);
    else if (isEachName(tokens, index)) retype(token, word);
    else if (name === 'process' && isDefined(tokens[index - 1], token)) retype(token, word);
    else if (name === '{' && around.inCase && around.depth === 1) retype(token, caseOpen);
    else if (name === '{' && around.inCollaboration && around.depth === 1) retype(token, poolsOpen);
    else if (around.inCase ? PROCESS_WORDS.has(name) : CASE_ONLY_WORDS.has(name)) retype(token, word);
    else if (around.inCase) continue;
    else if (name === 'case') retype(token, word);
    else if (RESERVED_IN_CASES.has(name)) retype(token, types[softName(name)] ?? token.tokenType);
  }
}

/** Whether a word is the first of its line, and nothing above goes on with a name. */
function opensLine(tokens: readonly IToken[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return before?.endLine !== token?.startLine && !GOES_ON.has(before?.image ?? '');
}

const GOES_ON: ReadonlySet<string> = new Set([',', '->', '.']);

function isWord({ tokenType }: IToken): boolean {
  return /^[a-z][a-z-]*$/.test(tokenType.name);
}

/** In the header of a scenario only its own two words are keywords, where no name is due. */
function isKeywordOfScenario(tokens: readonly IToken[], index: number, { depth }: Surroundings): boolean {
  const token = tokens[index] as IToken;
  const before = tokens.slice(Math.max(0, index - 2), index);
  if (depth > 0) return isScenarioWord(token, { before, next: tokens[index + 1], depth });
  const last = before.at(-1);
  const isName = last?.endLine === token.startLine && last?.tokenType.name === 'for';
  return !isName && (token.image === 'for' || token.image === 'scenario');
}

/** Whether a block holds a case, by its first words behind what vendors say: its header may be half typed. */
export function holdsItems(tokens: readonly IToken[], first: number): boolean {
  const start = behindExtensions(tokens, first);
  const [word, next] = [tokens[start]?.image ?? '', tokens[start + 1]?.image];
  return CASE_ITEM_WORDS.has(word) || (word === 'user' && next === 'event');
}

/** The first token of a line, outside of parentheses, that opens no extension. */
function behindExtensions(tokens: readonly IToken[], first: number): number {
  if (tokens[first]?.image !== '@') return first;
  let open = 0;
  let at = first;
  for (; at < tokens.length; at++) {
    const image = tokens[at]?.image;
    if (image === '(') open++;
    else if (image === ')') open--;
    else if (open === 0 && image !== '@' && tokens[at - 1]?.endLine !== tokens[at]?.startLine) break;
  }
  return at;
}

/** `for each item of items`: between these two nothing but a name can stand. */
function isEachName(tokens: readonly IToken[], index: number): boolean {
  return tokens[index - 1]?.image === 'each' && tokens[index + 1]?.image === 'of' && isWord(tokens[index] as IToken);
}

/** `define process` declares one that is elsewhere; below a half-typed `define` the next line is a process as ever. */
function isDefined(before: IToken | undefined, { startLine }: IToken): boolean {
  return before?.tokenType.name === 'define' && before.startLine === startLine;
}

/** Makes a token one of another type. */
export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
}
