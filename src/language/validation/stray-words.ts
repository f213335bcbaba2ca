/** Words behind a statement, on its line: nearly always a text that lacks its quotes. */
import { type CstNode, CstUtils, GrammarUtils, type ValidationAcceptor } from 'langium';
import type { Range } from '../../base/range.ts';
import {
  Activity,
  type Branch,
  Event,
  EventSubProcess,
  Gateway,
  Join,
  Lane,
  type Statement,
  SubProcess,
  type Unknown,
  type UnknownItem,
} from '../generated/ast.ts';

const labelled = new Set<string>(
  [Event, Activity, SubProcess, EventSubProcess, Gateway, Join, Lane].map((type) => type.$type),
);

/**
 * The word that opens the line of `node`, where the statement of the line before has taken it for its name: `start`, and below
 * `us check "Check"`.
 */
export function wordTakenForName(node: Unknown | UnknownItem): CstNode | undefined {
  const before = node.$type === 'Unknown' ? onSameLine(node, -1) : unknownBefore(node);
  const name = GrammarUtils.findNodeForProperty(before?.$cstNode, 'name');
  return before && name && followsName(before, node) && !standsWithItsWord(name) ? name : undefined;
}

/** The unknown item before, if it ends on the line of this one. */
function unknownBefore({ $container, $containerIndex = 0, $cstNode }: UnknownItem): UnknownItem | undefined {
  const before = $container.$type === 'CaseBlock' ? $container.items[$containerIndex - 1] : undefined;
  const isBeside = before?.$cstNode?.range.end.line === $cstNode?.range.start.line;
  return before?.$type === 'UnknownItem' && !before.body && isBeside ? before : undefined;
}

/** Whether the name stands on the line of the word before it. */
function standsWithItsWord(name: CstNode): boolean {
  return CstUtils.getPreviousNode(name, false)?.range.end.line === name.range.start.line;
}

/** Reports a word that goes on with the line of the statement before it. @returns whether nothing is left to say of it */
export function reportStrayWords(node: Unknown, accept: ValidationAcceptor): boolean {
  const before = onSameLine(node, -1);
  if (!before) return false;
  if (before.$type === 'Unknown') return before.word !== undefined;
  if (before.$type === 'Branch') return reportBranch(before, node, accept);
  return labelled.has(before.$type) && !('label' in before && before.label) && reportLabel(before, node, accept);
}

/** The statement before (-1) or behind (1) on the same line, if that one has no block. */
function onSameLine(node: Statement, step: -1 | 1): Statement | undefined {
  const statements = node.$container.$type === 'Block' ? node.$container.statements : [];
  const neighbour = statements[(node.$containerIndex ?? -1) + step];
  const [first, second] = step < 0 ? [neighbour, node] : [node, neighbour];
  if (!first?.$cstNode || !second?.$cstNode) return undefined;
  // A block that went back to its damaged header stands behind the words that damaged it.
  const block = 'body' in first ? first.body?.$cstNode : undefined;
  const isBeside = first.$cstNode.range.end.line === second.$cstNode.range.start.line;
  return isBeside && !(block && block.offset < second.$cstNode.offset) ? neighbour : undefined;
}

/** `when yes { … }`, `when amount > 500 -> step`. */
function reportBranch(before: Branch, node: Unknown, accept: ValidationAcceptor): boolean {
  if (before.label !== undefined || before.condition) return false;
  const { text, range } = strayText(node, node);
  const message = `A label stands in double quotes, a condition in backticks: \`${before.kind} "${text}"\`.`;
  reportQuotes(message, text, node, range, accept);
  return true;
}

/** `user Check the form`. */
function reportLabel(before: Statement, node: Unknown, accept: ValidationAcceptor): boolean {
  // Behind a clause they mean something else.
  if (!followsName(before, node) || wordTakenForName(node)) return false;
  const { text, range } = strayText(before, node);
  const keyword = 'kind' in before ? before.kind : before.$type.toLowerCase();
  const message = `A label stands in double quotes: \`${keyword} "${text}"\`.`;
  reportQuotes(message, text, node, range, accept);
  return true;
}

function reportQuotes(
  message: string,
  text: string,
  node: Unknown,
  range: Range | undefined,
  accept: ValidationAcceptor,
): void {
  const code = 'unquoted-text';
  accept('error', message, { node, range, code, data: { code, suggestion: `"${text}"` } });
}

function followsName(before: Statement | UnknownItem, node: Unknown | UnknownItem): boolean {
  const name = GrammarUtils.findNodeForProperty(before.$cstNode, 'name');
  const start = node.$cstNode?.offset;
  return name !== undefined && name.root.fullText.slice(name.end, start).trim() === '';
}

/** What should stand in quotes: from the name of `from`, or the word that it is, to the last stray word of the line. */
function strayText(from: Statement, node: Unknown): { text: string; range: Range | undefined } {
  let last: Statement = node;
  for (let next = onSameLine(last, 1); next?.$type === 'Unknown' && next.word !== undefined; next = onSameLine(last, 1))
    last = next;
  const first = GrammarUtils.findNodeForProperty(from.$cstNode, from.$type === 'Unknown' ? 'word' : 'name');
  const end =
    GrammarUtils.findNodeForProperty(last.$cstNode, 'name') ?? GrammarUtils.findNodeForProperty(last.$cstNode, 'word');
  if (!first || !end) return { text: '', range: undefined };
  return {
    text: first.root.fullText.slice(first.offset, end.end),
    range: { start: first.range.start, end: end.range.end },
  };
}
