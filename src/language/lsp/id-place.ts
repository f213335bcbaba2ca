import { type AstNode, type CstNode, CstUtils, GrammarUtils, type LeafCstNode } from 'langium';
import { TextEdit } from 'vscode-languageserver';
import { quotedId } from '../quoted-id.ts';

/** Words that stand between the word that opens an element and its id: `event subprocess late`, `data input file`. */
const secondWords: Readonly<Record<string, readonly string[] | undefined>> = {
  EventSubProcess: ['subprocess'],
  Data: ['input', 'output'],
  PlanItem: ['event'],
};

/** Elements whose id follows `as`, with what stands before that. */
const beforeAs: Readonly<Record<string, readonly string[]>> = {
  Handler: ['triggers', 'joint', 'nonInterrupting'],
  MessageFlow: ['pool', 'step', 'message'],
  Association: ['from', 'to'],
  Flow: ['target', 'next', 'none'],
  Branch: ['kind', 'label', 'condition'],
};

/** The edit that writes `id` into an element that has none in the text; `undefined` where there is no place for one. */
export function editThatWritesId(node: AstNode, id: string): TextEdit | undefined {
  const before = beforeAs[node.$type];
  const place = before ? lastOf(node, before) : headOf(node);
  return place && TextEdit.insert(place.range.end, ` ${before ? 'as ' : ''}${quotedId(id, node)}`);
}

/** The last token of the words that an element opens with; its documentation stands before them. */
function headOf(node: AstNode): CstNode | undefined {
  const words = leavesOf(node).filter(({ hidden, tokenType }) => !hidden && !tokenType.name.endsWith('DOC'));
  const [first, second] = words;
  const isDefine = node.$type === 'Define';
  return second && (isDefine || secondWords[node.$type]?.includes(second.text)) ? second : first;
}

function leavesOf(node: AstNode): LeafCstNode[] {
  return node.$cstNode ? CstUtils.flattenCst(node.$cstNode).limit(8).toArray() : [];
}

/** The last token of these properties, else of the element's first word. */
function lastOf(node: AstNode, properties: readonly string[]): CstNode | undefined {
  const nodes = properties.flatMap((property) => GrammarUtils.findNodesForProperty(node.$cstNode, property));
  return nodes.sort((a, b) => b.end - a.end)[0] ?? headOf(node);
}
