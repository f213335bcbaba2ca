import type { LinkedTraceEntry } from './step-linked.ts';

/**
 * Adds what a trace passes, by id: nodes that were completed, flows that were taken, plan items that began or occurred, and criteria that
 * were met.
 */
export function notePassed(trace: readonly LinkedTraceEntry[], passed: Set<string>): void {
  for (const each of trace) {
    if (each.in === 'processes') {
      if (each.entry.what === 'took' || each.entry.what === 'completed') passed.add(each.entry.element);
    } else if (each.in === 'cases' && each.entry.what === 'went') {
      const { element, to, transition, by } = each.entry;
      if (to === 'active' || transition === 'occur') passed.add(element);
      if (by !== undefined) passed.add(by);
    }
  }
}
