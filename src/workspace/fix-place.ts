/** Where in a text an element stands that is to be changed. */
import { type AstNode, CstUtils } from 'langium';
import { comparePositions } from '../base/range.ts';
import { EditPlace, firstWord } from '../language/index.ts';
import type { SourceMap } from '../mapping/index.ts';
import type { ModelElement } from '../model/index.ts';
import type { SourceDocument } from './source-document.ts';

/** A text with what is needed to change it. */
export interface TextToFix {
  readonly root: AstNode;
  readonly place: EditPlace;
  readonly sourceMap: SourceMap;
}

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
  // Statements that begin at one word are the parts of one: the outermost has the block around it as its container.
  for (let around = leaf?.astNode; around && range; around = around.$container) {
    const first = around.$cstNode && firstWord(around.$cstNode);
    if (!first || comparePositions(first.range.start, range.start) !== 0) break;
    if (around.$container && !isBlock(around)) node = around;
  }
  return node;
}

function isBlock({ $type }: AstNode): boolean {
  return $type === 'Block' || $type === 'CaseBlock';
}
