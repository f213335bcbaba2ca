import type { Range } from './range.ts';

/** A comment in a text or in XML. */
export interface SourceComment {
  /** What it says, without its marks and the blanks around it. */
  readonly text: string;
  /** The comment with its marks. */
  readonly range: Range;
}
