import type { IToken, TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider } from 'langium';
import { RESERVED_WORDS } from './lexing/reserved-words.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

interface Found {
  readonly actual: IToken;
}

/** What the parser says of a text that it cannot read: what to do, in the words of the language. */
export class ProcedoParserMessages extends AbstractParserErrorMessageProvider {
  override buildMismatchTokenMessage({
    expected,
    actual,
    previous,
  }: Found & { readonly expected: TokenType; readonly previous: IToken }): string {
    if (expected.name === ')' && (previous.image === '(' || previous.image === ',') && !/^[)}]?$/.test(actual.image))
      return `Give ${shown(actual)} a name, as \`name: "…"\`: only a text in double quotes stands without one.`;
    if (expected.name === 'EOF') return misplacedAtRoot(actual);
    const missing = EXPECTING[expected.name];
    return missing ? `${missing} before ${shown(actual)}.` : misplaced(actual);
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: { readonly firstRedundant: IToken }): string {
    return misplacedAtRoot(firstRedundant);
  }

  override buildNoViableAltMessage({ actual }: { readonly actual: IToken[] }): string {
    return misplaced(actual[0]);
  }

  override buildEarlyExitMessage({ actual }: { readonly actual: IToken[] }): string {
    return misplaced(actual[0]);
  }
}

/** What is missing where exactly one token could go on. (`}` is none of these: any statement could stand before it.) */
const EXPECTING: Readonly<Record<string, string>> = {
  '{': 'Put a `{`',
  ':': 'Put a `:`',
  ')': 'Put a `)` or a `,`',
  ']': 'Put a `]`',
  ID: 'Put a name',
  STRING: 'Put a text between double quotes',
};

/** What only the head of a file has. */
const HEAD_WORDS: ReadonlySet<string> = new Set(['namespace', 'language', 'import', 'definitions']);

/** The root of a file does not take what opens a statement of a process, nor what stands in its head. */
function misplacedAtRoot(token: IToken): string {
  if (HEAD_WORDS.has(token.image))
    return `\`${token.image}\` stands at the head of a file. Put its line before the first element.`;
  if (!STATEMENT_WORDS.includes(token.image)) return misplaced(token);
  return `\`${token.image}\` stands in a process. Put it into the block of one: \`process name { … }\`.`;
}

/** What stands before a label, and is written behind it. */
const BEFORE_LABELS: Readonly<Record<string, string>> = {
  as: '`as` and the id behind it stand before the label. (A step needs no `as`: `task check "Check it"`.)',
  'non-interrupting': '`non-interrupting` stands right behind the trigger, before `as` and the label.',
};

/** What is said of an element behind its label. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set([
  ...['reads', 'writes', 'loop', 'for', 'runs'],
  ...['enter', 'exit', 'required', 'repeat', 'manual', 'autocomplete', 'non-blocking', 'by', 'targets'],
]);

function misplaced(token: IToken | undefined): string {
  if (!token || token.tokenType.name === 'EOF') return 'The text ends within a statement. Complete it.';
  const { image } = token;
  const advice = Object.hasOwn(BEFORE_LABELS, image) ? BEFORE_LABELS[image] : undefined;
  if (advice !== undefined) return advice;
  if (CLAUSE_WORDS.has(token.tokenType.name))
    return `\`${image}\` stands behind the label of an element, before its \`with\` and its block, and not every kind has it. Move it there, or remove it.`;
  if (RESERVED_WORDS.has(image)) {
    return `\`${image}\` cannot stand here. If it is meant as a name, write it in single quotes: '${image}'.`;
  }
  if (image.startsWith('"'))
    return `${shown(token)} does not belong to anything here. Remove it, or put the word before it that it labels, such as \`task\`.`;
  return `${shown(token)} cannot stand here. Remove it, or begin a statement with a word such as \`task\`, \`xor\` or \`end\`.`;
}

function shown(token: IToken): string {
  if (token.tokenType.name === 'EOF') return 'the end of the text';
  const line = token.image.split(/[\r\n]/, 1)[0] ?? '';
  return `\`${line.length > 30 ? `${line.slice(0, 30)}…` : line}\``;
}
