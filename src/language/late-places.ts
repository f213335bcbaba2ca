/** Nodes of a syntax tree that learn where they stand in the text when somebody asks. */
import type { IToken } from 'chevrotain';
import { type AstNode, type CstNode, isAstNode, isReference, type Mutable } from 'langium';

/** A node of the syntax tree. Properties come in the order of the text, as Langium makes them. */
export class SyntaxNode implements AstNode {
  [property: string]: unknown;
  $type: string;
  declare $container?: SyntaxNode;
  declare $containerProperty?: string;
  declare $containerIndex?: number;
  #extent: Extent | undefined = undefined;

  constructor(type: string) {
    this.$type = type;
  }

  /** Stands in a property of another node, in a list at an index. */
  contain(container: SyntaxNode, property: string, index?: number): void {
    this.$container = container;
    this.$containerProperty = property;
    if (index !== undefined) this.$containerIndex = index;
  }

  /** Stands in the text from a token to another. */
  reach(first: IToken | undefined, last: IToken | undefined): void {
    if (first && last) this.#extent = { first, last };
  }

  static extentOf(node: SyntaxNode): Extent | undefined {
    return node.#extent;
  }

  /** Asked for the first time it gives all nodes of the tree their places. */
  get $cstNode(): CstNode | undefined {
    const root = rootOf(this);
    const parse = wholeTrees.get(root);
    if (!parse) return undefined;
    wholeTrees.delete(root);
    givePlaces(root, parse());
    return this.$cstNode;
  }
}

interface Extent {
  readonly first: IToken;
  readonly last: IToken;
}

/** On which lines a node begins and ends, and the offset behind it; of a tree without places too, which gets none by that. */
export function linesOf(
  node: AstNode,
): { readonly first: number; readonly last: number; readonly end: number } | undefined {
  const extent = node instanceof SyntaxNode ? SyntaxNode.extentOf(node) : undefined;
  if (extent) {
    const { startLine = 1 } = extent.first;
    const { endLine = 1, endOffset = 0 } = extent.last;
    return { first: startLine - 1, last: endLine - 1, end: endOffset + 1 };
  }
  const place = node.$cstNode;
  return place && { first: place.range.start.line, last: place.range.end.line, end: place.end };
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.$container) root = root.$container;
  return root;
}

/** Whether a node stands anywhere in the text; asked without need for where. A node that the parser's recovery has made up does not. */
export function hasPlace(node: AstNode): boolean {
  return node instanceof SyntaxNode || node.$cstNode !== undefined;
}

/** Whether the whole text is parsed once more when a node is asked for its place. */
export function hasLatePlace(node: AstNode): boolean {
  return node instanceof SyntaxNode && wholeTrees.has(rootOf(node));
}

/** By the root of a tree without places: what makes the same tree with places. */
const wholeTrees = new WeakMap<SyntaxNode, () => AstNode>();

/** @param parse makes the same tree, with places */
export function placeLate(root: SyntaxNode, parse: () => AstNode): void {
  wholeTrees.set(root, parse);
}

function givePlaces(node: SyntaxNode, placed: AstNode): void {
  const place: (Mutable<CstNode> & { astNode?: AstNode }) | undefined = placed.$cstNode;
  Object.defineProperty(node, '$cstNode', { value: place });
  if (place) place.astNode = node;
  for (const [name, value] of Object.entries(placed)) if (!name.startsWith('$')) placeValue(node[name], value);
}

function placeValue(value: unknown, placed: unknown): void {
  if (Array.isArray(value) && Array.isArray(placed)) {
    for (const [index, one] of value.entries()) placeValue(one, placed[index]);
  } else if (value instanceof SyntaxNode && isAstNode(placed)) {
    givePlaces(value, placed);
  } else if (isReference(value) && isReference(placed)) {
    Object.assign(value, { $refNode: placed.$refNode });
  }
}
