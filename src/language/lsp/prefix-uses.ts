import { type AstNode, AstUtils, type CstNode, GrammarUtils } from 'langium';
import type { Range } from 'vscode-languageserver';
import { isExtension, isItem, isModel, isNamespace, isValue, type Namespace } from '../generated/ast.ts';

/** A place of a prefix, and the element that it stands in. */
export interface PrefixUse {
  readonly node: AstNode;
  readonly offset: number;
  readonly range: Range;
}

/** The name space that the prefix at a token belongs to: `@camunda:in`, `: xsd:string`. Undefined for any other token. */
export function namespaceAt(leaf: CstNode): Namespace | undefined {
  const model = AstUtils.findRootNode(leaf.astNode);
  const isPrefix = usesIn(leaf.astNode).some(({ offset }) => offset === leaf.offset);
  if (!isPrefix || !isModel(model)) return undefined;
  return model.header.filter(isNamespace).find(({ name }) => name === leaf.text);
}

/** All places of a prefix in its file, its declaration left out. Names of other files have prefixes of their own. */
export function usesOf({ name, $container }: Namespace): PrefixUse[] {
  return AstUtils.streamAst($container)
    .flatMap(usesIn)
    .filter(({ node, offset, range }) => textAt(node, offset, range) === name)
    .toArray();
}

/** The prefixes that an element itself says: that of a vendor, or of a type with a qualified name. */
function usesIn(node: AstNode): PrefixUse[] {
  if (isExtension(node)) return useOf(node, GrammarUtils.findNodeForProperty(node.$cstNode, 'prefix'));
  if (isItem(node)) return useOf(node, GrammarUtils.findNodeForProperty(node.$cstNode, 'structure'), ':');
  return isValue(node) ? useOf(node, GrammarUtils.findNodeForProperty(node.$cstNode, 'ref'), ':') : [];
}

/** @param until what ends the prefix; without it the whole token is one */
function useOf(node: AstNode, token: CstNode | undefined, until?: string): PrefixUse[] {
  const length = until ? (token?.text.indexOf(until) ?? -1) : (token?.length ?? -1);
  if (!token || length <= 0 || token.text.startsWith('"')) return [];
  const { start } = token.range;
  return [{ node, offset: token.offset, range: { start, end: { ...start, character: start.character + length } } }];
}

function textAt(node: AstNode, offset: number, { start, end }: Range): string {
  return node.$cstNode?.root.fullText.slice(offset, offset + end.character - start.character) ?? '';
}
