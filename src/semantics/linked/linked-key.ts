import { caseKey, keyOfCase } from '../cases/key.ts';
import { key, keyOfProcess, type Marks } from '../processes/key.ts';
import type { LinkedState, Place } from './linked-state.ts';

/**
 * A text that is the same for the same marking of both sides, whatever the numbers of their instances: a caller is marked with the text of what
 * it runs, and that as called.
 */
export function linkedKey(state: LinkedState): string {
  const { processes, cases, links } = state;
  const marks = links.length > 0 ? marksOf(state) : undefined;
  if (cases.cases.length === 0) return key(processes, marks?.processes);
  const ofCases = caseKey(cases, marks?.cases);
  const isAlone = processes.scopes.length + processes.messages.length + processes.failures.length === 0;
  return isAlone ? ofCases : `${key(processes, marks?.processes)}\n${ofCases}`;
}

/** Callees end with their callers and call no caller, so that the texts are within each other and have an end. */
function marksOf({ processes, cases, links }: LinkedState): Readonly<Record<Place['in'], Marks>> {
  const [callees, called] = [new Map<string, Place>(), new Set<string>()];
  for (const { caller, callee } of links) {
    callees.set(nameOf(caller), callee);
    called.add(nameOf(callee));
  }
  const textOf = ({ in: side, at }: Place): string => {
    if (side === 'processes') return keyOfProcess(processes, at, marks.processes);
    const found = cases.cases.find(({ id }) => id === at);
    return found ? keyOfCase(found, marks.cases) : '';
  };
  const marksIn =
    (side: Place['in']): Marks =>
    (at) => {
      const name = nameOf({ in: side, at });
      const callee = callees.get(name);
      return `${called.has(name) ? '^' : ''}${callee ? `@${textOf(callee)}` : ''}`;
    };
  const marks = { processes: marksIn('processes'), cases: marksIn('cases') };
  return marks;
}

function nameOf({ in: side, at }: Place): string {
  return `${side} ${at}`;
}
