/** What would go on without end, or without measure, lets its process instance fail, so that no step runs for ever (choice). */
import type { NetNode } from './net.ts';
import type { Run } from './run.ts';
import { cancelScope, openScope } from './scopes.ts';
import type { ScopeInstance } from './state.ts';
import type { Failure } from './trace.ts';

/** Processes that run within each other by calls. */
const MOST_CALLS = 100;
/** Times that the same thing begins in the same place within one step: as a round or an item after another, and by events. */
const MOST_TIMES = 1_000;
const MOST_BY_EVENTS = 100;
/** All that begins within one step. */
const MOST_BEGUN = 20_000;
/** Items at work at once, and tokens that one activity puts out. */
export const MOST_AT_ONCE = 10_000;

/** Ends a process instance by what nobody can mend from within. @param key the code of an error; '': none */
export function failInstance(run: Run, scope: number, element: string, reason: Failure, key = ''): void {
  const holder = run.scope(scope);
  if (!holder) return;
  run.failures = [...run.failures, reason === 'uncaught-error' ? key : reason];
  run.trace?.push({ what: 'failed', element, scope, reason, key });
  cancelScope(run, holder.root);
}

/** Whether something may begin once more in this step. @param scope where; -1: a process of its own */
export function mayBegin(run: Run, scope: number, { index, kind, loop }: NetNode): boolean {
  const times = run.begins(scope, index);
  // Items that begin together have a measure of their own.
  const isItem = loop?.kind === 'multi-instance' && !loop.isSequential;
  const most = kind === 'start' || kind === 'event-sub-process' ? MOST_BY_EVENTS : MOST_TIMES;
  return (isItem || times <= most) && run.begun <= MOST_BEGUN;
}

/**
 * Opens what runs for an instance of a sub-process or a call; without end, the process instance fails.
 * @param node the sub-process, event sub-process or call
 * @returns undefined: it has failed
 */
export function openInner(
  run: Run,
  node: NetNode,
  parent: number,
  owner: number,
  data?: ScopeInstance['data'],
): ScopeInstance | undefined {
  if (mayBegin(run, parent, node) && (node.kind !== 'call' || callsAround(run, parent) < MOST_CALLS))
    return openScope(run, node.inner, parent, owner, data);
  failInstance(run, parent, node.id, 'endless');
  return undefined;
}

function callsAround(run: Run, id: number): number {
  let calls = 0;
  for (let scope = run.scope(id); scope; scope = run.scope(scope.parent))
    if (run.netScope(scope).kind === 'process') calls++;
  return calls;
}
