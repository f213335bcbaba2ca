/**
 * Proofs by structure. A scope is a graph with one way in and one way out; what follows a rule is taken out of it until nothing is left. What
 * is left over is no proof of a mistake: it is explored.
 */
import type { Net, NetNode, NetScope } from '../semantics/index.ts';
import { canAllBegin, type Graph, graphOf, type Vertex } from './block-graph.ts';
import type { FreeEvents } from './free-events.ts';

export interface Blocks {
  /** Whether all runs of a scope, and of all in it, end well: shown without a run. */
  isProven(scope: number): boolean;
  /** Nodes at which ways come together that are ways out of one decision: one token comes there at a time, if one came to the decision. */
  readonly harmless: ReadonlySet<number>;
}

/** Takes scopes apart. */
export function takeApart(net: Net, free: FreeEvents): Blocks {
  const proven = new Map<number, boolean>();
  const harmless = new Set<number>();
  const isProven = (index: number): boolean => {
    const known = proven.get(index);
    if (known !== undefined) return known;
    // What calls itself is not proven.
    proven.set(index, false);
    const scope = net.scopes[index];
    const is = scope !== undefined && proves(net, scope, free, isProven, harmless);
    proven.set(index, is);
    return is;
  };
  return { isProven, harmless };
}

function proves(
  net: Net,
  scope: NetScope,
  free: FreeEvents,
  isProven: (scope: number) => boolean,
  harmless: Set<number>,
): boolean {
  if (scope.adHoc) return isLooseSet(net, scope, isProven);
  // What is empty ends at once.
  if (scope.nodes.length === 0) return true;
  const graph = graphOf(net, scope, free, isProven);
  const isParallel = graph.vertices.some(({ split }) => split === 'and' || split === 'or');
  reduce(graph);
  for (const vertex of graph.vertices)
    if (vertex.node >= 0 && vertex.isOut && vertex.split !== 'none') harmless.add(vertex.node);
  if ((graph.endsAll && isParallel) || !isOneToken(graph)) return false;
  // One that interrupts ends all else before it begins, another one runs beside and ends by itself: so each is judged alone.
  return (
    canAllBegin(net, scope, free) && scope.eventSubProcesses.every((index) => isProven(net.nodes[index]?.inner ?? -1))
  );
}

/** An ad-hoc sub-process of activities that do not depend on each other: any can be done, and when none is at work it can be ended. */
function isLooseSet(net: Net, { nodes, adHoc }: NetScope, isProven: (scope: number) => boolean): boolean {
  const isLoose = ({ kind, incoming, outgoing, boundary, inner, sends }: NetNode) =>
    (kind === 'task' || kind === 'sub-process') &&
    incoming.length + outgoing.length + boundary.length + sends.length === 0 &&
    (inner < 0 || isProven(inner));
  return !adHoc?.completion && nodes.length > 0 && nodes.every((index) => isLoose(net.nodes[index] as NetNode));
}

/** Applies the rules as long as one fits. */
function reduce(graph: Graph): void {
  const open = new Set(graph.vertices);
  for (const vertex of open) {
    open.delete(vertex);
    if (vertex.isOut) continue;
    for (const changed of apply(graph, vertex)) open.add(changed);
  }
}

/** @returns the vertices at which a further rule may fit now */
function apply(graph: Graph, vertex: Vertex): readonly Vertex[] {
  const joined = joinTwins(vertex);
  if (joined.length > 0) return joined;
  if (closeLoop(vertex)) return [vertex, ...vertex.to];
  return passOver(graph, vertex);
}

/** What a decision and the node at which its ways come together must be. */
function fits(split: Vertex['split'], join: Vertex['join']): boolean {
  if (split === 'none' || join === 'none') return false;
  return join === 'or' || split === join;
}

/** Two ways from one vertex to another become one. */
function joinTwins(vertex: Vertex): Vertex[] {
  const changed: Vertex[] = [];
  if (vertex.to.length < 2) return changed;
  const seen = new Set<Vertex>();
  vertex.to = vertex.to.filter((target) => {
    if (!seen.has(target) || !fits(vertex.split, target.join)) {
      seen.add(target);
      return true;
    }
    target.from.splice(target.from.indexOf(vertex), 1);
    changed.push(vertex, target);
    return false;
  });
  return changed;
}

/** A way back from a decision to the vertex before it: it can be left again. */
function closeLoop(vertex: Vertex): boolean {
  if (vertex.split !== 'xor' || vertex.to.length < 2) return false;
  const [before] = vertex.from;
  const isBody = before && vertex.from.length === 1 && before.to.length === 1 && before.join === 'xor';
  const back = vertex.join === 'xor' && vertex.to.includes(vertex) ? vertex : isBody ? before : undefined;
  const at = back ? vertex.to.indexOf(back) : -1;
  if (!back || at < 0) return false;
  vertex.to.splice(at, 1);
  back.from.splice(back.from.indexOf(vertex), 1);
  return true;
}

/** A vertex with one way in and one way out is taken out. */
function passOver(graph: Graph, vertex: Vertex): readonly Vertex[] {
  const [before] = vertex.from;
  const [after] = vertex.to;
  const isPassed =
    vertex.from.length === 1 && vertex.to.length === 1 && vertex !== graph.entry && vertex !== graph.exit;
  if (!isPassed || !before || !after || before === vertex || vertex.split === 'none' || vertex.join === 'none')
    return [];
  before.to[before.to.indexOf(vertex)] = after;
  after.from[after.from.indexOf(vertex)] = before;
  vertex.isOut = true;
  return [before, after, ...before.from];
}

/** What is left is walked by one token, which can always come to the end: a graph of decisions alone. */
function isOneToken({ vertices, entry, exit }: Graph): boolean {
  const left = vertices.filter(({ isOut }) => !isOut);
  const isOne = (vertex: Vertex) =>
    (vertex.to.length < 2 || vertex.split === 'xor') &&
    (vertex.from.length < 2 || vertex.join === 'xor' || vertex.join === 'or');
  if (!left.every((vertex) => isOne(vertex) && vertex.split !== 'none' && vertex.join !== 'none')) return false;
  const ahead = walked(entry, ({ to }) => to);
  const back = walked(exit, ({ from }) => from);
  return left.every((vertex) => ahead.has(vertex) && back.has(vertex));
}

function walked(start: Vertex, next: (vertex: Vertex) => readonly Vertex[]): Set<Vertex> {
  const seen = new Set([start]);
  for (const vertex of seen) for (const other of next(vertex)) seen.add(other);
  return seen;
}
