import { CstUtils, type LangiumDocument, type LangiumParser, type LeafCstNode } from 'langium';
import type { Formatter, LangiumServices } from 'langium/lsp';
import {
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingOptions,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { formattingEdits } from '../formatting/format.ts';
import { depthOfToken, UNIT } from '../formatting/indentation.ts';

/**
 * Brings a text into the form that `procedo fmt` gives it, whatever the editor thinks of tabs: there is one. While there are mistakes of
 * syntax, and at the key of a brace, only the indentation is mended; where braces do not balance nothing is.
 */
export class ProcedoFormatter implements Formatter {
  readonly formatOnTypeOptions: DocumentOnTypeFormattingOptions = { firstTriggerCharacter: '}' };
  readonly #parser: LangiumParser;

  constructor(services: LangiumServices) {
    this.#parser = services.parser.LangiumParser;
  }

  formatDocument(document: LangiumDocument, _: DocumentFormattingParams): TextEdit[] {
    return this.#edits(document) ?? indentingEdits(document, 0, document.textDocument.lineCount);
  }

  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    const [first, last] = [range.start.line, range.end.line];
    const edits = this.#edits(document);
    if (!edits) return indentingEdits(document, first, last + 1);
    // What stands before a line begins at the end of the line before it.
    return edits.filter(
      ({ range: { start, end } }) => end.line >= first && end.line <= last && start.line >= first - 1,
    );
  }

  formatDocumentOnType(document: LangiumDocument, { position }: DocumentOnTypeFormattingParams): TextEdit[] {
    return indentingEdits(document, position.line, position.line + 1);
  }

  #edits(document: LangiumDocument): TextEdit[] | undefined {
    const { textDocument } = document;
    return formattingEdits(document, this.#parser)?.map(({ offset, end, text }) =>
      TextEdit.replace({ start: textDocument.positionAt(offset), end: textDocument.positionAt(end) }, text),
    );
  }
}

/** What indents the lines from `first` up to `end`, and changes nothing else, so that it does no harm to half-typed text. */
function indentingEdits(document: LangiumDocument, first: number, end: number): TextEdit[] {
  const root = document.parseResult.value.$cstNode;
  const leaves = root ? CstUtils.flattenCst(root).toArray() : [];
  if (!areBracesClosed(leaves)) return [];
  const lines = document.textDocument.getText().split('\n');
  const edits: TextEdit[] = [];
  let lastLine = -1;
  for (const [index, leaf] of leaves.entries()) {
    const { start, end: stop } = leaf.range;
    const opensLine = start.line > lastLine;
    lastLine = Math.max(lastLine, stop.line);
    if (!opensLine || start.line < first || start.line >= end) continue;
    edits.push(...reindent(lines, start.line, stop.line, UNIT.repeat(depthOfToken(leaves, index))));
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
