/** Where in a text an element stands that is to be changed. */
import { type AstNode, AstUtils, CstUtils } from 'langium';
import { comparePositions } from '../base/range.ts';
import { EditPlace, type Flow, firstWord, idOf, isFlow } from '../language/index.ts';
import type { ModelChange } from '../lint/index.ts';
import type { SourceMap } from '../mapping/index.ts';
import type { ModelElement } from '../model/index.ts';
import type { SourceDocument } from './source-document.ts';

/** A text with what is needed to change it. */
export interface TextToFix {
  readonly root: AstNode;
  readonly place: EditPlace;
  readonly sourceMap: SourceMap;
}

/** A change that adds to what is there. */
export type AddTo = Extract<ModelChange, { readonly kind: 'add' }> & { readonly parent: ModelElement };

/** `undefined` for what is no text, or has not been read. */
export function textToFix({ scenarios, sourceMap }: SourceDocument): TextToFix | undefined {
  const root = scenarios?.model;
  const document = root?.$document?.textDocument;
  return root && document && sourceMap ? { root, place: new EditPlace(document), sourceMap } : undefined;
}

/** The statement that an element was made from; none for what the text does not say by itself, such as the join of a block. */
export function statementOf({ root, place, sourceMap }: TextToFix, element: ModelElement): AstNode | undefined {
  const id = element.get('id');
  const range = typeof id === 'string' ? sourceMap.rangeOf(id) : undefined;
  const leaf =
    range && root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, place.textDocument.offsetAt(range.start));
  let node: AstNode | undefined;
  // What begins at one word are the parts of one statement: that has the block around it as its container.
  for (let around = leaf?.astNode; around && range; around = around.$container) {
    const first = around.$cstNode && firstWord(around.$cstNode);
    if (!first || comparePositions(first.range.start, range.start) !== 0) break;
    if (around.$container && !isBlock(around)) node = around;
  }
  return node;
}

/** The gateway whose block an element joins: the text says it by the closing brace. */
export function joinedBy({ root, place, sourceMap }: TextToFix, element: ModelElement): AstNode | undefined {
  const id = element.get('id');
  const range = typeof id === 'string' ? sourceMap.rangeOf(id) : undefined;
  const leaf =
    range && root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, place.textDocument.offsetAt(range.start));
  return leaf?.text === '}' && leaf.astNode.$type === 'Block' ? leaf.astNode.$container : undefined;
}

/** The name by which others refer to a statement; `undefined` if it has none of its own, and would have another id then. */
export function nameInText(statement: AstNode): string | undefined {
  return 'name' in statement && typeof statement.name === 'string' ? statement.name : idOf(statement) || undefined;
}

/** The jumps that lead to a statement. */
export function jumpsTo({ root }: TextToFix, statement: AstNode): Flow[] {
  return AstUtils.streamAllContents(root)
    .filter(isFlow)
    .filter(({ target }) => target?.ref === statement)
    .toArray();
}

function isBlock({ $type }: AstNode): boolean {
  return $type === 'Block' || $type === 'CaseBlock';
}
