import { type AstNode, AstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import { type Detail, isDetail, isExtension } from '../generated/ast.ts';
import type { Cursor } from './cursor.ts';

/** Where a caret stands in what the schema names: `with { … }`, the block of a `define`, a vendor extension. */
export type DetailCursor =
  /** Where a key may begin: in the block of an element or of a detail. */
  | { readonly kind: 'key'; readonly block: AstNode }
  /** Behind the colon of a key. */
  | { readonly kind: 'value'; readonly detail: Detail }
  /** Behind `@`. */
  | { readonly kind: 'prefix' }
  /** Behind `define`. */
  | { readonly kind: 'kind' }
  /** In the parentheses of a vendor extension, or behind its prefix: only the vendor knows what may stand there. */
  | { readonly kind: 'nothing' };

/** Where the caret stands, if the schema has a say there; undefined anywhere else. */
export function detailCursorAt(document: LangiumDocument, cursor: Cursor): DetailCursor | undefined {
  const text = document.textDocument.getText();
  const before = text.slice(Math.max(0, cursor.wordStart - LOOK_BACK), cursor.wordStart);
  if (/@\s*$/.test(before)) return { kind: 'prefix' };
  if (/@\s*(?:[\p{L}\p{N}_-]+|'[^']*')\s*:\s*$/u.test(before)) return { kind: 'nothing' };
  if (/(?:^|\s)define\s+$/.test(before)) return { kind: 'kind' };
  // Nothing further up can be around the caret: a long file is not read from its beginning.
  // What vendors say at the head of a block stands in no statement of it.
  const block = blockAt(cursor.before.at(-1) ?? cursor.holder, text, cursor.wordStart);
  if (!block) return undefined;
  if (isExtension(block)) return { kind: 'nothing' };
  const detail = detailBefore(block, cursor.wordStart);
  if (detail && /:\s*$/.test(before)) return { kind: 'value', detail };
  return { kind: 'key', block };
}

/** The words just before the caret are no further away. */
const LOOK_BACK = 200;

/** The innermost node of a statement whose block of details, or whose parentheses, are around an offset. */
function blockAt(statement: AstNode, text: string, offset: number): AstNode | undefined {
  let found: AstNode | undefined;
  for (let around: AstNode | undefined = statement; around; around = lastBefore(around, offset)) {
    if (isInside(around, text, offset)) found = around;
  }
  return found;
}

/** The part of a node that begins last before an offset: nothing that begins earlier can be around it. */
function lastBefore(node: AstNode, offset: number): AstNode | undefined {
  let last: AstNode | undefined;
  for (const child of AstUtils.streamContents(node)) {
    const start = child.$cstNode?.offset ?? offset;
    if (start < offset && start >= (last?.$cstNode?.offset ?? 0)) last = child;
  }
  return last;
}

/** Whether the signs of a block are around an offset. One that is not closed reaches as far as its indentation. */
function isInside(node: AstNode, text: string, offset: number): boolean {
  const [feature, closing] = isExtension(node) ? ['parenthesis', ')'] : ['braced', '}'];
  const open = GrammarUtils.findNodeForProperty(node.$cstNode, feature);
  if (!open || open.end > offset) return false;
  const close = GrammarUtils.findNodesForKeyword(node.$cstNode, closing).find((one) => one.offset >= open.end);
  // A sign that only balances stands nowhere in the text.
  if (close && text.startsWith(closing, close.offset)) return offset <= close.offset;
  const isSameLine = !text.slice(open.end, offset).includes('\n');
  return isSameLine || indentation(text, offset) > indentation(text, open.offset);
}

/** How far the line of an offset is indented; up to the offset if the line is blank. */
function indentation(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return (/^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '').length;
}

function detailBefore(block: AstNode, offset: number): Detail | undefined {
  return AstUtils.streamContents(block)
    .filter(isDetail)
    .filter(({ $cstNode: cst }) => cst !== undefined && cst.offset < offset)
    .toArray()
    .at(-1);
}
