import { isOver } from '../cases/life-cycles.ts';
import { step } from '../processes/step.ts';
import type { LinkedAct } from './linked-act.ts';
import { linkedKey } from './linked-key.ts';
import { type LinkedModel, type LinkedState, nothingRuns } from './linked-state.ts';
import { notePassed, noteProcess } from './passed.ts';
import { enabledLinked } from './refusals.ts';
import { stepLinked } from './step-linked.ts';

/** What a search or a walk needs to know of something that runs, with data abstracted to free choices. */
export interface Runnable<S, A> {
  /** Before anything has begun. */
  readonly nothing: S;
  /** What can be done, in a fixed order. */
  enabled(state: S): readonly A[];
  /** Does an act; what it passes is added, by id. One that is not possible changes nothing. */
  step(state: S, act: A, passed: Set<string>): S;
  /** The same for the same marking. */
  key(state: S): string;
  /** Whether nothing is left that should still go on. */
  isOver(state: S): boolean;
}

const options = { unknown: 'choose', traced: true } as const;

/** Processes and cases as something that runs to its end: a case that is over is not begun again. */
export function runnable(model: LinkedModel): Runnable<LinkedState, LinkedAct> {
  const callsNothing = model.calls.cases.size + model.calls.processes.size === 0;
  return {
    nothing: nothingRuns,
    enabled: (state) => {
      const acts = enabledLinked(model, state, options);
      return state.cases.cases.length > 0 ? acts.filter((act) => !wakes(state, act)) : acts;
    },
    step: (state, act, passed) => {
      // Nothing follows on the other side: a search makes such steps by the million, and needs no trace of both.
      if (callsNothing && act.in === 'processes') {
        const { state: processes, trace } = step(model.net, state.processes, act.act, options);
        for (const entry of trace) noteProcess(entry, passed);
        return { processes, cases: state.cases, links: state.links };
      }
      const after = stepLinked(model, state, act, options);
      notePassed(after.trace, passed);
      return after.state;
    },
    key: linkedKey,
    isOver: isAllOver,
  };
}

/** Whether no process runs and no case is open. */
export function isAllOver({ processes, cases }: LinkedState): boolean {
  return processes.scopes.length === 0 && cases.cases.every(({ instances: [root] }) => root && isOver(root.state));
}

/** Acts on a case that is over: it could be opened again, or closed. */
function wakes({ cases }: LinkedState, act: LinkedAct): boolean {
  if (act.in !== 'cases' || act.act.do !== 'transition') return false;
  const { at } = act.act;
  const root = cases.cases.find(({ id }) => id === at)?.instances[0];
  return root !== undefined && isOver(root.state);
}
