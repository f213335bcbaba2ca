/** Who has a way to a join (BPMN 2.0.2, 13.4.3; Völzer, "A new semantics for the inclusive converging gateway", BPM 2010). */
import type { NetFlow, NetNode, Reach } from './net.ts';

/** The graph of one scope, as tokens can walk it: sequence flows, link events, and from an activity to its boundary events. */
export interface Graph {
  readonly nodes: readonly NetNode[];
  readonly flows: readonly NetFlow[];
  readonly links: ReadonlyMap<number, number>;
}

/** For each incoming flow of `gateway`: all flows and nodes of its scope from which a token can get there without passing the gateway. */
export function reachOf(gateway: NetNode, graph: Graph): Reach {
  const throwsTo = new Map<number, number[]>();
  for (const [from, to] of graph.links) throwsTo.set(to, [...(throwsTo.get(to) ?? []), from]);
  const ways = gateway.incoming.map((flow) => backwards(flow, gateway.index, graph, throwsTo, () => true));
  // What an event beside an activity brings is no reason to stop waiting for the activity itself (choice).
  const own = gateway.incoming.map((flow) =>
    backwards(flow, gateway.index, graph, throwsTo, ({ isInterrupting }) => isInterrupting),
  );
  return {
    flows: ways.map((way) => way.flows),
    nodes: ways.map((way) => way.nodes),
    ownFlows: own.map((way) => way.flows),
    ownNodes: own.map((way) => way.nodes),
  };
}

function backwards(
  start: number,
  gateway: number,
  graph: Graph,
  throwsTo: ReadonlyMap<number, readonly number[]>,
  leads: (boundary: NetNode) => boolean,
) {
  const flows = new Uint8Array(graph.flows.length);
  const nodes = new Uint8Array(graph.nodes.length);
  const open = [start];
  flows[start] = 1;
  const reachNode = (index: number) => {
    const node = graph.nodes[index];
    if (!node || index === gateway || nodes[index]) return;
    nodes[index] = 1;
    for (const flow of node.incoming) {
      if (flows[flow]) continue;
      flows[flow] = 1;
      open.push(flow);
    }
    if (node.host >= 0 && leads(node)) reachNode(node.host);
    for (const thrower of throwsTo.get(index) ?? []) reachNode(thrower);
  };
  for (let flow = open.pop(); flow !== undefined; flow = open.pop()) {
    const source = graph.flows[flow]?.source;
    if (source !== undefined) reachNode(source);
  }
  return { flows, nodes };
}
