/** Ends the reading of a file at the first thing that makes the rest meaningless. Never leaves the reader. */
export class Unreadable extends Error {
  readonly code: string;
  /** Behind the last character that is meant; undefined: where the parser is. */
  readonly end: number | undefined = undefined;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
