import type { AstNode, LeafCstNode } from 'langium';
import { isBranch, isFlow, isGateway, isHandler, isMessageFlow } from '../generated/ast.ts';

/** Properties that hold statements and the like: what stands on lines of its own. */
const lists: ReadonlySet<string> = new Set([
  ...['header', 'elements', 'statements', 'members', 'lanes', 'items', 'lines', 'entries'],
  ...['details', 'extensions', 'parts'],
]);
const braces: ReadonlySet<string> = new Set(['{', '}', '(', ')', ']']);

/** One step of indentation. */
export const UNIT = '  ';

/**
 * How many steps the line is indented that the token `leaves[index]` begins.
 * @param leaves all tokens of the file, comments among them
 */
export function depthOfToken(leaves: readonly LeafCstNode[], index: number): number {
  const leaf = leaves[index];
  if (!leaf) return 0;
  if (leaf.hidden) return depthOfComment(leaves, index);
  const statement = statementOf(leaf.astNode);
  if (!statement) return 0;
  const depth = depthOf(statement);
  return braces.has(leaf.text) || opens(statement, leaves, index) ? depth : depth + 1;
}

/** A comment stands where what follows it does; before a closing brace, where the statements of the block do. */
function depthOfComment(leaves: readonly LeafCstNode[], index: number): number {
  let next = index + 1;
  while (leaves[next]?.hidden) next += 1;
  return depthOfToken(leaves, next) + (leaves[next]?.text === '}' ? 1 : 0);
}

/** Whether the token is the first of its statement, its documentation left out. */
function opens(statement: AstNode, leaves: readonly LeafCstNode[], index: number): boolean {
  if (leaves[index]?.offset === statement.$cstNode?.offset) return true;
  let previous = index - 1;
  while (leaves[previous]?.hidden) previous -= 1;
  const before = leaves[previous];
  return before?.tokenType.name === 'DOC' && before.offset === statement.$cstNode?.offset;
}

/** The node that stands in a list of statements or the like and holds this one, or is it. */
export function statementOf(node: AstNode | undefined): AstNode | undefined {
  let at = node;
  while (at?.$container && !lists.has(at.$containerProperty ?? '')) at = at.$container;
  return at?.$container && at;
}

/** The steps that a statement is indented: one more than what holds it, and more where it attaches to its neighbour. */
function depthOf(statement: AstNode): number {
  const holder = statementOf(statement.$container);
  return (holder ? depthOf(holder) + 1 : 0) + attachment(statement);
}

function attachment(statement: AstNode): number {
  if (isHandler(statement)) return isGateway(statement.$container.$container) ? 0 : 1;
  return isWayOut(statement) ? 1 + attachmentOfSource(statement) : 0;
}

/** Whether a statement is a way or a message that leaves the one before. */
function isWayOut(statement: AstNode | undefined): boolean {
  return isFlow(statement) || isMessageFlow(statement);
}

/** What a jump or a message leaves may itself be attached: a handler. */
function attachmentOfSource(flow: AstNode): number {
  const siblings = siblingsOf(flow);
  let at = (flow.$containerIndex ?? 0) - 1;
  while (isWayOut(siblings[at])) at -= 1;
  const source = siblings[at];
  return source && !isBranch(source) && isHandler(source) ? attachment(source) : 0;
}

/** The list that the node stands in. */
export function siblingsOf(node: AstNode): readonly AstNode[] {
  const list = Object.entries(node.$container ?? {}).find(([name]) => name === node.$containerProperty)?.[1];
  return Array.isArray(list) ? list : [];
}
