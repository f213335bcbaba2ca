/** Gateways that ways meet in: the end of a block stands for one, or a line of its own. */
import type { FlowNode, Gateway } from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { gatewayWord, isFactful, isGateway, isSilent, joinStatement, stop } from '../statements/gateways.ts';
import type { Statement } from '../tree.ts';
import type { FlowGraph } from './graph.ts';
import type { BodyWalk } from './walk.ts';
import { leave, type Open, type StepPlace } from './ways.ts';

/** Whether a gateway is there for the ways that meet: it has one way on at most, and that does not read as a branch. */
export function isJoinLike(context: PrintContext, graph: FlowGraph, node: Gateway): boolean {
  if (gatewayWord(node) === 'race') return false;
  const ways = graph.waysFrom.get(node) ?? [];
  const meet = (graph.arrivals.get(node) ?? 0) > 1;
  return ways.length < 2 && (meet || ways.every((way) => !isFactful(context, way, node)));
}

/** @returns without a statement: the end of the block before stands for it */
export function join(
  { context, graph, laneOf }: BodyWalk,
  node: Gateway,
  before: Open,
  place: StepPlace,
): { statement: Statement | undefined; open: Open } {
  const word = gatewayWord(node) ?? 'xor';
  const ways = graph.waysFrom.get(node) ?? [];
  const lane = laneOf(node);
  const { jumps, open } = leave(context, ways, node, place.next, () => undefined);
  if (before.owner && jumps.length === 0 && open.count > 0 && isImplied(graph, node, before, lane)) {
    if (isSilent(context, node) && !isLineOfJoin(context, graph, place.follower)) {
      context.implied.set(node, before.owner);
      return { statement: undefined, open: { count: 1, lane } };
    }
  }
  const attached = ways.length > 0 ? jumps : place.isLast ? [] : [stop];
  return { statement: joinStatement(context, node, word, before.join ?? 'xor', { attached }), open: { ...open, lane } };
}

/** Whether a step stands as a `join`: right behind a block that would be the block's own, in place of the one that its end stands for. */
function isLineOfJoin(context: PrintContext, graph: FlowGraph, node: FlowNode | undefined): boolean {
  return node !== undefined && isGateway(node) && isJoinLike(context, graph, node);
}

/** Whether all ways that meet in a gateway come out of the block before it, whose join it is. */
function isImplied({ arrivals }: FlowGraph, node: FlowNode, before: Open, lane: unknown): boolean {
  const isOfBlock = before.join === gatewayWord(node) && lane === before.lane;
  return isOfBlock && before.count > 1 && before.count === arrivals.get(node);
}
