/** Planning tables (CMMN 1.1, 5.4.9): what people may add, and when. */
import { type Cmmn, is } from '../../model/index.ts';
import type { Source } from './case-source.ts';
import type { Gate } from './plan.ts';
import { rolesOf } from './read-definition.ts';

interface Row {
  readonly element: Cmmn.DiscretionaryItem;
  readonly gates: readonly Gate[];
}

/** The discretionary items of a table and of the tables in it. */
export function readTable(table: Cmmn.PlanningTable | undefined, source: Source): Row[] {
  return table ? rowsOf(table, [], source) : [];
}

function rowsOf(item: Cmmn.TableItem, around: readonly Gate[], source: Source): Row[] {
  const gate = gateOf(item, source);
  const gates = gate.rules.length > 0 || gate.roles.length > 0 ? [...around, gate] : around;
  if (is(item, 'cmmn:DiscretionaryItem')) return [{ element: item, gates }];
  return is(item, 'cmmn:PlanningTable') ? item.tableItems.flatMap((each) => rowsOf(each, gates, source)) : [];
}

/** A rule without a condition holds: it asks for nothing. */
function gateOf({ applicabilityRuleRefs, authorizedRoleRefs }: Cmmn.TableItem, { conditionOf }: Source): Gate {
  const rules = applicabilityRuleRefs.map(({ condition }) => conditionOf(condition));
  const asks = rules.filter((rule) => rule !== undefined);
  return { rules: asks.length === rules.length ? asks : [], roles: rolesOf(authorizedRoleRefs) };
}
