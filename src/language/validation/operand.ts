/** What a line of the table of operands is made of. */
import { type AstNode, type CstNode, GrammarAST, isCompositeCstNode } from 'langium';
import type { ProcedoAstType } from '../generated/ast.ts';

/** An operand that a whole statement has. */
export interface Operand {
  readonly type: string;
  readonly keyword: string;
  readonly missing: (node: AstNode) => boolean;
  readonly message: string;
  /** `warning` where models are drawn without it. */
  readonly severity: 'error' | 'warning';
}

/** A line of the table. */
export function operand<K extends keyof ProcedoAstType>(
  type: K,
  keyword: string,
  missing: (node: ProcedoAstType[K]) => boolean,
  message: string,
  severity: Operand['severity'] = 'error',
): Operand {
  // The table is looked up by the node's own type, so the node is what the line says.
  return { type, keyword, missing: missing as (node: AstNode) => boolean, message, severity };
}

export const ID_AFTER_AS = 'Write the id after `as`, or remove `as`.';
export const ITEM_AFTER_COLON = 'Write the item after `:`, or remove it.';
export const NAME_OR_LABEL = 'Give it a name or a label in double quotes.';
export const BLOCK = 'Give it a block: `{ … }`.';

/** Whether an element has neither a name nor a label. */
export const unnamed = (node: { readonly name?: string; readonly label?: string }) =>
  !node.name && node.label === undefined;

/** Whether a node has a keyword of its own. */
export function hasKeyword(node: AstNode, keyword: string): boolean {
  return keyword !== '' && countKeyword(node.$cstNode, node, keyword) > 0;
}

/** How often a keyword stands in a piece of the text outside all other nodes: what Langium finds too, by an iterator a piece. */
function countKeyword(piece: CstNode | undefined, node: AstNode, keyword: string): number {
  let count = 0;
  for (const part of piece && isCompositeCstNode(piece) ? piece.content : []) {
    if (!isCompositeCstNode(part)) count += isKeyword(part, keyword) ? 1 : 0;
    else if (part.astNode === node) count += countKeyword(part, node, keyword);
  }
  return count;
}

function isKeyword({ grammarSource }: CstNode, keyword: string): boolean {
  return GrammarAST.isKeyword(grammarSource) && grammarSource.value === keyword;
}
