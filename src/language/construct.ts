/**
 * Where a statement may stand, named after what holds it.
 * - `head`, `root`: the file itself, before and after the first root element
 * - `process`: the body of a process or of a sub-process: declarations and flow
 * - `flow`: the block of a branch or a handler: flow only
 * - `adhoc`: the body of an ad-hoc sub-process: steps without a start or an end
 * - `choice`, `parallel`, `race`: the block of a gateway: its branches only
 * - `collaboration`: the block of a collaboration
 * - `lane`: the block of a lane at the top of a process or sub-process
 * - `case`, `stage`: the body of a case, and that of a stage or a fragment
 * - `table`: the block of a human task: its discretionary items
 * - `files`: the block of a case file item
 * - `scenario`: the block of a scenario
 */
export type Place =
  | 'head'
  | 'root'
  | 'process'
  | 'flow'
  | 'adhoc'
  | 'choice'
  | 'parallel'
  | 'race'
  | 'collaboration'
  | 'lane'
  | 'case'
  | 'stage'
  | 'table'
  | 'files'
  | 'scenario';

/** What a word does in the text; colours and the order of the reference follow it. */
export type Role = 'declaration' | 'step' | 'control' | 'trigger' | 'clause' | 'constant';

/**
 * One keyword in one meaning: the only place that says what it is. Completion, hover, semantic colours,
 * docs/language.md and the test of the TextMate grammar read it.
 */
export interface Construct {
  /** As it is written: `user`, `non-interrupting`, `->`. */
  readonly keyword: string;
  /** The grammar rules in which the keyword has this meaning. */
  readonly rules: readonly string[];
  readonly role: Role;
  /** The standard's own name for it (BPMN 2.0.2, CMMN 1.1). */
  readonly term: string;
  /** What it means, in one or two sentences. Markdown. */
  readonly means: string;
  /** Text that parses: a whole file for what stands at the root or in a case, else statements of a process body. */
  readonly example: string;
  /** What completion inserts, in LSP's snippet syntax; the keyword alone where it is absent. */
  readonly snippet?: string;
  /** Where the statement it opens may stand, with its rank there (1 is proposed first); absent for all other words. */
  readonly places?: Readonly<Partial<Record<Place, number>>>;
  /** For a clause: the kinds of statement on which it makes sense; absent: on all that the grammar takes. */
  readonly kinds?: readonly string[];
}
