import { type AstNode, AstUtils, CstUtils, GrammarUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { FoldingRange, FoldingRangeKind } from 'vscode-languageserver';

/** Folds blocks, documentation, long expressions, comments and `// region` … `// endregion`. */
export class ProcedoFoldingRangeProvider implements FoldingRangeProvider {
  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    const root = document.parseResult.value;
    if (!root.$cstNode) return [];
    const leaves = CstUtils.flattenCst(root.$cstNode).toArray();
    const comments = leaves.filter((leaf) => leaf.tokenType.name === 'LINE_COMMENT');
    const blocks = AstUtils.streamAst(root).flatMap(blockFolds).toArray();
    const folds = [...blocks, ...leaves.flatMap(tokenFolds), ...commentRuns(comments), ...regions(comments)];
    return folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  }
}

function fold(startLine: number, endLine: number, kind?: FoldingRangeKind): FoldingRange[] {
  return endLine > startLine ? [FoldingRange.create(startLine, endLine, undefined, undefined, kind)] : [];
}

/** The signs around a block, and those around what a vendor says. */
const pairs = [['{', '}'] as const, ['(', ')'] as const];

/** From an opening sign to the line above its closing one, which stays visible. An element may have a `with` and a block. */
function blockFolds(node: AstNode): FoldingRange[] {
  return pairs.flatMap(([opening, closing]) => {
    const closes = GrammarUtils.findNodesForKeyword(node.$cstNode, closing);
    return GrammarUtils.findNodesForKeyword(node.$cstNode, opening).flatMap((open, index) => {
      const close = closes[index];
      return close ? fold(open.range.start.line, close.range.start.line - 1) : [];
    });
  });
}

const kindOfToken: Readonly<Record<string, FoldingRangeKind | undefined>> = {
  DOC: FoldingRangeKind.Comment,
  BLOCK_COMMENT: FoldingRangeKind.Comment,
  FENCE: undefined,
};

function tokenFolds({ tokenType, range }: LeafCstNode): FoldingRange[] {
  const { name } = tokenType;
  return name in kindOfToken ? fold(range.start.line, range.end.line, kindOfToken[name]) : [];
}

/** Line comments on lines that follow each other fold as one. */
function commentRuns(comments: readonly LeafCstNode[]): FoldingRange[] {
  const lines = comments.map((comment) => comment.range.start.line);
  const firsts = lines.filter((line) => !lines.includes(line - 1));
  return firsts.flatMap((first) => {
    let last = first;
    while (lines.includes(last + 1)) last += 1;
    return fold(first, last, FoldingRangeKind.Comment);
  });
}

/** From `// region` to its `// endregion`; regions may nest. */
function regions(comments: readonly LeafCstNode[]): FoldingRange[] {
  const open: number[] = [];
  return comments.flatMap(({ text, range }) => {
    if (/^\/\/\s*#?region\b/.test(text)) open.push(range.start.line);
    const start = /^\/\/\s*#?endregion\b/.test(text) ? open.pop() : undefined;
    return start === undefined ? [] : fold(start, range.end.line, FoldingRangeKind.Region);
  });
}
