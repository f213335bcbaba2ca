/** What was done is undone (BPMN 2.0.2, 13.5.5). */
import { beginActivity } from './activities.ts';
import { compensationDone } from './after-activities.ts';
import type { Trigger } from './net.ts';
import { compensationEventSubProcess } from './read-compensation.ts';
import type { Run } from './run.ts';
import { openScope } from './scopes.ts';
import type { Completion, ScopeInstance } from './state.ts';

/** Starts the handlers of what has been completed, the last first; an instance of the throw stays until they are done. */
export function compensate(run: Run, scope: number, node: number, trigger: Pick<Trigger, 'activity'>): void {
  const targets = takeCompletions(run, scope, trigger.activity ?? -1);
  const thrower = run.addInstance(scope, { node, kind: 'compensation', pending: [] });
  const pending = targets
    .reverse()
    .flatMap(({ home, completion }) => runHandler(run, home, completion, scope, thrower.id));
  // Who does not wait has gone on, but stays until the handlers are done: they run in this scope.
  if (pending.length === 0) compensationDone(run, scope, thrower);
  else run.changeInstance(scope, thrower.id, { pending });
}

interface Target {
  readonly home: number;
  readonly completion: Completion;
}

/** Takes what is to be compensated out of the memory of its scopes: the activity named, wherever it was done, or all of this scope. */
function takeCompletions(run: Run, id: number, activity: number): Target[] {
  const targets: Target[] = [];
  for (const scope of scopesMeant(run, id, activity >= 0)) {
    const isMeant = ({ node }: Completion) => activity < 0 || node === activity;
    const meant = scope.completions.filter(isMeant);
    const open = meant.length > 0 ? run.edit(scope.id) : undefined;
    if (!open) continue;
    open.completions = scope.completions.filter((each) => !isMeant(each));
    targets.unshift(...meant.map((completion) => ({ home: scope.id, completion })));
  }
  return targets;
}

/** An event sub-process speaks for the scope that it stands in. */
function scopesMeant(run: Run, id: number, anywhere: boolean): ScopeInstance[] {
  const found: ScopeInstance[] = [];
  for (let scope = run.scope(id); scope; scope = run.around(scope)) {
    found.push(scope);
    if (!anywhere && run.netScope(scope).kind !== 'event-sub-process') break;
  }
  return found;
}

/** @returns numbers of what the thrower has to wait for */
function runHandler(run: Run, home: number, completion: Completion, scope: number, thrower: number): number[] {
  const node = run.node(completion.node);
  const event = node.boundary.find((each) => run.node(each).handler >= 0);
  if (event !== undefined) {
    run.trace?.push({ what: 'compensated', element: node.id, scope: home });
    const started = beginActivity(run, home, run.node(run.node(event).handler));
    return started > 0 ? [started] : [];
  }
  const { inner } = completion;
  if (!inner) return [];
  run.trace?.push({ what: 'compensated', element: node.id, scope: home });
  // The scope is opened again with the variables of then; it ends when its handlers are done.
  const again = run.addScope({ scope: inner.scope, parent: scope, owner: thrower, data: completion.data });
  const compensator = compensationEventSubProcess(run.netScope(again), run.net.nodes, run.net.scopes);
  if (compensator >= 0) startCompensator(run, again, compensator, inner.completions);
  else for (const each of [...inner.completions].reverse()) runInAgain(run, again.id, each);
  return [again.id];
}

/** Inside a scope that was opened again nobody waits for a single handler, but the scope for all. */
function runInAgain(run: Run, scope: number, completion: Completion): void {
  const node = run.node(completion.node);
  const holder = run.addInstance(scope, { node: node.index, kind: 'compensation', pending: [] });
  const pending = runHandler(run, scope, completion, scope, holder.id);
  if (pending.length === 0) run.removeInstance(scope, holder.id);
  else run.changeInstance(scope, holder.id, { pending });
}

function startCompensator(run: Run, scope: ScopeInstance, index: number, completions: readonly Completion[]): void {
  const open = run.edit(scope.id);
  if (open) open.completions = completions;
  const node = run.node(index);
  const owner = run.addInstance(scope.id, { node: index, kind: 'work' });
  const inner = openScope(run, node.inner, scope.id, owner.id);
  for (const start of run.netScope(inner).triggeredStarts) run.push({ move: 'leave', scope: inner.id, node: start });
}
