import { activityDone } from './after-activities.ts';
import type { NetNode, StandardLoop } from './net.ts';
import type { Run } from './run.ts';
import { startWork } from './work.ts';

/**
 * Another round of a loop, or on (BPMN 2.0.2, 13.3.6).
 * @param count rounds done
 * @param id of the instance that goes into the next round
 * @param chosen what somebody decided
 */
export function nextRound(
  run: Run,
  scope: number,
  node: NetNode,
  loop: StandardLoop,
  count: number,
  id = 0,
  chosen?: boolean,
): number {
  const isOver = loop.maximum !== undefined && count >= loop.maximum;
  const again = isOver ? false : (chosen ?? holdsAgain(run, scope, loop, count));
  if (again === true) return startWork(run, scope, node, -1, count, id).id;
  const same = id > 0 ? { id } : {};
  if (again === undefined)
    return run.addInstance(scope, { node: node.index, kind: 'choice', choice: 'again', count, ...same }).id;
  activityDone(run, scope, node, id);
  return 0;
}

function holdsAgain(run: Run, scope: number, loop: StandardLoop, count: number): boolean | undefined {
  if (!loop.condition && loop.maximum !== undefined) return true;
  const value = loop.condition?.evaluate(run.data(run.scope(scope), { loopCounter: count }));
  if (typeof value === 'boolean') return value;
  return run.options.unknown === 'false' ? false : undefined;
}
