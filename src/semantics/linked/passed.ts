import type { TraceEntry } from '../processes/trace.ts';
import type { LinkedTraceEntry } from './linked-act.ts';

/**
 * Adds what a trace passes, by id: nodes that were completed, flows that were taken, plan items that began or occurred, and criteria that
 * were met.
 */
export function notePassed(trace: readonly LinkedTraceEntry[], passed: Set<string>): void {
  for (const each of trace) {
    if (each.in === 'processes') noteProcess(each.entry, passed);
    else if (each.in === 'cases' && each.entry.what === 'went') {
      const { element, to, transition, by } = each.entry;
      if (to === 'active' || transition === 'occur') passed.add(element);
      if (by !== undefined) passed.add(by);
    }
  }
}

/** The same of one entry of the trace of a process. */
export function noteProcess({ what, element }: TraceEntry, passed: Set<string>): void {
  if (what === 'took' || what === 'completed') passed.add(element);
}
