import { isOver, type LinkedModel, type LinkedState } from '../semantics/index.ts';

/** Ids of what a run that does not go on stands at: nodes with a token, and items of open cases that nothing else is in. */
export function waitingAt(model: LinkedModel, state: LinkedState): string[] {
  return [...new Set([...inProcesses(model, state), ...inCases(model, state)])].sort();
}

/** Of these nothing goes on by itself: tasks wait for a message, complex gateways for the rest of their tokens. */
const waits: ReadonlySet<string> = new Set(['stuck', 'wait', 'work', 'reset']);

function inProcesses({ net }: LinkedModel, { processes }: LinkedState): string[] {
  // A sub-process or call at work waits for what is in it.
  const owners = new Set(processes.scopes.map(({ owner }) => owner));
  const nodes = processes.scopes.flatMap(({ tokens, instances }) => [
    ...tokens.map((flow) => net.flows[flow]?.target ?? -1),
    ...instances.filter(({ id, kind }) => waits.has(kind) && !owners.has(id)).map(({ node }) => node),
  ]);
  return nodes.flatMap((node) => net.nodes[node]?.id ?? []);
}

function inCases({ plan }: LinkedModel, { cases, links }: LinkedState): string[] {
  const calling = new Set(links.flatMap(({ caller }) => (caller.in === 'cases' ? [caller.at] : [])));
  return cases.cases.flatMap(({ instances }) => {
    const open = instances.filter(({ state }) => !isOver(state) && state !== 'disabled' && state !== 'failed');
    return open.flatMap(({ id, item }) => {
      const found = plan.items[item];
      const isWaiting = found?.kind !== 'listener' && !calling.has(id) && !open.some(({ parent }) => parent === id);
      return found && isWaiting ? [found.id] : [];
    });
  });
}
