/** What the extension (or any other client) asks the language server about models in XML: as a text of ours, and parts of a text as XML. */
import type { Range } from '../base/range.ts';
import { type ViewProblem, viewProblem } from './server.ts';
import { list, optional, record, text } from './shape.ts';

/**
 * Request. Params `ImportParams`, result `ImportResult`, or `null` where the request was cancelled: cancelling it ends the work at once.
 * The server writes nothing.
 */
export const importRequest = 'procedo/import';

export interface ImportParams {
  /** The file of the model, which is read from the disk; it need not be open. */
  readonly uri: string;
  /** The XML, or Mermaid's text, in place of what the disk has: an unsaved file, or one that is nowhere but in the clipboard. */
  readonly xml?: string;
}

/** The text and its layout file, none for a text of Mermaid's; or why there are none: `problems` then holds an error. */
export interface ImportResult {
  readonly text?: string;
  readonly layout?: string;
  /** Of XML without a file around it, such as a copied step: its statements alone, as they stand in a process or a case. `text` has one around them. */
  readonly part?: string;
  /** In which the model that is exported of both would differ from this one, a sentence each. */
  readonly lost?: readonly string[];
  readonly problems: readonly ViewProblem[];
}

/** Request. `CopyXmlParams` → `CopyXmlResult`, or `null` when the text is not open. */
export const copyXmlRequest = 'procedo/copyXml';

export interface CopyXmlParams {
  /** A text of ours. */
  readonly uri: string;
  /** A part of it: the elements that begin in it, or else the one that it is in. */
  readonly range: Range;
}

export interface CopyXmlResult {
  /** The elements as XML, one after the other, each with the prefixes that it has. Absent where no element is there or `problems` holds an error. */
  readonly xml?: string;
  readonly problems: readonly ViewProblem[];
}

const importResult = record({
  text: optional(text),
  layout: optional(text),
  part: optional(text),
  lost: optional(list(text)),
  problems: list(viewProblem),
});

export function isImportResult(value: unknown): value is ImportResult {
  return importResult(value);
}

const copyXmlResult = record({ xml: optional(text), problems: list(viewProblem) });

export function isCopyXmlResult(value: unknown): value is CopyXmlResult {
  return copyXmlResult(value);
}
