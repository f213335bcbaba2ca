import { type AstNode, type CstNode, GrammarUtils } from 'langium';
import {
  type Block,
  type Case,
  type FileItem,
  type Flow,
  type Gateway,
  isBlock,
  isCase,
  isCaseBlock,
  isCriterion,
  isDiscretionary,
  isEvent,
  isFileItem,
  isFlow,
  isGateway,
  isHandler,
  isPlanItem,
  isUnknownItem,
  type PlanItem,
  type Statement,
} from '../generated/ast.ts';
import { type Grouped, groupStatements } from '../grouping.ts';
import { discretionaryBefore } from '../validation/plan-clauses.ts';
import { flowScopeOf, isLaneBlock, ownerOf } from '../validation/surroundings.ts';
import { constructOf, constructOfLeaf } from './construct-lookup.ts';
import { declarationOf } from './procedo-references.ts';

/** The words and braces that make one structure with the word or brace `leaf`, in the order of the text; none where it makes none. */
export function wordsOfStructure(leaf: CstNode): CstNode[] {
  const words = leaf.text === '{' || leaf.text === '}' ? braceWords(leaf) : keywordWords(leaf);
  return words.includes(leaf) && words.length > 1 ? words.sort((a, b) => a.offset - b.offset) : [];
}

/** A brace belongs to its block: to its other brace, and to all that the word before the block belongs to. */
function braceWords(leaf: CstNode): CstNode[] {
  const node = leaf.astNode;
  const owner = isBlock(node) || isCaseBlock(node) ? node.$container : node;
  const item = isCase(owner) ? owner : itemOf(owner);
  if (item && isCaseBlock(node)) return itemWords(item);
  const opening = openingOf(owner);
  const own = [...bracesOf(node), ...(opening ? [opening] : [])];
  return isGateway(owner) ? gatewayWords(owner) : own;
}

function keywordWords(leaf: CstNode): CstNode[] {
  const node = leaf.astNode;
  if (leaf !== openingOf(node)) return [];
  const item = isCase(node) ? node : itemOf(node);
  if (item) return itemWords(item);
  if (isFlow(node)) return jumpWords(node, leaf);
  if (isGateway(node)) return gatewayWords(node);
  const gateway = gatewayOf(node);
  if (gateway) return gatewayWords(gateway);
  const handled = handlerWords(node);
  if (handled.length > 0) return handled;
  if (isEvent(node) && (node.kind === 'start' || node.kind === 'end')) return scopeWords(flowScopeOf(node));
  return 'body' in node ? scopeWords(node) : [];
}

/** A jump, the step that it leaves, and the one that it leads to. */
function jumpWords(jump: Flow, leaf: CstNode): CstNode[] {
  const item = groupAround(jump)?.items.flatMap((one) => [one, ...one.handlers]);
  const source = item?.find(({ jumps }) => jumps.includes(jump))?.node;
  const target = jump.target?.ref;
  return [leaf, source && openingOf(source), target && declarationOf(target)].filter((word) => word !== undefined);
}

/** A gateway, the words that open its ways, and its braces: the closing one joins them. */
function gatewayWords(gateway: Gateway): CstNode[] {
  const ways = gateway.body ? groupStatements(gateway.body.statements, gateway.kind === 'race').items : [];
  const words = [gateway, ...ways.map(({ node }) => node)].map(openingOf);
  return [...words.filter((word) => word !== undefined), ...(gateway.body ? bracesOf(gateway.body) : [])];
}

/** The gateway of which a statement is a way. */
function gatewayOf(node: AstNode): Gateway | undefined {
  const owner = isBlock(node.$container) ? node.$container.$container : undefined;
  return isGateway(owner) ? owner : undefined;
}

/** An activity with its handlers. */
function handlerWords(node: AstNode): CstNode[] {
  const item = groupAround(node)?.items.find(
    (one) => one.node === node || one.handlers.some((handler) => handler.node === node),
  );
  if (!item || item.handlers.length === 0) return [];
  // A sub-process has its starts and ends; its handlers are marked from the word of a handler.
  if ('body' in item.node && item.node.body && !isHandler(node)) return [];
  return [item.node, ...item.handlers.map((handler) => handler.node)].flatMap((one) => openingOf(one) ?? []);
}

/** A process or a sub-process with its starts and ends, those in branches and handlers included. */
function scopeWords(scope: AstNode | undefined): CstNode[] {
  if (!scope || !('body' in scope) || !isBlock(scope.body)) return [];
  const opening = openingOf(scope);
  const events = endsIn(scope.body).flatMap((event) => openingOf(event) ?? []);
  return [...(opening ? [opening] : []), ...events, ...bracesOf(scope.body)];
}

function endsIn(block: Block): Statement[] {
  return block.statements.flatMap((statement) => {
    if (isEvent(statement)) return statement.kind === 'start' || statement.kind === 'end' ? [statement] : [];
    const isScope = statement.$type === 'SubProcess' || statement.$type === 'EventSubProcess';
    return !isScope && 'body' in statement && statement.body ? endsIn(statement.body) : [];
  });
}

/** The item that a word of a case belongs to: one that opens it, a criterion of it, or what makes it discretionary. */
function itemOf(node: AstNode): Case | FileItem | PlanItem | undefined {
  if (isCriterion(node)) return isUnknownItem(node.$container) ? undefined : node.$container;
  if (isDiscretionary(node)) {
    const next = node.$container.items[(node.$containerIndex ?? 0) + 1];
    return isPlanItem(next) ? next : undefined;
  }
  return isPlanItem(node) || isFileItem(node) ? node : undefined;
}

/** An item with its criteria and its braces. */
function itemWords(item: Case | FileItem | PlanItem): CstNode[] {
  const before = isPlanItem(item) ? discretionaryBefore(item) : undefined;
  const criteria = 'clauses' in item ? item.clauses.filter(isCriterion) : [];
  const words = [before, item, ...criteria].flatMap((node) => (node && openingOf(node)) ?? []);
  return [...words, ...(item.body ? bracesOf(item.body) : [])];
}

/** The statements around a node, grouped; those of lane blocks are part of the block around them. */
function groupAround(node: AstNode): Grouped | undefined {
  let block = node.$container;
  while (isBlock(block) && isLaneBlock(block.$container)) block = block.$container.$container;
  if (!isBlock(block)) return undefined;
  const owner = ownerOf(block);
  return groupStatements(block.statements, owner?.$type === 'Gateway' && owner.kind === 'race');
}

function bracesOf(node: AstNode): CstNode[] {
  return ['{', '}'].flatMap((brace) => GrammarUtils.findNodesForKeyword(node.$cstNode, brace));
}

/** The word that an element opens with. */
function openingOf(node: AstNode): CstNode | undefined {
  const word = constructOf(node)?.keyword;
  const leaf = word ? GrammarUtils.findNodeForKeyword(node.$cstNode, word) : undefined;
  return leaf && constructOfLeaf(leaf) ? leaf : undefined;
}
