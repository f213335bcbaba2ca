import { type LangiumDocument, URI } from 'langium';
import type { DocumentSymbol, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenFixture } from './fixtures.ts';

/** A range as fixtures write it: line and column from 1, with the text that stands there. */
export function showRange(document: LangiumDocument, range: Range): string {
  const text = document.textDocument.getText(range).split('\n')[0];
  return `${range.start.line + 1}:${range.start.character + 1} ${text}`;
}

/** A place in one of the files of a case. */
export function showLocation({ services }: OpenFixture, uri: string, range: Range): string {
  const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
  if (!document) return `${uri} is not open`;
  return `${uri.replace('file:///', '')}:${showRange(document, range)}`;
}

/** An outline, two blanks a level. */
export function showOutline(symbols: readonly DocumentSymbol[], level = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(level)}${name} (${detail})`,
    ...showOutline(children ?? [], level + 1),
  ]);
}

/** The text of a document after edits. */
export function edited(document: LangiumDocument, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(document.textDocument as TextDocument, [...edits]);
}
