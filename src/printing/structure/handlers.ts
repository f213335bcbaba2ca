/** Activities with the events at their edge, and what these lead to. */
import { type Activity, type BoundaryEvent, is } from '../../model/index.ts';
import { activityStatement, activityWord } from '../statements/activities.ts';
import { associationsBehind } from '../statements/artifacts.ts';
import { handlerStatement } from '../statements/events.ts';
import { isFactful, stop } from '../statements/gateways.ts';
import { messageStatements } from '../statements/messages.ts';
import type { Statement } from '../tree.ts';
import { isCompensationEvent } from './graph.ts';
import type { BodyWalk, Made } from './walk.ts';
import { type Leaving, leave, nothing, type Open, type StepPlace } from './ways.ts';

/** @param leaving the ways out of the activity itself */
export function activityWithHandlers(walk: BodyWalk, node: Activity, leaving: Leaving, place: StepPlace): Made {
  const { context } = walk;
  const handlers = (walk.graph.handlersOf.get(node) ?? []).map((one) => handler(walk, one, node, place));
  const rejoining = handlers.reduce((sum, { open }) => sum + open.count, 0);
  const block = is(node, 'bpmn:SubProcess') ? walk.printBody(node) : undefined;
  const statement = activityStatement(context, node, activityWord(node) ?? 'task', {
    ...(block && { block }),
    attached: [
      ...leaving.jumps,
      ...messageStatements(context, node),
      ...handlers.map(({ statement: attached }) => attached),
    ],
  });
  const { open } = leaving;
  return { statement, open: rejoining === 0 ? open : { count: open.count + rejoining, join: 'xor' } };
}

function handler(walk: BodyWalk, event: BoundaryEvent, host: Activity, place: StepPlace): Made {
  const { context } = walk;
  const notes = associationsBehind(context, event);
  const messages = messageStatements(context, event);
  const make = (more: Partial<Statement>, open: Open): Made => ({
    statement: handlerStatement(context, event, host, more),
    open,
  });
  if (isCompensationEvent(event)) return make({ attached: [...notes, ...messages] }, nothing);
  const ways = walk.graph.waysFrom.get(event) ?? [];
  const [way] = ways;
  if (!way) return make({ attached: [stop, ...messages] }, nothing);
  // What does not interrupt does not rejoin.
  const next = event.cancelActivity ? place.next : undefined;
  const target = way.targetRef;
  if (target && ways.length === 1 && !isFactful(context, way, event)) {
    if (place.inside.has(target) && walk.regions.isBehind(way)) {
      const { block, open } = walk.block(target, next);
      return make({ block, attached: messages }, open);
    }
    if (target === next) return make({ block: [], attached: messages }, { count: 1 });
  }
  const { jumps, open } = leave(context, ways, event, next, walk.blocksIn({ inside: place.inside, next }));
  return make({ attached: [...jumps, ...messages] }, open);
}
