/** The tokens of a text as the formatter sees them: what each begins, and in which braces it stands. */
import { type AstNode, AstUtils, CstUtils, GrammarAST, type LeafCstNode, type ParseResult } from 'langium';
import { isBlock, isCaseBlock } from '../generated/ast.ts';
import { siblingsOf, statementOf } from './indentation.ts';

export interface Token {
  readonly text: string;
  /** Name of its type in the grammar; that of a keyword is its text. */
  readonly type: string;
  readonly isComment: boolean;
  readonly offset: number;
  readonly end: number;
  /** Line breaks between the token before it and this one. */
  readonly breaks: number;
  /** What it is the first token of, where that stands in a list: a statement, a detail, an extension, a line of a scenario. */
  readonly opens: AstNode | undefined;
  readonly leaf: LeafCstNode;
  /** Index of the brace that opens the group around it, -1 at the root. A brace stands in the group around its own. */
  readonly group: number;
  /** Of a brace that opens a group: index of the one that closes it. */
  readonly closer: number | undefined;
  /** Of a brace that closes a group: index of the one that opens it. */
  readonly opener: number | undefined;
  /** The blanks at the head of the line in which it begins. */
  readonly indentation: string;
}

/** Undefined where the text has mistakes of syntax, or something that is in no token: then nobody knows what belongs to what. */
export function tokensOf(text: string, { value, lexerErrors, parserErrors }: ParseResult): Token[] | undefined {
  if (lexerErrors.length > 0 || parserErrors.length > 0) return undefined;
  const leaves = value.$cstNode ? CstUtils.flattenCst(value.$cstNode).toArray() : [];
  const groups = groupsOf(leaves);
  if (!groups) return undefined;
  const tokens: Token[] = [];
  let done = 0;
  let indentation = '';
  for (const [index, leaf] of leaves.entries()) {
    const gap = text.slice(done, leaf.offset);
    if (!isBlank(gap)) return undefined;
    done = leaf.end;
    const breaks = lineBreaksIn(gap);
    if (breaks > 0 || index === 0) indentation = /[^\r\n]*$/.exec(gap)?.[0] ?? '';
    tokens.push({
      text: leaf.text,
      type: leaf.tokenType.name,
      isComment: leaf.hidden,
      offset: leaf.offset,
      end: leaf.end,
      breaks,
      indentation,
      opens: leaf.hidden ? undefined : openedBy(leaf),
      leaf,
      group: groups.around[index] ?? -1,
      closer: groups.closers.get(index),
      opener: groups.openers.get(index),
    });
    // What follows a text of several lines stands in its last one.
    if (lineBreaksIn(leaf.text) > 0) indentation = /[^\S\r\n]*(?=[^\r\n]*$)/.exec(leaf.text)?.[0] ?? '';
  }
  return isBlank(text.slice(done)) ? tokens : undefined;
}

/** The rule of the grammar that a keyword stands in. */
export function ruleOf({ leaf }: Pick<Token, 'leaf'>): string | undefined {
  return leaf.grammarSource && AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule)?.name;
}

/** Whether the block of an element opens here, and not what `with` or a scenario holds. */
export function isBlockBrace({ leaf, closer }: Token): boolean {
  return (
    closer !== undefined && (isBlock(leaf.astNode) || isCaseBlock(leaf.astNode) || ruleOf({ leaf }) === 'Collaboration')
  );
}

/** Whether a list of a scenario's values opens here. */
function isListBracket(leaf: LeafCstNode): boolean {
  return leaf.astNode.$type === 'ListValue';
}

interface Groups {
  readonly around: readonly number[];
  readonly closers: ReadonlyMap<number, number>;
  readonly openers: ReadonlyMap<number, number>;
}

/** Undefined where braces do not balance. */
function groupsOf(leaves: readonly LeafCstNode[]): Groups | undefined {
  const around: number[] = [];
  const closers = new Map<number, number>();
  const openers = new Map<number, number>();
  const open: number[] = [];
  for (const [index, leaf] of leaves.entries()) {
    if (leaf.text === '}' || (leaf.text === ']' && isListBracket(leaf))) {
      const opener = open.pop();
      if (opener === undefined) return undefined;
      closers.set(opener, index);
      openers.set(index, opener);
    }
    around.push(open.at(-1) ?? -1);
    if (leaf.text === '{' || (leaf.text === '[' && isListBracket(leaf))) open.push(index);
  }
  return open.length === 0 ? { around, closers, openers } : undefined;
}

function openedBy(leaf: LeafCstNode): AstNode | undefined {
  const statement = statementOf(leaf.astNode);
  return statement?.$cstNode?.offset === leaf.offset ? statement : undefined;
}

/** Whether the statement is held by a word before it, `in clerk` or `discretionary`, and goes on in its line. */
export function isHeld(statement: AstNode): boolean {
  const before = siblingsOf(statement)[(statement.$containerIndex ?? 0) - 1];
  return before?.$type === 'Discretionary' || (before?.$type === 'InLane' && !('body' in before && before.body));
}

/** Half typed, or behind what is half typed: nobody knows yet where that ends. */
export function isUnknown(node: AstNode): boolean {
  const before = siblingsOf(node)[(node.$containerIndex ?? 0) - 1];
  return [node, before].some((one) => one !== undefined && /^(Unknown|Stray)/.test(one.$type));
}

function isBlank(text: string): boolean {
  return /^[\s\uFEFF]*$/.test(text);
}

export function lineBreaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
