/** What a finding says of elements and acts. */
import type { Act, Net, NetNode, State } from '../semantics/index.ts';

/** A step of a run that shows something. */
export interface RunStep {
  /** As `step` and a session take it. */
  readonly act: Act;
  readonly sentence: string;
}

export function called(element: { readonly name: string; readonly id: string } | undefined): string {
  return element ? `"${(element.name || element.id).replace(/\s+/g, ' ').trim()}"` : 'it';
}

/** What a flow is called at the node that it leaves: its name, else where it leads. */
export function wayOf(net: Net, id: string): string {
  const flow = net.flows[net.flowOfId.get(id) ?? -1];
  if (!flow) return id;
  return flow.name ? called(flow) : `the flow to ${called(net.nodes[flow.target])}`;
}

/** An act as a sentence. @param state before it */
export function sentenceOf(net: Net, state: State, act: Act): string {
  const text = phraseOf(net, state, act);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The same to follow "when". */
export function phraseOf(net: Net, state: State, act: Act): string {
  switch (act.do) {
    case 'start':
      return `${called(net.nodes[net.nodeOfId.get(act.node) ?? -1] ?? net.scopes[net.scopeOfId.get(act.node) ?? -1])} begins`;
    case 'finish':
      return `${called(nodeAt(net, state, act.at))} is done`;
    case 'fault':
      return `${called(nodeAt(net, state, act.at))} fails${act.error ? ` with "${act.error}"` : ''}`;
    case 'fire':
      return `${called(net.nodes[net.nodeOfId.get(act.event) ?? -1])} happens`;
    case 'choose':
      return `${called(nodeAt(net, state, act.at))} ${choiceOf(net, act)}`;
    case 'advance':
      return `the token on ${wayOf(net, act.flow)} goes on`;
    case 'complete':
      return `${called(nodeAt(net, state, act.at))} is declared done`;
    case 'deliver':
      return `${messageOf(net, act.flow)} arrives`;
    case 'signal':
      return `the signal "${act.name}" comes`;
    case 'set':
      return 'data changes';
  }
}

function messageOf(net: Net, id: string): string {
  const flow = net.messageFlows.find((each) => each.id === id);
  if (flow?.name) return `the message "${flow.name}"`;
  return `the message to ${called(net.nodes[flow?.target ?? -1] ?? net.scopes[flow?.targetScope ?? -1])}`;
}

function choiceOf(net: Net, act: Act & { readonly do: 'choose' }): string {
  if ('flows' in act) return `takes ${act.flows.map((id) => wayOf(net, id)).join(' and ')}`;
  if ('count' in act)
    return act.count < 2 ? `is done for ${act.count === 0 ? 'no' : 'one'} item` : `is done for ${act.count} items`;
  return act.again ? 'is done once more' : 'is not done again';
}

function nodeAt(net: Net, { scopes }: State, at: number): NetNode | undefined {
  for (const { instances } of scopes) for (const { id, node } of instances) if (id === at) return net.nodes[node];
  return undefined;
}
