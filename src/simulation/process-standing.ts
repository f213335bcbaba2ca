import type { Net, NodeInstance, State } from '../semantics/index.ts';
import type { Standing } from './moment.ts';

/**
 * What stands where in a run of processes.
 * @param runOf the number of the run of a process instance
 * @param calling the call activities that run a case, by their instances
 */
export function standingIn(
  net: Net,
  state: State,
  runOf: (root: number) => number,
  calling: ReadonlySet<number>,
): Standing[] {
  const found = new Map<string, { element: string; state: string; runs: number[] }>();
  const add = (element: string | undefined, kind: string, root: number) => {
    if (element === undefined) return;
    const key = `${element} ${kind}`;
    const known = found.get(key) ?? { element, state: kind, runs: [] };
    known.runs.push(runOf(root));
    found.set(key, known);
  };
  for (const { instances, tokens, resting, root } of state.scopes) {
    for (const instance of instances) {
      const kind = calling.has(instance.id) ? 'around' : kindOf(net, instance);
      if (instance.kind !== 'body') add(net.nodes[instance.node]?.id, kind, root);
    }
    for (const flow of tokens) add(net.nodes[net.flows[flow]?.target ?? -1]?.id, 'waiting', root);
    for (const flow of resting) add(net.flows[flow]?.id, 'waiting', root);
  }
  for (const { flow, from } of state.messages) add(net.messageFlows[flow]?.id, 'message', from);
  return [...found.values()];
}

function kindOf(net: Net, { kind, node }: NodeInstance): string {
  const hasInside = kind === 'work' && (net.nodes[node]?.inner ?? -1) >= 0;
  return hasInside ? 'around' : states[kind];
}

const states: Readonly<Record<NodeInstance['kind'], string>> = {
  work: 'at-work',
  body: 'at-work',
  wait: 'waiting',
  reset: 'waiting',
  choice: 'choice',
  throw: 'at-work',
  compensation: 'waiting',
  stuck: 'stuck',
};
