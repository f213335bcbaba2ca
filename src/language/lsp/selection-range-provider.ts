import { type AstNode, type CstNode, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { Position, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { feelNodesAt, isJuel } from '../../expressions/index.ts';
import {
  type Block,
  type CaseBlock,
  type Expression,
  isBlock,
  isCaseBlock,
  isExpression,
  type Statement,
} from '../generated/ast.ts';
import { groupStatements } from '../grouping.ts';
import { languageOf } from '../texts.ts';
import { ownerOf } from '../validation/surroundings.ts';

/** A stretch of the text as offsets; `end` is exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const QUOTES = ['"""', '```', '"', '`', "'"];

/**
 * Grows a selection as the text is built: the text between quotes (part by part in FEEL), the token, the clause, the head of the statement, the statement, what
 * attaches to it, all statements of the block, the block with its braces, and so on up to the file.
 */
export class SelectionRangeProvider {
  getSelectionRanges(document: LangiumDocument, { positions }: SelectionRangeParams): SelectionRange[] {
    return positions.map((position) => selectionRange(document, position));
  }
}

function selectionRange(document: LangiumDocument, position: Position): SelectionRange {
  const text = document.textDocument;
  const offset = text.offsetAt(position);
  const file = { start: 0, end: text.getText().length };
  const fitting = stretchesAt(document, offset)
    .filter(({ start, end }) => start <= offset && offset <= end && end > start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  // Each range lies in the next; what only overlaps (a label that ends where an id begins) is left out.
  const chain: Stretch[] = [];
  for (const one of [...fitting, file]) {
    const inner = chain.at(-1);
    if (inner && (one.start > inner.start || one.end < inner.end)) continue;
    if (!inner || one.start < inner.start || one.end > inner.end) chain.push(one);
  }
  return (
    chain.reduceRight<SelectionRange | undefined>(
      (parent, { start, end }) => ({ range: { start: text.positionAt(start), end: text.positionAt(end) }, parent }),
      undefined,
    ) ?? { range: { start: position, end: position } }
  );
}

/** All stretches that a selection at `offset` could grow to, in any order. */
function stretchesAt(document: LangiumDocument, offset: number): Stretch[] {
  const root = document.parseResult.value.$cstNode;
  const leaves = root ? [leafAt(root, offset), offset > 0 ? leafAt(root, offset - 1) : undefined] : [];
  const stretches: Stretch[] = [];
  for (const leaf of leaves) {
    if (!leaf) continue;
    stretches.push(stretchOf(leaf), ...betweenQuotes(leaf), ...insideFeel(leaf, offset));
    for (let node: AstNode | undefined = leaf.astNode; node; node = node.$container)
      stretches.push(...stretchesOf(node));
  }
  return stretches;
}

/** The token at `offset`, or else the one before it: its element is what a caret between tokens is in. */
function leafAt(root: CstNode, offset: number): CstNode | undefined {
  return CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeBeforeOffset(root, offset);
}

function stretchOf({ offset, end }: CstNode): Stretch {
  return { start: offset, end };
}

function betweenQuotes({ text, offset, end }: CstNode): Stretch[] {
  const quote = QUOTES.find((one) => text.startsWith(one) && text.endsWith(one) && text.length > 2 * one.length);
  return quote ? [{ start: offset + quote.length, end: end - quote.length }] : [];
}

/** The parts of an expression in FEEL that are around the caret. */
function insideFeel(leaf: CstNode, offset: number): Stretch[] {
  const node = leaf.astNode;
  const [inner] = betweenQuotes(leaf);
  if (!isExpression(node) || !inner || !isFeel(node)) return [];
  const code = leaf.text.slice(inner.start - leaf.offset, inner.end - leaf.offset);
  const at = Math.min(Math.max(offset - inner.start, 0), code.length);
  return feelNodesAt(code, at).map(({ from, to }) => ({ start: inner.start + from, end: inner.start + to }));
}

function isFeel(expression: Expression): boolean {
  const language = languageOf(expression);
  return (language === undefined || /feel/i.test(language)) && !isJuel(expression.text ?? '');
}

function stretchesOf(node: AstNode): Stretch[] {
  const { $cstNode } = node;
  if (!$cstNode) return [];
  if (isBlock(node) || isCaseBlock(node)) return [stretchOf($cstNode), ...insideOf(node)];
  return [stretchOf($cstNode), ...headOf(node, $cstNode), ...withAttached(node)];
}

/** From the first to the last statement between the braces. */
function insideOf(block: Block | CaseBlock): Stretch[] {
  const statements: readonly AstNode[] = isBlock(block) ? block.statements : block.items;
  const [first, last] = [statements[0]?.$cstNode, statements.at(-1)?.$cstNode];
  return first && last ? [{ start: first.offset, end: last.end }] : [];
}

/** A statement up to its block. */
function headOf(node: AstNode, { offset }: CstNode): Stretch[] {
  const brace = bodyOf(node)?.$cstNode ?? GrammarUtils.findNodeForKeyword(node.$cstNode, '{');
  const before = brace && CstUtils.getPreviousNode(brace, false);
  return before && before.end > offset ? [{ start: offset, end: before.end }] : [];
}

function bodyOf(node: AstNode): Block | CaseBlock | undefined {
  return 'body' in node && (isBlock(node.body) || isCaseBlock(node.body)) ? node.body : undefined;
}

/** A step with its handlers, jumps, notes and messages; a handler with its own. */
function withAttached(node: AstNode): Stretch[] {
  const block = node.$container;
  if (isCaseBlock(block)) return withPrefix(node, block);
  if (!isBlock(block)) return [];
  const owner = ownerOf(block);
  const race = owner?.$type === 'Gateway' && owner.kind === 'race';
  return groupStatements(block.statements, race).items.flatMap((item) => {
    const handlers = item.handlers.map(({ node: handler, jumps, notes, messages }) => [
      handler,
      ...jumps,
      ...notes,
      ...messages,
    ]);
    const all: readonly Statement[] = [item.node, ...item.jumps, ...item.notes, ...item.messages, ...handlers.flat()];
    return [all, ...handlers].filter((group) => group.some((one) => one === node)).flatMap(around);
  });
}

/** `discretionary` and the item that it holds. */
function withPrefix(node: AstNode, { items }: CaseBlock): Stretch[] {
  const index = node.$containerIndex ?? 0;
  const pair = [items[index - 1], items[index], items[index + 1]].filter((item) => item !== undefined);
  const prefix = pair.findIndex((item) => item.$type === 'Discretionary');
  const group = pair.slice(prefix, prefix + 2);
  return prefix >= 0 && group.some((item) => item === node) ? around(group) : [];
}

function around(nodes: readonly AstNode[]): Stretch[] {
  const all = nodes.flatMap(({ $cstNode }) => $cstNode ?? []);
  if (all.length < 2) return [];
  return [{ start: Math.min(...all.map(({ offset }) => offset)), end: Math.max(...all.map(({ end }) => end)) }];
}
