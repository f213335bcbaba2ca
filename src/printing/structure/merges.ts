/** Where a step stands that several branches lead to: behind them all, or in one of them, so that the others can fall through. */
import { type FlowNode, is, type SequenceFlow } from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { isFactful, isGateway } from '../statements/gateways.ts';
import type { FlowGraph } from './graph.ts';
import type { Regions } from './region.ts';

/**
 * Of the steps that branches of a step meet in, only the first can be fallen into behind it: who leads to a later one, or to what
 * follows, has to jump past the first. Where that would be more jumps than the first one needs if it stands in a branch that
 * leads to it, it is put there.
 * @param next where the text goes on behind all that the step dominates
 */
export function nestMerges(
  context: PrintContext,
  graph: FlowGraph,
  regions: Regions,
  node: FlowNode,
  next: FlowNode | undefined,
): void {
  const merges = regions.childrenOf(node).filter((child) => (graph.waysTo.get(child)?.length ?? 0) > 1);
  for (const [index, merge] of merges.entries()) {
    const after = merges[index + 1] ?? next;
    if (!after) return;
    const later = merges.slice(index);
    const isBefore = (source: FlowNode) =>
      regions.isIn(source, node) && !later.some((one) => regions.isIn(source, one));
    const arriving = waysFrom(graph, merge, isBefore);
    const passing = waysFrom(graph, after, isBefore).filter(({ sourceRef }) => sourceRef && mayFall(sourceRef));
    const way = inOrder(graph, regions, arriving).findLast((one) => mayCarry(context, graph, one));
    if (!way?.sourceRef || arriving.length - 1 >= passing.length) return;
    regions.putBehind(way, hostOf(way.sourceRef), node);
  }
}

function waysFrom(graph: FlowGraph, target: FlowNode, isBefore: (source: FlowNode) => boolean): SequenceFlow[] {
  return (graph.waysTo.get(target) ?? []).filter(({ sourceRef }) => sourceRef && isBefore(hostOf(sourceRef)));
}

/** Ways by the place of the step that they leave and by their place there, whatever their order in the file. */
function inOrder(graph: FlowGraph, regions: Regions, ways: readonly SequenceFlow[]): SequenceFlow[] {
  const placed = ways.flatMap((way) => {
    const { sourceRef: source } = way;
    return source
      ? [{ way, place: regions.placeOf(hostOf(source)), index: graph.waysFrom.get(source)?.indexOf(way) ?? 0 }]
      : [];
  });
  return placed.sort((a, b) => a.place - b.place || a.index - b.index).map(({ way }) => way);
}

/** What does not interrupt does not rejoin. */
function mayFall(source: FlowNode): boolean {
  return !is(source, 'bpmn:BoundaryEvent') || source.cancelActivity;
}

/** The step that a way leaves: of a boundary event, what that is attached to. */
function hostOf(source: FlowNode): FlowNode {
  return is(source, 'bpmn:BoundaryEvent') && source.attachedToRef ? source.attachedToRef : source;
}

/** Whether what a way leads to can stand behind it: in the branch or handler that it is, or behind a step that has no other. */
function mayCarry(context: PrintContext, { waysFrom: ways, handlersOf }: FlowGraph, way: SequenceFlow): boolean {
  const { sourceRef: source } = way;
  if (!source) return false;
  const isOnly = ways.get(source)?.length === 1;
  if (isGateway(source)) return source.$type !== 'bpmn:EventBasedGateway';
  return isOnly && !isFactful(context, way, source) && !handlersOf.has(source);
}
