/** What a line of the table of operands is made of. */
import { type AstNode, GrammarUtils } from 'langium';
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

/** Whether a node has `as`. */
export const hasAs = (node: AstNode) => hasKeyword(node, 'as');
/** Whether an element has neither a name nor a label. */
export const unnamed = (node: { readonly name?: string; readonly label?: string }) =>
  !node.name && node.label === undefined;

/** Whether a node has a keyword of its own. */
export function hasKeyword(node: AstNode, keyword: string): boolean {
  return keyword !== '' && GrammarUtils.findNodeForKeyword(node.$cstNode, keyword) !== undefined;
}

/** How many commas a node has of its own. */
export function commas(node: AstNode): number {
  return GrammarUtils.findNodesForKeyword(node.$cstNode, ',').length;
}
