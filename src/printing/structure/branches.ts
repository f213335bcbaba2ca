/** Gateways with their branches, and the events of a race with what comes behind them. */
import { type Activity, type FlowNode, type Gateway, is, type SequenceFlow } from '../../model/index.ts';
import { activityStatement } from '../statements/activities.ts';
import { notesBehind } from '../statements/artifacts.ts';
import { handlerStatement } from '../statements/events.ts';
import { bareJump, branchStatement, gatewayStatement, gatewayWord, isFactful, stop } from '../statements/gateways.ts';
import { messageStatements } from '../statements/messages.ts';
import type { Statement } from '../tree.ts';
import { inLanes } from './lanes.ts';
import { hasBlock, headsOf } from './region.ts';
import type { BodyWalk, Made } from './walk.ts';
import { leave, nothing, type Open, type StepPlace } from './ways.ts';

export function gatewayWithBranches(walk: BodyWalk, node: Gateway, place: StepPlace): Made {
  const { context, graph } = walk;
  const word = gatewayWord(node) ?? 'xor';
  const ways = graph.waysFrom.get(node) ?? [];
  const messages = messageStatements(context, node);
  if (word === 'race' && hasBlock(context, graph, walk.regions, node)) return race(walk, node, ways, place);
  if (word === 'race' || ways.length === 0) {
    const { jumps, open } = leave(context, ways, node, place.next, walk.blocksIn(place));
    const attached = ways.length === 0 && !place.isLast ? [stop] : jumps;
    return { statement: gatewayStatement(context, node, word, { attached: [...attached, ...messages] }), open };
  }
  const branches = ways.map((way) => branch(walk, way, node, place));
  const block = branches.map(({ statement }) => statement);
  const statement = gatewayStatement(context, node, word, { block, attached: messages });
  return { statement, open: { count: sum(branches), join: word } };
}

function sum(parts: readonly { readonly open: Open }[]): number {
  return parts.reduce((count, { open }) => count + open.count, 0);
}

function branch(walk: BodyWalk, way: SequenceFlow, node: Gateway, place: StepPlace): Made {
  const { context } = walk;
  const target = way.targetRef;
  if (target && place.inside.has(target) && walk.regions.isBehind(way)) {
    const { block, open } = walk.block(target, place.next);
    return { statement: branchStatement(context, way, node, { block }), open };
  }
  if (target && target === place.next)
    return { statement: branchStatement(context, way, node, {}), open: { count: 1 } };
  const attached = target ? [bareJump(target)] : [];
  return { statement: branchStatement(context, way, node, { attached }), open: nothing };
}

/** The block of a race, of which each way leads to an event or a `receive` of its own. */
function race(walk: BodyWalk, node: Gateway, ways: readonly SequenceFlow[], place: StepPlace): Made {
  const heads = ways.flatMap(({ targetRef: target }) => target ?? []);
  const made = heads.map((head) => wayOfRace(walk, head, node, place));
  const block = made.flatMap(({ statements }) => statements);
  const statement = gatewayStatement(walk.context, node, 'race', { block });
  return { statement, open: { count: sum(made), join: 'xor' } };
}

function wayOfRace(
  walk: BodyWalk,
  head: FlowNode,
  node: Gateway,
  place: StepPlace,
): { statements: Statement[]; open: Open } {
  const { context, laneOf, lane } = walk;
  return walk.inLaneOf(head, () => {
    const { more, open } = behindHead(walk, head, place);
    const statement = is(head, 'bpmn:IntermediateCatchEvent')
      ? handlerStatement(context, head, node, { kind: 'branch', ...more })
      : activityStatement(context, head as Activity, 'receive', { kind: 'branch', ...more });
    const statements = [statement, ...notesBehind(context, head, false)];
    return { statements: inLanes([{ statements, lane: laneOf(head), isFree: false }], lane), open };
  });
}

function behindHead(walk: BodyWalk, head: FlowNode, place: StepPlace): { more: Partial<Statement>; open: Open } {
  const { context, regions } = walk;
  const messages = messageStatements(context, head);
  const ways = walk.graph.waysFrom.get(head) ?? [];
  const [way] = ways;
  const target = way?.targetRef;
  if (!target) return { more: { attached: [stop, ...messages] }, open: nothing };
  const inside = new Set(headsOf(walk.graph, regions, head).filter((one) => one !== place.next));
  if (ways.length === 1 && inside.has(target) && !isFactful(context, way, head)) {
    const { block, open } = walk.block(target, place.next);
    return { more: { block, attached: messages }, open };
  }
  const { jumps, open } = leave(context, ways, head, place.next, walk.blocksIn({ inside, next: place.next }));
  return { more: { attached: [...jumps, ...messages] }, open };
}
