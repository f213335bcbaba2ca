/** What happens in a run of processes, and what can, in words. */
import type { Act, Net, NetNode, TraceEntry, Waiting } from '../semantics/index.ts';
import type { Reason } from './moment.ts';

export function called(node: Pick<NetNode, 'name' | 'id'> | undefined): string {
  return node ? `"${node.name || node.id}"` : 'the start';
}

/** `Message "Order" happens`; of several triggers, those that may set it off, or the one that is meant. @param place of that among the triggers */
export function occurrence(event: NetNode, place?: number): string {
  const one = place === undefined ? undefined : event.triggers[place];
  const trigger = one ?? event.triggers[0];
  const kinds = [...new Set((one ? [one] : event.triggers).map(({ kind }) => kindWords[kind] ?? 'event'))];
  const kind = kinds.join(event.isParallelMultiple ? ' and ' : ' or ') || 'event';
  const name = one?.name || event.name || trigger?.name;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${name ? ` "${name}"` : ''} happens`;
}

const kindWords: Readonly<Record<string, string>> = {
  message: 'message',
  signal: 'signal',
  timer: 'timer',
  conditional: 'condition',
  escalation: 'escalation',
};

/** Work goes on by these; the rest fails it, or begins another instance. */
export function isMain(act: Act): boolean {
  return act.do !== 'fault' && (act.do !== 'start' || act.scope !== undefined);
}

const happenings: Readonly<Record<TraceEntry['what'], (name: string, entry: TraceEntry) => string>> = {
  started: (name) => `${name} began`,
  took: (name) => `A token took ${name}`,
  entered: (name) => `${name} was reached`,
  completed: (name) => `${name} was completed`,
  cancelled: (name) => `${name} was cancelled`,
  threw: (name, entry) => `${name} threw ${thrown(entry)}`,
  caught: (name, entry) => `${name} caught ${thrown(entry)}`,
  compensated: (name) => `${name} is compensated`,
  sent: (name) => `A message went along ${name}`,
  kept: (name) => `The message on ${name} waits for its receiver`,
  ended: (name) => `${name} ended`,
  failed: (name, entry) => ('reason' in entry ? failures[entry.reason](name, entry.key) : name),
};

const failures: Readonly<
  Record<Extract<TraceEntry, { readonly what: 'failed' }>['reason'], (name: string, key: string) => string>
> = {
  'no-outgoing-flow': (name) => `${name} has no way on`,
  'no-link': (name) => `${name} has no way on`,
  'uncaught-error': (name, key) => `Nobody caught the error${key ? ` "${key}"` : ''} of ${name}`,
  endless: (name) => `${name} would begin again and again without end`,
  'too-many': (name) => `${name} would be too much at once`,
};

function thrown(entry: TraceEntry): string {
  return 'kind' in entry ? `${entry.kind}${entry.key ? ` "${entry.key}"` : ''}` : '';
}

/** An entry of a trace as a sentence. */
export function sentenceOf(net: Net, entry: TraceEntry): string {
  return happenings[entry.what](nameOf(net, entry.element), entry);
}

/** What a node, flow or scope is called. */
export function nameOf(net: Net, id: string): string {
  const flow = net.flows[net.flowOfId.get(id) ?? -1];
  if (flow) return flow.name ? `"${flow.name}"` : `the flow to ${called(net.nodes[flow.target])}`;
  const message = net.messageFlows.find((each) => each.id === id);
  if (message) return message.name ? `"${message.name}"` : `the message flow to ${receiver(net, message)}`;
  const node = net.nodes[net.nodeOfId.get(id) ?? -1] ?? net.scopes[net.scopeOfId.get(id) ?? -1];
  return node ? called(node) : id;
}

function receiver(net: Net, { target, targetScope }: Net['messageFlows'][number]): string {
  const end = net.nodes[target] ?? net.scopes[targetScope];
  return end ? called(end) : 'another pool';
}

/** Why a node does not go on; undefined: it is at work, or somebody has to decide, which is said elsewhere. */
export function reasonOf(net: Net, { element, for: what, ...waiting }: Waiting): Omit<Reason, 'run'> | undefined {
  const node = net.nodes[net.nodeOfId.get(element) ?? -1];
  const { isForEver } = waiting;
  const none = { element, isForEver, awaits: [] };
  if (what === 'stuck')
    return { ...none, sentence: `${called(node)} has no way on: no condition holds, and there is no default.` };
  if (what === 'event') return { ...none, sentence: `${called(node)} waits for ${awaitedBy(net, node)}.` };
  if (what === 'compensation') return { ...none, sentence: `${called(node)} waits until all is compensated.` };
  return what === 'join' ? { element, isForEver, ...joinOf(net, node, waiting) } : undefined;
}

/** What a catch event or an event-based gateway waits for. */
function awaitedBy(net: Net, node: NetNode | undefined): string {
  if (node?.kind !== 'event-based') return 'its event';
  const targets = node.outgoing.map((flow) => called(net.nodes[net.flows[flow]?.target ?? -1]));
  return targets.join(' or ');
}

function joinOf(
  net: Net,
  node: NetNode | undefined,
  { filled, missing, from, isForEver }: Pick<Waiting, 'filled' | 'missing' | 'from' | 'isForEver'>,
): Pick<Reason, 'sentence' | 'awaits'> {
  // An activity waits for a number of tokens, wherever they come from.
  if (node && node.startQuantity > 1)
    return {
      sentence: `${called(node)} starts when it has ${node.startQuantity} tokens, and has fewer.`,
      awaits: node.incoming.flatMap((flow) => net.flows[flow]?.id ?? []),
    };
  const names = (ids: readonly string[]) =>
    ids.map((id) => called(net.nodes[net.flows[net.flowOfId.get(id) ?? -1]?.source ?? -1])).join(' and ');
  const source = net.nodes[net.nodeOfId.get(from ?? '') ?? -1];
  const still = from === undefined ? '' : `; a token at ${source ? called(source) : nameOf(net, from)} may still come`;
  const never = isForEver ? ' None can come any more: it waits for ever.' : '';
  return {
    sentence: `${called(node)} has a token from ${names(filled)} and waits for one from ${names(missing)}${still}.${never}`,
    awaits: [...missing, ...(from === undefined ? [] : [from])],
  };
}
