/** What one file is held against, and what comes of it. */
import type { Settings } from '../workspace/index.ts';
import type { LintedFile } from './lint-report.ts';

/** What is to be looked at, and how. A plain value: threads copy it. */
export interface LintJob {
  /** What the report calls the file. */
  readonly file: string;
  /** Absolute; `-` for standard input, whose first character says what it is. */
  readonly path: string;
  /** What is to be taken for the content of the file; undefined: what the disk has. */
  readonly bytes?: Uint8Array;
  readonly settings: Settings;
  /** Whether comments in the file may take findings away. */
  readonly suppressions: boolean;
  /** Whether to mend what can be mended without asking, and to write the file; `look` writes nothing. */
  readonly fix?: 'write' | 'look' | undefined;
}

/** What was found, and whether the file could be read at all; or a line for standard error that says why it could not be opened. */
export type LintResult =
  | {
      readonly linted: LintedFile;
      readonly isUnreadable: boolean;
      /** What was found first and is mended: how much, and the text that came of it. */
      readonly mended?: { readonly count: number; readonly text: string };
    }
  | { readonly refusal: string };
