/** What tasks and call activities run of the other kind, or of cases. */
import type { CasePlan } from '../cases/plan.ts';
import type { Net } from '../processes/net.ts';

/** What a task or call activity runs. */
export interface Named {
  readonly in: 'processes' | 'cases';
  /** Id of the process or case. */
  readonly id: string;
  readonly isBlocking: boolean;
}

/** By id of the task or call activity. A process that calls a process does so by itself and is not among them. */
export interface CallTable {
  readonly processes: ReadonlyMap<string, Named>;
  readonly cases: ReadonlyMap<string, Named>;
  /** What is in none of the models, by id of what names it, which waits to be completed by hand: the id of a process or case. Decisions are not run. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** All that calls something which is in the models. */
export function readCalls(net: Net, plan: CasePlan): CallTable {
  const processes = net.nodes.flatMap(({ id, calls }): [string, Named][] => {
    const called = calls && local(calls);
    return called !== undefined && plan.caseOfId.has(called)
      ? [[id, { in: 'cases', id: called, isBlocking: true }]]
      : [];
  });
  const cases = plan.items.flatMap(({ id, runs, isBlocking }): [string, Named][] => {
    if (runs?.kind === 'case' && plan.caseOfId.has(runs.ref)) return [[id, { in: 'cases', id: runs.ref, isBlocking }]];
    const scope = runs?.kind === 'process' ? net.scopes[net.scopeOfId.get(runs.ref) ?? -1] : undefined;
    return scope?.kind === 'process' ? [[id, { in: 'processes', id: scope.id, isBlocking }]] : [];
  });
  const known = { processes: new Map(processes), cases: new Map(cases) };
  return { ...known, elsewhere: new Map(elsewhere(net, plan, known)) };
}

function elsewhere(net: Net, plan: CasePlan, known: Pick<CallTable, 'processes' | 'cases'>): [string, string][] {
  return [
    ...net.nodes.flatMap(({ id, calls }): [string, string][] =>
      calls === undefined || known.processes.has(id) ? [] : [[id, local(calls)]],
    ),
    ...plan.items.flatMap(({ id, runs }): [string, string][] =>
      !runs || runs.kind === 'decision' || known.cases.has(id) ? [] : [[id, runs.ref]],
    ),
  ];
}

/** A name without the prefix of its file. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
