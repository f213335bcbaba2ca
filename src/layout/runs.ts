/**
 * Passes C and D. Needs: the main way. Leaves: runs (lines of nodes, one band each) in the order in which they are to be placed, and a wire
 * for each sequence flow. Source: chains along the main way, then the branches of each chain from left to right, each before its later
 * siblings (Gschwind et al. 2014: the drawing follows the structure).
 */
import type { ForwardGraph } from './forward-graph.ts';
import type { MainWay } from './main-way.ts';
import { anchorOf, type Flow, type LayoutNode, type Scope } from './scope.ts';
import type { Line, Wire, WireKind } from './wiring.ts';

/** Between neighbours, at least. */
const gap = 50;

export interface Runs {
  readonly lines: readonly Line[];
  /** How many of the first lines belong to the spine. */
  readonly spine: number;
  readonly wires: readonly Wire[];
  readonly lineOf: ReadonlyMap<LayoutNode, Line>;
}

interface Chain {
  readonly nodes: LayoutNode[];
  readonly entry?: Flow;
}

/** Cuts a scope into runs and says how each flow is to run. */
export function cutRuns(scope: Scope, graph: ForwardGraph, way: MainWay): Runs {
  const chains = chainsOf(graph, way);
  chains.push(...asideChains(scope, chains));
  const lines: Line[] = [];
  const lineOf = new Map<LayoutNode, Line>();
  const entries = new Map<Line, Flow>();
  let spine = 0;
  const stays = new Set<Flow>();
  for (const parts of withOwnLane(withStaying(chains.map(partsOf), way, stays), way)) {
    for (const { nodes, entry } of parts) {
      const line: Line = { nodes, band: nodes[0]?.band ?? 0, left: 0, right: 0, wires: [], y: 0 };
      lines.push(line);
      for (const node of nodes) lineOf.set(node, line);
      if (entry) entries.set(line, entry);
    }
    if (spine === 0) spine = lines.length;
  }
  return { lines, spine, wires: wireUp(graph, way, lineOf, entries, stays), lineOf };
}

function chainsOf(graph: ForwardGraph, way: MainWay): Chain[] {
  const seen = new Set<LayoutNode>();
  const chains: Chain[] = [];
  const lonely = graph.order.filter((node) => isLonely(node, graph));
  for (const node of lonely) seen.add(node);
  for (const root of rootsOf(graph, way)) {
    const todo: { node: LayoutNode; entry?: Flow }[] = [{ node: root }];
    for (let next = todo.pop(); next; next = todo.pop()) {
      if (seen.has(next.node)) continue;
      const nodes = follow(next.node, way, seen);
      chains.push({ nodes, ...(next.entry && { entry: next.entry }) });
      const branches = nodes
        .flatMap((node) => graph.out.get(node) ?? [])
        .filter((flow) => !seen.has(anchorOf(flow.target)));
      todo.push(...branches.reverse().map((entry) => ({ node: anchorOf(entry.target), entry })));
    }
  }
  return [...chains, ...packed(lonely.reverse().filter((node) => !node.aside))];
}

/** Where drawing begins: nodes that nothing leads to. The first that is not soon at its end begins the spine. */
function rootsOf(graph: ForwardGraph, way: MainWay): LayoutNode[] {
  const roots = graph.order.filter((node) => graph.in.get(node)?.length === 0 && !isLonely(node, graph)).reverse();
  const steps = (node: LayoutNode) => way.steps.get(node) ?? 0;
  const longest = Math.max(0, ...roots.map(steps));
  const main = roots.find((node) => steps(node) * 2 >= longest);
  return main ? [main, ...roots.filter((node) => node !== main)] : roots;
}

function isLonely(node: LayoutNode, graph: ForwardGraph): boolean {
  return (
    graph.in.get(node)?.length === 0 &&
    graph.out.get(node)?.length === 0 &&
    !graph.back.some((flow) => anchorOf(flow.source) === node)
  );
}

/** The chain from a node on, until its main way meets a chain that exists. */
function follow(first: LayoutNode, way: MainWay, seen: Set<LayoutNode>): LayoutNode[] {
  const nodes: LayoutNode[] = [];
  for (let node: LayoutNode | undefined = first; node && !seen.has(node); ) {
    seen.add(node);
    nodes.push(node);
    const next = way.next.get(node);
    node = next && anchorOf(next.target);
  }
  return nodes;
}

/** Nodes without any flow, as in an ad-hoc sub-process: rows of such a length that the block is about 1.6 times as wide as high. */
function packed(nodes: readonly LayoutNode[]): Chain[] {
  const perBand = Map.groupBy(nodes, (node) => node.band);
  return [...perBand.values()].flatMap((list) => {
    const perRow = Math.max(1, Math.ceil(Math.sqrt(list.length * 1.3)));
    return Array.from({ length: Math.ceil(list.length / perRow) }, (_, row) => ({
      nodes: list.slice(row * perRow, (row + 1) * perRow),
    }));
  });
}

/** Event sub-processes, placed last: rows that are no longer than the longest chain, if one is not longer by itself. */
function asideChains(scope: Scope, others: readonly Chain[]): Chain[] {
  const chains: Chain[] = [];
  const asides = scope.nodes.filter((node) => node.aside);
  const longest = asides.length === 0 ? 0 : others.reduce((length, chain) => Math.max(length, lengthOf(chain)), 0);
  for (const nodes of Map.groupBy(asides, (node) => node.band).values()) {
    let row: LayoutNode[] = [];
    for (const node of nodes) {
      if (row.length === 0 || lengthOf({ nodes: [...row, node] }) > longest) {
        row = [];
        chains.push({ nodes: row });
      }
      row.push(node);
    }
  }
  return chains;
}

/** About how long a chain will be, in px. */
function lengthOf({ nodes }: Chain): number {
  return nodes.reduce((length, { width }) => length + width + gap, -gap);
}

/** A chain cut where it changes its lane. */
function partsOf({ nodes, entry }: Chain): Chain[] {
  const parts: Chain[] = [];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (last && bandOf(last) === node.band) last.nodes.push(node);
    else parts.push({ nodes: [node], ...(parts.length === 0 && entry && { entry }) });
  }
  return parts;
}

function bandOf(part: Chain | undefined): number {
  return part?.nodes[0]?.band ?? 0;
}

/**
 * Where a chain leaves its lane at a split, the first branch that stays in the lane takes the place straight on, and the chain goes on as a branch does.
 * @param stays the flows that such branches begin with are added
 */
function withStaying(chains: readonly Chain[][], way: MainWay, stays: Set<Flow>): Chain[][] {
  const branches = Map.groupBy(
    chains.flatMap((parts) => (parts[0]?.entry ? [{ parts, entry: parts[0].entry }] : [])),
    ({ entry }) => entry.source,
  );
  for (const parts of chains) {
    for (const [at, part] of parts.entries()) {
      const split = part.nodes.at(-1);
      const [leaving] = [split && way.next.get(split)];
      const next = parts[at + 1];
      const branch = split && next && branches.get(split)?.find((each) => bandOf(each.parts[0]) === split.band);
      const first = branch?.parts.shift();
      if (!branch || !first || !next || !leaving) continue;
      part.nodes.push(...first.nodes);
      stays.add(branch.entry);
      parts[at + 1] = { ...next, entry: leaving };
    }
  }
  return chains.filter((parts) => parts.length > 0);
}

/** Where a chain comes back into a lane at a join, the branch that has stayed in that lane goes straight on into it. */
function withOwnLane(chains: readonly Chain[][], way: MainWay): Chain[][] {
  const begun = new Map(
    chains.flatMap((parts) => parts.slice(1).map((part) => [part.nodes[0], { parts, part }] as const)),
  );
  const branches = new Map<Chain, Chain>();
  for (const parts of chains) {
    const last = parts.at(-1);
    const end = last?.nodes.at(-1);
    const join = end && way.next.get(end)?.target;
    const joined = join && begun.get(join);
    if (last && joined && !branches.has(joined.part) && hasLeftLane(parts, joined)) branches.set(joined.part, last);
  }
  const taken = new Set(branches.values());
  const whole = (part: Chain): Chain => {
    const branch = branches.get(part);
    return branch ? { ...branch, nodes: [...whole(branch).nodes, ...part.nodes] } : part;
  };
  return chains.map((parts) => parts.filter((part) => !taken.has(part)).map(whole));
}

/** Whether the chain that a branch joins has not been in the branch's last lane since they parted. */
function hasLeftLane(branch: readonly Chain[], joined: { parts: readonly Chain[]; part: Chain }): boolean {
  const { parts, part } = joined;
  const split = branch[0]?.entry?.source;
  const from = parts.findIndex(({ nodes }) => split && nodes.includes(split));
  const way = from < 0 ? [] : parts.slice(from, parts.indexOf(part));
  return way.length > 0 && bandOf(branch.at(-1)) === bandOf(part) && way.every((one) => bandOf(one) !== bandOf(part));
}

/** A handler that only ends hangs straight below its boundary event. */
export function hangsStraight({ source, target }: Flow, graph: ForwardGraph): boolean {
  const isEnd = target.kind === 'event' && graph.out.get(target)?.length === 0;
  return source.host !== undefined && source.band === target.band && isEnd && graph.in.get(target)?.length === 1;
}

function wireUp(
  graph: ForwardGraph,
  way: MainWay,
  lineOf: ReadonlyMap<LayoutNode, Line>,
  entries: ReadonlyMap<Line, Flow>,
  stays: ReadonlySet<Flow>,
): Wire[] {
  const leaving = new Set<LayoutNode>();
  const wires: Wire[] = [];
  const add = (flow: Flow, kindOf: (source: Line, target: Line) => WireKind) => {
    const source = lineOf.get(anchorOf(flow.source));
    const target = lineOf.get(anchorOf(flow.target));
    if (!source || !target) return;
    const made: Wire = { flow, kind: kindOf(source, target), source, target };
    wires.push(made);
    for (const line of new Set([source, target])) line.wires.push(made);
    if (made.kind === 'split' || made.kind === 'drop') target.entry = made;
    if (made.kind === 'join') leaving.add(flow.source);
  };
  for (const node of graph.order) {
    const flows = graph.out.get(node) ?? [];
    const isSplit = flows.filter((flow) => !flow.source.host).length > 1;
    for (const flow of flows) {
      add(flow, (source, target) => {
        if (entries.get(target) === flow) return hangsStraight(flow, graph) ? 'drop' : 'split';
        if (flow.source.host) return 'track';
        if (source === target) return way.next.get(flow.source) === flow || stays.has(flow) ? 'straight' : 'track';
        if (source.nodes.at(-1) !== flow.source || leaving.has(flow.source)) return 'track';
        const opens = target.nodes[0] === flow.target && !entries.has(target) && !target.entry;
        return isSplit && opens ? 'split' : 'join';
      });
    }
  }
  for (const flow of graph.back) add(flow, () => 'track');
  return wires;
}
