import { activityConstructs } from './constructs-activities.ts';
import { caseClauseConstructs } from './constructs-case-clauses.ts';
import { caseItemConstructs } from './constructs-case-items.ts';
import { collaborationConstructs } from './constructs-collaboration.ts';
import { coreConstructs } from './constructs-core.ts';
import { dataConstructs } from './constructs-data.ts';
import { definitionConstructs } from './constructs-definitions.ts';
import { eventConstructs } from './constructs-events.ts';
import { expectationConstructs } from './constructs-expectations.ts';
import { flowConstructs } from './constructs-flow.ts';
import { scenarioConstructs } from './constructs-scenarios.ts';

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

/** The constructs by subject, in the order of the reference; one file a subject, as in the grammar. */
export const constructGroups: readonly { readonly title: string; readonly constructs: readonly Construct[] }[] = [
  { title: 'Processes, pools and lanes', constructs: collaborationConstructs },
  { title: 'Activities', constructs: activityConstructs },
  { title: 'Events, handlers and triggers', constructs: eventConstructs },
  { title: 'Gateways, joins and jumps', constructs: flowConstructs },
  { title: 'Data, notes and groups', constructs: dataConstructs },
  { title: 'Cases', constructs: [...caseItemConstructs, ...caseClauseConstructs] },
  { title: 'Scenarios', constructs: [...scenarioConstructs, ...expectationConstructs] },
  { title: 'Messages, errors and other definitions', constructs: definitionConstructs },
  { title: 'The head of a file, and what stands anywhere', constructs: coreConstructs },
];

/** Every construct of the language. */
export const constructs: readonly Construct[] = constructGroups.flatMap((group) => group.constructs);

const byRuleAndKeyword = new Map(
  constructs.flatMap((construct) =>
    construct.rules.map((rule) => [`${rule} ${construct.keyword}`, construct] as const),
  ),
);

/** What `keyword` means in the grammar rule `rule`; `undefined` for mere punctuation. */
export function constructFor(rule: string, keyword: string): Construct | undefined {
  return byRuleAndKeyword.get(`${rule} ${keyword}`);
}

/** The constructs that may open a statement at `place`, likeliest first. */
export function constructsAt(place: Place): Construct[] {
  const rank = (construct: Construct): number => construct.places?.[place] ?? Number.POSITIVE_INFINITY;
  return constructs.filter((construct) => construct.places?.[place] !== undefined).sort((a, b) => rank(a) - rank(b));
}
