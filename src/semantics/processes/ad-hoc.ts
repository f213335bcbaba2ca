/** Ad-hoc sub-processes: what is done in them, and when they are (BPMN 2.0.2, 13.3.5). */
import type { NetNode } from './net.ts';
import type { Run } from './run.ts';
import { cancelContent, endScope } from './scopes.ts';
import type { ScopeInstance } from './state.ts';

/** The condition of an ad-hoc sub-process is asked each time that an activity in it is done (BPMN 2.0.2, 13.3.5). */
export function adHocDone(run: Run, scope: ScopeInstance, node: NetNode): void {
  const adHoc = run.netScope(scope).adHoc;
  const isDone = adHoc?.completion?.evaluate(run.data(scope)) === true;
  if (isDone && adHoc?.cancelsRemaining) cancelContent(run, scope.id);
  const open = isDone && run.edit(scope.id);
  if (open) open.isEnding = true;
  if (!isDone || !adHoc?.cancelsRemaining) run.push({ move: 'leave', scope: scope.id, node: node.index });
}

/** An ad-hoc sub-process is done. */
export function endAdHoc(run: Run, id: number): void {
  const scope = run.scope(id);
  if (scope) endScope(run, scope);
}
