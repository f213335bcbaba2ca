import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  GrammarUtils,
  type LangiumDocument,
  type LeafCstNode,
} from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { isExtension } from '../generated/ast.ts';

/**
 * Folds blocks, documentation, long expressions, comments and `// region` … `// endregion`. What vendors and `with` say are
 * regions too, so that an editor folds them by one command and leaves the flow.
 */
export class ProcedoFoldingRangeProvider implements FoldingRangeProvider {
  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    const root = document.parseResult.value;
    if (!root.$cstNode) return [];
    const leaves = CstUtils.flattenCst(root.$cstNode).toArray();
    const comments = leaves.filter((leaf) => leaf.tokenType.name === 'LINE_COMMENT');
    const nodes = AstUtils.streamAst(root).toArray();
    const runs = nodes.flatMap((node) => vendorRuns(node, document));
    const blocks = nodes.flatMap(blockFolds);
    const folds = [...runs, ...blocks, ...leaves.flatMap(tokenFolds), ...commentRuns(comments), ...regions(comments)];
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
  const isVendors = isExtension(node);
  const [details] = GrammarUtils.findNodesForKeyword(node.$cstNode, 'with');
  return pairs.flatMap(([opening, closing]) => {
    const closes = GrammarUtils.findNodesForKeyword(node.$cstNode, closing);
    return GrammarUtils.findNodesForKeyword(node.$cstNode, opening).flatMap((open, index) => {
      const close = closes[index];
      const isDetails = details !== undefined && index === 0 && opening === '{';
      const kind = isVendors || isDetails ? FoldingRangeKind.Region : undefined;
      return close ? fold(open.range.start.line, close.range.start.line - 1, kind) : [];
    });
  });
}

/** What several vendor lines in a row say folds into the first of them. */
function vendorRuns(node: AstNode, document: LangiumDocument): FoldingRange[] {
  const given: unknown = 'extensions' in node ? node.extensions : undefined;
  const extensions = (Array.isArray(given) ? given : []).filter(isExtension).flatMap(({ $cstNode }) => $cstNode ?? []);
  return extensions.flatMap((first, index) => {
    if (follows(extensions[index - 1], first, document)) return [];
    let last = index;
    while (follows(extensions[last], extensions[last + 1], document)) last += 1;
    const end = extensions[last]?.range.end.line ?? 0;
    return last > index ? fold(first.range.start.line, end, FoldingRangeKind.Region) : [];
  });
}

/** Whether nothing but blanks is between two parts of a text; not where one is missing. */
function follows(one: CstNode | undefined, other: CstNode | undefined, { textDocument }: LangiumDocument): boolean {
  if (!one || !other) return false;
  return textDocument.getText({ start: one.range.end, end: other.range.start }).trim() === '';
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
