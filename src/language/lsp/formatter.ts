import { CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { Formatter } from 'langium/lsp';
import {
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingOptions,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  type FormattingOptions,
  TextEdit,
} from 'vscode-languageserver';
import { depthOfToken } from './indentation.ts';

/**
 * Indents: each block one step, what attaches to the statement before (handlers, jumps, message flows) one step more than
 * that. Nothing but the white space at the head of lines changes, so it does no harm to half-typed text; where braces do not
 * balance it does nothing at all.
 */
export class ProcedoFormatter implements Formatter {
  readonly formatOnTypeOptions: DocumentOnTypeFormattingOptions = { firstTriggerCharacter: '}' };

  formatDocument(document: LangiumDocument, { options }: DocumentFormattingParams): TextEdit[] {
    return editsOf(document, options, 0, document.textDocument.lineCount);
  }

  formatDocumentRange(document: LangiumDocument, { options, range }: DocumentRangeFormattingParams): TextEdit[] {
    return editsOf(document, options, range.start.line, range.end.line + 1);
  }

  formatDocumentOnType(document: LangiumDocument, { options, position }: DocumentOnTypeFormattingParams): TextEdit[] {
    return editsOf(document, options, position.line, position.line + 1);
  }
}

/** The edits of the lines from `first` up to `end`. */
function editsOf(document: LangiumDocument, options: FormattingOptions, first: number, end: number): TextEdit[] {
  const root = document.parseResult.value.$cstNode;
  const leaves = root ? CstUtils.flattenCst(root).toArray() : [];
  if (!areBracesClosed(leaves)) return [];
  const unit = options.insertSpaces ? ' '.repeat(options.tabSize) : '\t';
  const lines = document.textDocument.getText().split('\n');
  const edits: TextEdit[] = [];
  let lastLine = -1;
  for (const [index, leaf] of leaves.entries()) {
    const { start, end: stop } = leaf.range;
    const opensLine = start.line > lastLine;
    lastLine = Math.max(lastLine, stop.line);
    if (!opensLine || start.line < first || start.line >= end) continue;
    edits.push(...reindent(lines, start.line, stop.line, unit.repeat(depthOfToken(leaves, index))));
  }
  return edits;
}

/** Braces that were put in to balance the others stand nowhere in the text: then the counts differ. */
function areBracesClosed(leaves: readonly LeafCstNode[]): boolean {
  const count = (brace: string): number => leaves.filter((leaf) => leaf.text === brace).length;
  return count('{') === count('}');
}

/** Moves a line to its indentation, and with it the lines of a text or comment that goes on below. */
function reindent(lines: readonly string[], first: number, last: number, indentation: string): TextEdit[] {
  const old = /^\s*/.exec(lines[first] ?? '')?.[0] ?? '';
  if (old === indentation) return [];
  return lines.slice(first, last + 1).flatMap((line, index) => {
    if (!line.startsWith(old) || line.trim() === '') return [];
    const at = first + index;
    const range = { start: { line: at, character: 0 }, end: { line: at, character: old.length } };
    return [TextEdit.replace(range, indentation)];
  });
}
