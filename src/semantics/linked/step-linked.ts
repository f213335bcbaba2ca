import type { CaseAct } from '../cases/act.ts';
import { stepCase } from '../cases/step.ts';
import type { Act } from '../processes/act.ts';
import { type StepOptions, step, stepOptions } from '../processes/step.ts';
import type { TraceEntry } from '../processes/trace.ts';
import { Calls } from './calls.ts';
import type { LinkedAct, LinkedTraceEntry } from './linked-act.ts';
import type { LinkedModel, LinkedState } from './linked-state.ts';
import { refusalOf } from './refusals.ts';

export interface LinkedStep {
  readonly state: LinkedState;
  readonly trace: readonly LinkedTraceEntry[];
  /** Why the act is not possible now, a sentence; the state is as it was. */
  readonly refused?: string;
}

/** Does one act in a process or a case, and all that follows from it on both sides. Pure, as `step` and `stepCase` are. */
export function stepLinked(
  model: LinkedModel,
  state: LinkedState,
  act: LinkedAct,
  options: StepOptions = stepOptions,
): LinkedStep {
  const refused = refusalOf(state, act);
  if (refused !== undefined) return { state, trace: [], refused };
  const { cases, processes } = model.calls;
  if (cases.size + processes.size === 0) return stepAlone(model, state, act, options);
  const run = new LinkedRun(model, state, options);
  const impossible = run.do(act);
  if (impossible !== undefined) return { state, trace: [], refused: impossible };
  run.calls.settle();
  return { state: run.state, trace: options.traced ? run.trace : [] };
}

/** A step in models of which none calls another: nothing follows from it on the other side. */
function stepAlone(model: LinkedModel, state: LinkedState, act: LinkedAct, options: StepOptions): LinkedStep {
  if (act.in === 'processes') {
    const made = step(model.net, state.processes, act.act, options);
    if (made.refused !== undefined) return { state, trace: [], refused: made.refused };
    const { cases, links } = state;
    return {
      state: { processes: made.state, cases, links },
      trace: made.trace.map((entry) => ({ in: 'processes', entry })),
    };
  }
  const made = stepCase(model.plan, state.cases, act.act, options);
  if (made.refused !== undefined) return { state, trace: [], refused: made.refused };
  return { state: { ...state, cases: made.state }, trace: made.trace.map((entry) => ({ in: 'cases', entry })) };
}

/** One step on its way. */
export class LinkedRun {
  readonly model: LinkedModel;
  readonly trace: LinkedTraceEntry[] = [];
  readonly calls: Calls;
  readonly #options: StepOptions;
  state: LinkedState;

  constructor(model: LinkedModel, state: LinkedState, options: StepOptions) {
    this.model = model;
    this.state = state;
    // What follows on the other side is read from the trace.
    this.#options = { ...options, traced: true };
    this.calls = new Calls(this);
  }

  /** @returns why the act is not possible */
  do(act: LinkedAct): string | undefined {
    return act.in === 'processes' ? this.#inProcesses(act.act) : this.#inCases(act.act);
  }

  /** Takes over what happened to the processes. */
  happened(processes: LinkedState['processes'], trace: readonly TraceEntry[]): void {
    this.state = { ...this.state, processes };
    for (const entry of trace) this.trace.push({ in: 'processes', entry });
    this.calls.afterProcesses(trace);
  }

  #inProcesses(act: Act): string | undefined {
    const made = step(this.model.net, this.state.processes, act, this.#options);
    if (made.refused === undefined) this.happened(made.state, made.trace);
    return made.refused;
  }

  #inCases(act: CaseAct): string | undefined {
    const made = stepCase(this.model.plan, this.state.cases, act, this.#options);
    if (made.refused !== undefined) return made.refused;
    this.state = { ...this.state, cases: made.state };
    for (const entry of made.trace) this.trace.push({ in: 'cases', entry });
    this.calls.afterCases(made.trace);
    return undefined;
  }
}
