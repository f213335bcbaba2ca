/**
 * Which diagrams a model of cases is drawn in. A case has one of its own, as other tools show one diagram at a time, and cmmn-js draws no connectors of a
 * second case in it; what pins place together stays together.
 */
import type { CmmnDefinitions } from '../../model/index.ts';
import type { LayoutPin } from '../layout-file.ts';
import type { Pins } from '../pins.ts';
import { isPinned } from './pinned-cases.ts';
import { readCases, type ShownNotes } from './read-cases.ts';

/** A diagram to draw: what it is called, where things stand in it, and which plans it shows, by their ids. */
export interface CaseDiagram {
  readonly id: string;
  readonly name?: string;
  readonly pins: ReadonlyMap<string, LayoutPin>;
  readonly shows: (plan: string) => boolean;
  readonly notes: ShownNotes;
}

/** In the order of the cases, then the further diagrams that pins name, with the plans that they place. */
export function caseDiagrams(definitions: CmmnDefinitions, { pins, further }: Pins): CaseDiagram[] {
  const isPlaced = placedIn(definitions, pins);
  const others = further.map((diagram) => ({
    ...diagram,
    shows: (plan: string) => diagram.pins.has(plan),
    notes: 'placed' as const,
  }));
  const plans = definitions.cases
    .flatMap(({ casePlanModel }) => casePlanModel?.id ?? [])
    .filter((plan) => !pins.get(plan)?.undrawn)
    .filter((plan) => isPlaced(plan) || !others.some(({ shows }) => shows(plan)));
  const together = plans.filter(isPlaced);
  const groups = [...new Set(plans.map((plan) => (isPlaced(plan) ? together : plan)))].map((group) => [group].flat());
  // What belongs to no case stands with what is placed, else with the first.
  const main = together.length > 0 ? groups.findIndex((group) => group.includes(together[0] ?? '')) : 0;
  const ids = freeIds(new Set(further.map(({ id }) => id)));
  const own = (groups.length > 0 ? groups : [[]]).map((group, index) => ({
    id: ids.next().value,
    pins,
    shows: (plan: string) => group.includes(plan),
    notes: index === main ? ('all' as const) : ('tied' as const),
  }));
  return [...own, ...others];
}

/** Whether something of a plan has a place of its own. */
function placedIn(definitions: CmmnDefinitions, pins: ReadonlyMap<string, LayoutPin>): (plan: string) => boolean {
  if (![...pins.values()].some(({ bounds }) => bounds)) return () => false;
  const placed = new Set(
    definitions.cases
      .flatMap(({ casePlanModel }) => casePlanModel?.id ?? [])
      .filter((id) =>
        isPinned(
          readCases(definitions, pins, (plan) => plan === id, 'tied'),
          pins,
        ),
      ),
  );
  return (plan) => placed.has(plan);
}

function* freeIds(taken: ReadonlySet<string>): Generator<string, never> {
  for (let number = 1; ; number++) {
    const id = `CMMNDiagram_${number}`;
    if (!taken.has(id)) yield id;
  }
}
