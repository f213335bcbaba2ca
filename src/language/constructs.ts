import type { Construct, Place } from './construct.ts';
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
