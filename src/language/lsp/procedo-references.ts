import { type AstNode, type CstNode, DefaultReferences, GrammarUtils } from 'langium';
import { idOf } from '../ids.ts';
import { constructOf } from './construct-lookup.ts';

/**
 * Finds declarations also from and to the label: a step without a written id is declared by its label, from which its id is
 * made.
 */
export class ProcedoReferences extends DefaultReferences {
  override findDeclarations(source: CstNode): AstNode[] {
    const found = super.findDeclarations(source);
    if (found.length > 0) return found;
    const node = source.astNode;
    return isLabel(source) && idOf(node) ? [node] : [];
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
