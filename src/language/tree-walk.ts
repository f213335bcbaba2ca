/** Ways through a syntax tree that make nothing on the way, where Langium's streams make several objects a node. */
import { type AstNode, type GenericAstNode, isAstNode, isReference, type ReferenceInfo } from 'langium';

/** A node and all nodes in it, in the order of `AstUtils.streamAst`. */
export function nodesIn(root: AstNode): AstNode[] {
  const found: AstNode[] = [];
  addNode(root, found);
  return found;
}

/** The parser descends as deep as this does. */
function addNode(node: AstNode, found: AstNode[]): void {
  found.push(node);
  for (const name in node) {
    if (name.charCodeAt(0) === DOLLAR) continue;
    const value = (node as GenericAstNode)[name];
    if (Array.isArray(value)) {
      for (const one of value) if (isAstNode(one)) addNode(one, found);
    } else if (isAstNode(value)) {
      addNode(value, found);
    }
  }
}

/** Properties whose names begin so tell where a node is in the tree, not what it has. */
const DOLLAR = '$'.charCodeAt(0);

/** Calls with each reference that a node has of its own, in the order of `AstUtils.streamReferences`. */
export function eachReference(container: AstNode, use: (info: ReferenceInfo) => void): void {
  for (const property in container) {
    if (property.charCodeAt(0) === DOLLAR) continue;
    const value = (container as GenericAstNode)[property];
    if (isReference(value)) use({ reference: value, container, property });
    else if (Array.isArray(value))
      for (const [index, reference] of value.entries())
        if (isReference(reference)) use({ reference, container, property, index });
  }
}
