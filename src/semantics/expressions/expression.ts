/** What a condition, a count or a rule of the model is to a run. */

/** A value of a variable. Numbers, texts, truth values, lists and contexts, as FEEL has them. */
export type Value = unknown;

/** The variables that an expression may read. */
export interface Data {
  /** undefined: not set. */
  get(name: string): Value | undefined;
  /** All that is set, for evaluators that need it whole. */
  all(): Readonly<Record<string, Value>>;
}

export interface Expression {
  readonly text: string;
  /** Its value; undefined where it cannot be known: a variable is not set, or the text is in a language that is not known here. */
  evaluate(data: Data): Value | undefined;
}
