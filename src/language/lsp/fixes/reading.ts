/** Changes of what cannot be read, tried before they are offered. */
import { AstUtils, type ParseResult } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isUnknown, isUnknownRoot } from '../../generated/ast.ts';
import type { Fix, ProblemPlace } from './fix.ts';

/** Longer texts are not read once more for a fix: nobody waits for that. In characters. */
const LONGEST = 300_000;

/** Whether less of the text is unreadable after the change, and nothing on the line of the problem: the parser reads it once more. */
export function readsBetter(place: ProblemPlace, { edits }: Fix): boolean {
  if ('get' in edits) return true;
  const { textDocument, parseResult } = place.document;
  if (textDocument.getText().length > LONGEST) return false;
  const text = TextDocument.applyEdits(textDocument as TextDocument, [...edits]);
  const result = place.services.parser.LangiumParser.parse(text);
  const line = place.diagnostic.range.start.line + 1;
  return faults(result) < faults(parseResult) && !result.parserErrors.some(({ token }) => token.startLine === line);
}

/** Lines on which the parser stumbles (one problem is told of each), and words that it only takes for unknown ones. */
function faults({ parserErrors, value }: ParseResult): number {
  const lines = new Set(parserErrors.map(({ token }) => token.startLine));
  const unknown = AstUtils.streamAst(value).filter((node) => isUnknown(node) || isUnknownRoot(node));
  return lines.size + unknown.count();
}
