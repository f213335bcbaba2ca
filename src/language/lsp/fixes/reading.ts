/** Changes of what cannot be read, tried before they are offered. */
import { AstUtils, type ParseResult } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isModel, isUnknown, isUnknownItem, isUnknownRoot } from '../../generated/ast.ts';
import { localContext } from '../cursor.ts';
import type { Fix, ProblemPlace } from './fix.ts';

/**
 * Whether less of the text is unreadable after the change, and nothing on the line of the problem. The parser reads the statement
 * before and this line once more, not the whole file: the edits are on these lines.
 */
export function readsBetter(place: ProblemPlace, { edits }: Fix): boolean {
  const root = place.document.parseResult.value;
  if ('get' in edits || !isModel(root)) return false;
  const document = place.document.textDocument as TextDocument;
  const text = document.getText();
  const { start, around } = localContext(root, text, place.offset);
  // Outside any block the parser gives up at the first thing that it cannot read: what follows counts too.
  const end = around ? place.endOfLine(place.end) : text.length;
  const changed = TextDocument.applyEdits(document, [...edits]);
  const read = (part: string): ParseResult => place.services.parser.LangiumParser.parse(`${around}${part}`);
  const before = read(text.slice(start, end));
  const after = read(changed.slice(start, end + changed.length - text.length));
  const line = text.slice(start, place.offset).split('\n').length;
  return faults(after) < faults(before) && !after.parserErrors.some(({ token }) => token.startLine === line);
}

/** Lines on which the parser stumbles (one problem is told of each), and words that it only takes for unknown ones. */
function faults({ lexerErrors, parserErrors, value }: ParseResult): number {
  const lines = new Set(parserErrors.map(({ token }) => token.startLine));
  const unknown = AstUtils.streamAst(value).filter(
    (node) => isUnknown(node) || isUnknownItem(node) || isUnknownRoot(node),
  );
  const openings = lexerErrors.filter((error) => 'code' in error && error.code === 'unknown-word');
  return lines.size + unknown.count() + openings.length;
}
