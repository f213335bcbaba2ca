import { migrateCases } from '../cases/migrate.ts';
import { migrate } from '../processes/migrate.ts';
import type { Link, LinkedModel, LinkedState, Place } from './linked-state.ts';

export interface LinkedMigration {
  readonly state: LinkedState;
  /** Ids of the elements at which something stood that has no place in the new model, each once. */
  readonly dropped: readonly string[];
}

/**
 * A state of one model in another that was made from it by an edit, as `migrate` and `migrateCases` do on each side. What was called by something
 * that is dropped goes as well; a caller whose callee is dropped may be completed by hand.
 */
export function migrateLinked(state: LinkedState, from: LinkedModel, to: LinkedModel): LinkedMigration {
  const processes = migrate(state.processes, from.net, to.net);
  const cases = migrateCases(state.cases, from.plan, to.plan);
  const dropped = [...new Set([...processes.dropped, ...cases.dropped])];
  const moved = { processes: processes.state, cases: cases.state, links: state.links };
  return { state: state.links.length > 0 ? withoutOrphans(moved) : moved, dropped };
}

function withoutOrphans(state: LinkedState): LinkedState {
  const { links, processes, cases } = state;
  const numbers = {
    processes: new Set(processes.scopes.flatMap(({ id, instances }) => [id, ...instances.map((each) => each.id)])),
    cases: new Set(cases.cases.flatMap(({ instances }) => instances.map(({ id }) => id))),
  };
  const isThere = ({ in: side, at }: Place) => numbers[side].has(at);
  const orphan = links.find(({ caller, callee }) => !isThere(caller) && isThere(callee));
  if (orphan) return withoutOrphans(without(state, orphan));
  return { ...state, links: links.filter(({ caller, callee }) => isThere(caller) && isThere(callee)) };
}

function without({ processes, cases, links }: LinkedState, link: Link): LinkedState {
  const { in: side, at } = link.callee;
  return {
    processes:
      side === 'processes' ? { ...processes, scopes: processes.scopes.filter(({ root }) => root !== at) } : processes,
    cases: side === 'cases' ? { ...cases, cases: cases.cases.filter(({ id }) => id !== at) } : cases,
    links: links.filter((each) => each !== link),
  };
}
