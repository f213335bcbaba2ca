/** Transitions are told to those who listen. */
import type { TransitionName } from './life-cycles.ts';
import { eventKey } from './plan.ts';
import type { CaseRun } from './run.ts';
import type { ItemInstance } from './state.ts';

/** Leaves word of a transition for those who listen to it. */
export function tell(run: CaseRun, instance: ItemInstance, transition: TransitionName, by?: string): void {
  if (!run.plan.heard.has(instance.item)) return;
  const event = eventKey({ of: 'item', source: instance.item, transition });
  if (!run.plan.hearers.has(event)) return;
  const path = run.path(instance).map(({ id }) => id);
  run.push({ move: 'tell', case: path.at(-1) ?? 0, event, path, ...(by !== undefined && { by }) });
}
