import {
  type AstNode,
  AstUtils,
  type CstNode,
  DefaultReferences,
  type FindReferencesOptions,
  GrammarUtils,
  type ReferenceDescription,
  type Stream,
  UriUtils,
} from 'langium';
import { isNamespace, type Namespace } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { constructOf } from './construct-lookup.ts';
import { namespaceAt, usesOf } from './prefix-uses.ts';

/**
 * Finds declarations also from and to the label: a step without a written id is declared by its label, from which its id is
 * made. The prefix of a vendor or of a type is declared at the head of the file.
 */
export class ProcedoReferences extends DefaultReferences {
  override findDeclarations(source: CstNode): AstNode[] {
    const found = super.findDeclarations(source);
    if (found.length > 0) return found;
    const namespace = namespaceAt(source);
    if (namespace) return [namespace];
    const node = source.astNode;
    return isLabel(source) && idOf(node) ? [node] : [];
  }

  override findReferences(target: AstNode, options: FindReferencesOptions): Stream<ReferenceDescription> {
    const found = super.findReferences(target, options);
    return isNamespace(target) ? found.concat(this.prefixes(target, options)) : found;
  }

  private prefixes(target: Namespace, { documentUri }: FindReferencesOptions): ReferenceDescription[] {
    const { uri } = AstUtils.getDocument(target);
    if (documentUri && !UriUtils.equals(documentUri, uri)) return [];
    return usesOf(target).map(({ node, offset, range }) => ({
      sourceUri: uri,
      sourcePath: this.nodeLocator.getAstNodePath(node),
      targetUri: uri,
      targetPath: this.nodeLocator.getAstNodePath(target),
      segment: { offset, end: offset + target.name.length, length: target.name.length, range },
      local: true,
    }));
  }

  override findDeclarationNodes(source: CstNode): CstNode[] {
    return this.findDeclarations(source).flatMap((node) => declarationOf(node) ?? []);
  }
}

/** Where an element is declared: its id, else its label, else the word it opens with. */
export function declarationOf(node: AstNode): CstNode | undefined {
  return nameNodeOf(node) ?? labelNodeOf(node) ?? openingNodeOf(node);
}

/** The id of an element in the text; `undefined` where it is derived. */
export function nameNodeOf(node: AstNode): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
}

function labelNodeOf(node: AstNode): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'label');
}

function openingNodeOf(node: AstNode): CstNode | undefined {
  const word = constructOf(node)?.keyword;
  return (word && GrammarUtils.findNodeForKeyword(node.$cstNode, word)) || node.$cstNode;
}

/** Whether a token is the label of its element. */
export function isLabel(source: CstNode): boolean {
  return GrammarUtils.findAssignment(source)?.feature === 'label';
}
