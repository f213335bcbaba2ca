/** A problem in the code of an expression; offsets are from the code's own beginning. */
export interface CodeProblem {
  readonly code: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}
