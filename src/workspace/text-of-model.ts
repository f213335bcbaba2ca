/** XML → text alone, for reading: what a layout file would keep is left out, and nothing is parsed. */
import { is } from '../model/index.ts';
import { printCases, printText } from '../printing/index.ts';
import type { SourceDocument } from './source-document.ts';

/** The text of a model; undefined if the document holds none. */
export function textOfModel({ definitions }: SourceDocument): string | undefined {
  if (!definitions) return undefined;
  return (is(definitions, 'cmmn:Definitions') ? printCases(definitions) : printText(definitions)).text;
}
