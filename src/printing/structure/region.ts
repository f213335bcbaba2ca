/** What the graph of a body says of its nesting: what follows each step in the text, and what stands in its branches. */
import { type FlowNode, is, type SequenceFlow } from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { gatewayWord, isFactful, isGateway } from '../statements/gateways.ts';
import { dominatorsOf } from './dominators.ts';
import type { FlowGraph } from './graph.ts';
import { nestMerges } from './merges.ts';

export interface Regions {
  /** The steps at the outermost level, in order. */
  readonly roots: readonly FlowNode[];
  /** The steps that a step alone leads to: what may stand in its branches, and what comes behind it. */
  childrenOf(node: FlowNode): readonly FlowNode[];
  /** Steps that one way alone leads to. */
  hasOneWay(node: FlowNode): boolean;
  /** Whether a step stands behind a way in the text: it is the only one that leads there, or the one that was chosen. */
  isBehind(way: SequenceFlow): boolean;
  /** The place of a step among all, by the flow alone. */
  placeOf(node: FlowNode): number;
  /** Whether all ways to a step pass another one. */
  isIn(node: FlowNode, head: FlowNode): boolean;
  /**
   * Puts a step that several ways lead to behind one of them, among the children of the step that this way leaves.
   * @param parent the step whose child it is
   */
  putBehind(way: SequenceFlow, source: FlowNode, parent: FlowNode): void;
  /** How many steps there are in what a step begins. */
  sizeOf(node: FlowNode): number;
  /** Whether a way leads from what `head` begins to `target`, which is not in it. */
  leadsTo(head: FlowNode, target: FlowNode): boolean;
}

/** Regions of a body whose steps are not nested: each way is a jump. */
export function flatRegions({ nodes }: FlowGraph): Regions {
  return {
    roots: nodes,
    childrenOf: () => [],
    hasOneWay: () => false,
    isBehind: () => false,
    isIn: () => false,
    placeOf: () => 0,
    putBehind: () => undefined,
    sizeOf: () => 1,
    leadsTo: () => false,
  };
}

export function regionsOf(graph: FlowGraph): Regions {
  const { nodes } = graph;
  const numbers = new Map<FlowNode, number>(nodes.map((node, index) => [node, index + 1]));
  const targetsOf = (node: FlowNode) =>
    waysOut(graph, node).flatMap((flow) => numbers.get(flow.targetRef as FlowNode) ?? []);
  const successors: number[][] = [[], ...nodes.map(targetsOf)];
  successors[0] = entriesOf(graph, numbers, successors);
  const { children, preorder, sizes, places } = dominatorsOf({ successors });
  const nodesOf = (list: readonly number[] = []) => list.flatMap((number) => nodes[number - 1] ?? []);
  const number = (node: FlowNode) => numbers.get(node) ?? 0;
  const chosen = new Set<SequenceFlow>();
  const place = (node: FlowNode) => places[number(node)] ?? 0;
  const hasOneWay = (node: FlowNode) => graph.arrivals.get(node) === 1;
  const roots = (children[0] ?? []).toSorted((a, b) => (preorder[a] ?? 0) - (preorder[b] ?? 0));
  return {
    roots: nodesOf(roots),
    childrenOf: (node) => nodesOf(children[number(node)]),
    hasOneWay,
    isBehind: (way) => chosen.has(way) || (way.targetRef !== undefined && hasOneWay(way.targetRef)),
    placeOf: place,
    isIn: (node, head) => place(node) >= place(head) && place(node) < place(head) + (sizes[number(head)] ?? 1),
    putBehind: (way, source, parent) => {
      const target = way.targetRef && number(way.targetRef);
      if (!target) return;
      chosen.add(way);
      const siblings = children[number(parent)] ?? [];
      children[number(parent)] = siblings.filter((one) => one !== target);
      children[number(source)] = [...(children[number(source)] ?? []), target];
    },
    sizeOf: (node) => sizes[number(node)] ?? 1,
    leadsTo: (head, target) => leadsTo(number(head), number(target), children, successors),
  };
}

/** The ways out of a step and of what is attached to it. */
function waysOut({ waysFrom, handlersOf }: FlowGraph, node: FlowNode): readonly SequenceFlow[] {
  const handlers = handlersOf.get(node) ?? [];
  return [...(waysFrom.get(node) ?? []), ...handlers.flatMap((handler) => waysFrom.get(handler) ?? [])];
}

/** Steps that nothing leads to, then the first of each circle that nothing leads into. */
function entriesOf(
  { nodes, arrivals }: FlowGraph,
  numbers: ReadonlyMap<FlowNode, number>,
  successors: readonly (readonly number[])[],
): number[] {
  const entries: number[] = [];
  const reached = new Set<number>();
  const enter = (node: FlowNode): void => {
    const entry = numbers.get(node);
    if (entry === undefined || reached.has(entry)) return;
    entries.push(entry);
    const open = [entry];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(successors[next] ?? []));
    }
  };
  for (const node of nodes) if (!arrivals.has(node)) enter(node);
  for (const node of nodes) enter(node);
  return entries;
}

function leadsTo(
  head: number,
  target: number,
  children: readonly (readonly number[])[],
  successors: readonly (readonly number[])[],
): boolean {
  const open = [head];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (successors[node]?.includes(target)) return true;
    open.push(...(children[node] ?? []));
  }
  return false;
}

/** What of the children of a step stands in its branches, and what comes behind it, in order. */
export interface Division {
  readonly inside: ReadonlySet<FlowNode>;
  readonly behind: readonly FlowNode[];
}

/**
 * @param next where the text goes on behind what the step begins; undefined: nowhere
 */
export function divide(
  context: PrintContext,
  graph: FlowGraph,
  regions: Regions,
  node: FlowNode,
  next: FlowNode | undefined,
): Division {
  nestMerges(context, graph, regions, node, next);
  const children = regions.childrenOf(node);
  const ways = graph.waysFrom.get(node) ?? [];
  const heads = headsOf(graph, regions, node);
  const isRace = hasBlock(context, graph, regions, node) && node.$type === 'bpmn:EventBasedGateway';
  const isSplit = ways.length > 1 || hasBlock(context, graph, regions, node);
  const inside = new Set<FlowNode>(isSplit ? heads : []);
  for (const handler of graph.handlersOf.get(node) ?? [])
    for (const way of graph.waysFrom.get(handler) ?? []) {
      const target = way.targetRef;
      if (target && children.includes(target) && regions.isBehind(way)) inside.add(target);
    }
  const merges = children.filter((child) => !inside.has(child) && !heads.includes(child));
  const goingOn = isRace ? heads.flatMap((head) => goesOn(context, graph, regions, head)) : heads;
  const main = isSplit ? mainWay(regions, node, heads, goingOn, merges[0] ?? next, ways) : undefined;
  if (main) inside.delete(main);
  const loose = isSplit ? [] : heads.filter((head) => !inside.has(head));
  const farther = isRace ? heads.flatMap((head) => meetingBehind(graph, regions, head)) : [];
  return { inside, behind: [...(main ? [main] : loose), ...merges, ...farther] };
}

/** The steps behind the ways out of a step. */
export function headsOf(graph: FlowGraph, regions: Regions, node: FlowNode): readonly FlowNode[] {
  const children = regions.childrenOf(node);
  return (graph.waysFrom.get(node) ?? []).flatMap((way) => {
    const { targetRef: target } = way;
    return target && children.includes(target) && regions.isBehind(way) ? [target] : [];
  });
}

/** Whether the ways out of a gateway stand in a block. */
export function hasBlock(context: PrintContext, graph: FlowGraph, regions: Regions, node: FlowNode): boolean {
  if (!isGateway(node)) return false;
  const ways = graph.waysFrom.get(node) ?? [];
  if (gatewayWord(node) !== 'race') return ways.length > 1 || ways.some((way) => isFactful(context, way, node));
  return ways.length > 0 && ways.every(({ targetRef: target }) => target && opensWay(graph, regions, target));
}

/** What a race may wait for: an event or a `receive` that nothing else leads to. */
function opensWay({ handlersOf }: FlowGraph, regions: Regions, target: FlowNode): boolean {
  if (!regions.hasOneWay(target)) return false;
  if (is(target, 'bpmn:IntermediateCatchEvent')) return target.eventDefinitions.length > 0;
  return is(target, 'bpmn:ReceiveTask') && !handlersOf.has(target);
}

/** Where the ways out of an event or `receive` of a race meet. */
function meetingBehind(graph: FlowGraph, regions: Regions, head: FlowNode): readonly FlowNode[] {
  const heads = headsOf(graph, regions, head);
  return regions.childrenOf(head).filter((child) => !heads.includes(child));
}

/** What alone comes behind a way of a race. */
function goesOn(context: PrintContext, graph: FlowGraph, regions: Regions, head: FlowNode): FlowNode[] {
  const [way, ...others] = graph.waysFrom.get(head) ?? [];
  const target = way?.targetRef;
  if (!target || others.length > 0 || isFactful(context, way, head) || !regions.isBehind(way)) return [];
  return regions.childrenOf(head).length === 1 && regions.childrenOf(head)[0] === target ? [target] : [];
}

/**
 * The branch that goes on behind the block of its gateway, since all others end or lead elsewhere: the longest, of two the later, so that
 * the branches stay in their order. None where two branches
 * meet again behind the block.
 * @param goingOn what may go on behind the block: the beginning of each branch or, of a race, what comes behind its event
 */
function mainWay(
  regions: Regions,
  gateway: FlowNode,
  heads: readonly FlowNode[],
  goingOn: readonly FlowNode[],
  next: FlowNode | undefined,
  ways: readonly SequenceFlow[],
): FlowNode | undefined {
  const main = goingOn.reduce<FlowNode | undefined>(
    (longest, head) => (longest && regions.sizeOf(longest) > regions.sizeOf(head) ? longest : head),
    undefined,
  );
  if (!main) return undefined;
  const others = heads.filter((head) => head !== main && !regions.childrenOf(head).includes(main));
  if (next && (others.some((head) => regions.leadsTo(head, next)) || ways.some(({ targetRef }) => targetRef === next)))
    return undefined;
  const isOneOf = isGateway(gateway) && gateway.$type !== 'bpmn:ParallelGateway';
  if (isOneOf) return main;
  return others.every((head) => 3 * regions.sizeOf(head) <= regions.sizeOf(main)) ? main : undefined;
}
