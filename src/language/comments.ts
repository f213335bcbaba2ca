import { CstUtils, type LangiumDocument } from 'langium';
import type { SourceComment } from '../base/source-comment.ts';

/** The comments of a text, in its order: line comments and block comments. */
export function commentsOf(document: LangiumDocument): SourceComment[] {
  const { $cstNode } = document.parseResult.value;
  if (!$cstNode) return [];
  return CstUtils.flattenCst($cstNode)
    .filter(({ tokenType }) => tokenType.name === 'LINE_COMMENT' || tokenType.name === 'BLOCK_COMMENT')
    .map(({ tokenType, text, range }) => {
      const said = tokenType.name === 'LINE_COMMENT' ? text.slice(2) : text.slice(2, -2);
      return { text: said.trim(), range };
    })
    .toArray();
}
