/** What can be done in a run of processes and cases, and what a trace says of it. */
import type { CaseAct } from '../cases/act.ts';
import type { CaseTraceEntry } from '../cases/trace.ts';
import type { Act } from '../processes/act.ts';
import type { TraceEntry } from '../processes/trace.ts';
import type { Place } from './linked-state.ts';

export type LinkedAct =
  | { readonly in: 'processes'; readonly act: Act }
  | { readonly in: 'cases'; readonly act: CaseAct };

export type LinkedTraceEntry =
  | { readonly in: 'processes'; readonly entry: TraceEntry }
  | { readonly in: 'cases'; readonly entry: CaseTraceEntry }
  | { readonly in: 'links'; readonly entry: LinkTraceEntry };

/** `called`: something begins to run. `returned`: it is over, and its caller goes on. `left`: too many calls in one step, it waits for somebody. */
export interface LinkTraceEntry {
  readonly what: 'called' | 'returned' | 'left';
  /** Ids of the task or call activity, and of what it runs. */
  readonly element: string;
  readonly called: string;
  readonly caller: Place;
  /** Absent where nobody waits for it. */
  readonly callee?: Place;
}
