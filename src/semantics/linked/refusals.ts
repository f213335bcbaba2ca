/** Acts that one side would allow and the other forbids. */
import { enabledInCases } from '../cases/enabled.ts';
import type { Act } from '../processes/act.ts';
import { enabled } from '../processes/enabled.ts';
import type { RunOptions } from '../processes/run.ts';
import { same } from './calls.ts';
import type { LinkedAct } from './linked-act.ts';
import type { LinkedModel, LinkedState, Place } from './linked-state.ts';

/** Why an act is not possible because of what the other side does. */
export function refusalOf(state: LinkedState, act: LinkedAct): string | undefined {
  if (state.links.length === 0) return undefined;
  const ends =
    act.in === 'processes'
      ? act.act.do === 'finish' && act.act.at
      : act.act.do === 'transition' && act.act.transition === 'complete' && act.act.at;
  const link = ends === false ? undefined : state.links.find(({ caller }) => same(caller, { in: act.in, at: ends }));
  if (link) return `${link.element} runs ${link.called}: it is done when that is over.`;
  const paused = act.in === 'processes' ? pauseAround(state, act.act) : undefined;
  return paused && `${paused} is suspended, so the process that it runs waits.`;
}

/** All acts that are possible on both sides; see `enabled` and `enabledInCases`. */
export function enabledLinked(model: LinkedModel, state: LinkedState, options: RunOptions): LinkedAct[] {
  const acts = enabled(model.net, state.processes, options).map((act): LinkedAct => ({ in: 'processes', act }));
  if (state.cases.cases.length === 0) return acts;
  for (const act of enabledInCases(model.plan, state.cases, options)) acts.push({ in: 'cases', act });
  return acts.filter((act) => refusalOf(state, act) === undefined);
}

/** Id of the task of a case that runs the process of an act and is suspended. */
function pauseAround(state: LinkedState, act: Act): string | undefined {
  const at = 'at' in act ? act.at : 'scope' in act ? act.scope : undefined;
  const scope = state.processes.scopes.find(
    ({ id, instances }) => id === at || instances.some((each) => each.id === at),
  );
  const root: Place | undefined = scope && { in: 'processes', at: scope.root };
  const link = root && state.links.find(({ callee }) => same(callee, root));
  const instances = link?.caller.in === 'cases' ? state.cases.cases.flatMap((each) => each.instances) : [];
  const task = instances.find(({ id }) => id === link?.caller.at);
  return task?.state === 'suspended' ? link?.element : undefined;
}
