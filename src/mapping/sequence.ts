/**
 * A block's steps in order, and the ways between them. Reading order is flow order: the open ways of one step arrive at
 * the next; a block's ways meet in a join (language.md, "BPMN in one page": Joins, Jumps). All recursion is here.
 */
import {
  type Branch,
  documentationOf,
  type EventSubProcess,
  type Flow,
  type Gateway,
  type Grouped,
  groupStatements,
  type HandlerItem,
  idOf,
  type Join,
  labelOf,
  type Statement,
  type StepItem,
  type SubProcess,
} from '../language/index.ts';
import {
  type Activity as ActivityElement,
  type BoundaryEvent,
  createElement,
  type Gateway as GatewayElement,
} from '../model/index.ts';
import { makeActivity, makeSubProcess } from './activities.ts';
import { addArtifact, compileArtifact, compileAttached } from './artifacts.ts';
import type { CompileContext } from './context.ts';
import { compileData } from './data.ts';
import { makeBoundaryEvent, makeEvent, makeRaceEvent } from './events.ts';
import type { Exit, FlowFacts } from './flows.ts';
import { makeGateway, type PendingJoin, settle, type Ways } from './gateways.ts';
import { compileLanes } from './lanes.ts';
import { arrive, type Lead, leave, leaveStep, type Place } from './ways.ts';

/**
 * Compiles the statements of a body or branch.
 * @param entry the ways that lead into the first step
 * @returns the ways that reach the end, joined
 */
export function compileBlock(
  context: CompileContext,
  place: Place,
  statements: readonly Statement[],
  entry: Exit[],
): Exit[] {
  const grouped = groupStatements(statements, false);
  compileDeclarations(context, place, grouped);
  return compileItems(context, place, grouped.items, entry);
}

/** The blocks of jumps, which stand where the steps do that these leave. */
function leadingIn(context: CompileContext, place: Place): Lead {
  return (body, entry) => compileBlock(context, place, body.statements, entry);
}

function compileDeclarations(context: CompileContext, place: Place, { declarations }: Grouped): void {
  for (const statement of declarations) {
    if (statement.$type === 'Data' || statement.$type === 'Store') compileData(context, place.container, statement);
    else compileArtifact(context, place.container, statement);
  }
}

function compileItems(context: CompileContext, place: Place, items: readonly StepItem[], entry: Exit[]): Exit[] {
  let ways: Ways = { exits: entry };
  for (const item of items) {
    const here = placeOf(place, item);
    if (item.node.$type === 'Join') {
      ways = compileJoin(context, here, item.node, item.jumps, ways);
      compileAttached(context, place.container, item.node, item);
    } else if (standsApart(item)) {
      compileStep(context, here, item, []);
    } else {
      const exits = settle(context, here, ways);
      ways = compileStep(context, here, item, nothingFallsInto(item, place) ? [] : exits);
    }
  }
  const exits = settle(context, place, ways);
  return place.adHoc ? [] : exits;
}

function placeOf(place: Place, item: StepItem): Place {
  const lane = item.lane && place.lanes?.get(idOf(item.lane));
  return lane ? { ...place, lane } : place;
}

/** Steps outside the sequence: the ways before them go on to what follows. */
function standsApart({ node }: StepItem): boolean {
  if (node.$type === 'EventSubProcess') return true;
  const markable = node.$type === 'Activity' || node.$type === 'SubProcess';
  return markable && node.clauses.some((clause) => clause.$type === 'ForCompensation');
}

function nothingFallsInto({ node }: StepItem, place: Place): boolean {
  if (place.adHoc) return true;
  if (node.$type !== 'Event') return false;
  return node.kind === 'start' || (node.kind === 'catch' && isLink(node));
}

function isLink(node: { readonly triggers: readonly { readonly $type: string }[] }): boolean {
  return node.triggers.some((trigger) => trigger.$type === 'LinkTrigger');
}

function compileStep(context: CompileContext, place: Place, item: StepItem, entry: Exit[]): Ways {
  const ways = compileNode(context, place, item, entry);
  compileAttached(context, place.container, item.node, item);
  for (const handler of item.handlers) compileAttached(context, place.container, handler.node, handler);
  return ways;
}

function compileNode(context: CompileContext, place: Place, item: StepItem, entry: Exit[]): Ways {
  const { node, jumps } = item;
  switch (node.$type) {
    case 'Event': {
      const event = makeEvent(context, place, node);
      arrive(entry, event);
      const ends = node.kind === 'end' || (node.kind === 'throw' && isLink(node));
      return { exits: leaveStep(context, event, jumps, ends, leadingIn(context, place)) };
    }
    case 'Activity': {
      const activity = makeActivity(context, place, node);
      arrive(entry, activity);
      return withHandlers(context, place, item, activity);
    }
    case 'SubProcess':
    case 'EventSubProcess':
      return compileSubProcess(context, place, item, node, entry);
    case 'Gateway':
      return compileGateway(context, place, node, jumps, entry);
    default:
      // Misplaced, or not a step yet (validation says so): its block stays in the picture, the way goes past it.
      return { exits: 'body' in node && node.body ? compileBlock(context, place, node.body.statements, entry) : entry };
  }
}

function compileSubProcess(
  context: CompileContext,
  place: Place,
  item: StepItem,
  node: SubProcess | EventSubProcess,
  entry: Exit[],
): Ways {
  const container = makeSubProcess(context, place, node);
  arrive(entry, container);
  const adHoc = node.$type === 'SubProcess' && node.kind === 'adhoc';
  if (node.body) {
    const lanes = compileLanes(context, container, node.body, place.lanes);
    compileBlock(context, { container, adHoc, lanes }, node.body.statements, []);
  }
  if (node.$type === 'EventSubProcess') return { exits: [] };
  return withHandlers(context, place, item, container);
}

/** The ways after an activity: its own, and those of handlers that rejoin. */
function withHandlers(context: CompileContext, place: Place, item: StepItem, activity: ActivityElement): Ways {
  const exits = leaveStep(context, activity, item.jumps, standsApart(item), leadingIn(context, place));
  const rejoining = item.handlers.flatMap((handler) => compileHandler(context, place, handler, activity));
  if (rejoining.length === 0) return { exits };
  return {
    exits: [...exits, ...rejoining],
    join: { kind: 'xor', owner: activity, lane: place.lane, block: undefined },
  };
}

/** A boundary event and its block. Returns the ways that rejoin: an interrupting handler's that reach its end. */
function compileHandler(context: CompileContext, place: Place, item: HandlerItem, host: ActivityElement): Exit[] {
  const { node, jumps } = item;
  const event = makeBoundaryEvent(context, place, node, host);
  if (node.triggers.some((trigger) => trigger.$type === 'CompensationTrigger')) {
    compileCompensation(context, place, item, event);
    return [];
  }
  if (!node.body && jumps.length === 0) return [];
  const exits = [context.flows.open(event)];
  const reaching = node.body ? compileBlock(context, place, node.body.statements, exits) : exits;
  const ends = leave(context, reaching, jumps, leadingIn(context, place));
  return node.nonInterrupting ? [] : ends;
}

/** A compensation handler is reached by an association, not by a flow (BPMN 2.0.2, 10.7.1). */
function compileCompensation(
  context: CompileContext,
  place: Place,
  { node, jumps }: HandlerItem,
  event: BoundaryEvent,
): void {
  if (node.body) compileBlock(context, place, node.body.statements, []);
  const first = node.body && groupStatements(node.body.statements, false).items[0]?.node;
  context.later(() => {
    const target = context.elementOf(jumps[0]?.target?.ref ?? first);
    if (!target) return;
    const key = context.numbered(`${context.keyOf(event)}->${context.keyOf(target)}`);
    const id = context.idFor(key, `Association_${event.id}_${target.id}`);
    const association = createElement('bpmn:Association', {
      id,
      sourceRef: event,
      targetRef: target,
      associationDirection: 'One',
    });
    context.setKey(association, key);
    addArtifact(place.container, association);
  });
}

function compileGateway(
  context: CompileContext,
  place: Place,
  node: Gateway,
  jumps: readonly Flow[],
  entry: Exit[],
): Ways {
  const gateway = makeGateway(place, node.kind, context.id(node));
  context.bind(node, gateway);
  context.name(gateway, labelOf(node));
  arrive(entry, gateway);
  if (!node.body) return { exits: leaveStep(context, gateway, jumps, false, leadingIn(context, place)) };
  const exits = compileBranches(context, place, node, gateway);
  const join: PendingJoin = {
    kind: node.kind === 'race' ? 'xor' : node.kind,
    owner: gateway,
    lane: place.lane,
    block: node.body,
  };
  if (jumps.length === 0) return { exits, join };
  return { exits: leave(context, settle(context, place, { exits, join }), jumps, leadingIn(context, place)) };
}

/** The ways that reach the end of a gateway's block. */
function compileBranches(context: CompileContext, place: Place, node: Gateway, gateway: GatewayElement): Exit[] {
  const grouped = groupStatements(node.body?.statements ?? [], node.kind === 'race');
  compileDeclarations(context, place, grouped);
  if (grouped.items.length === 0) return [context.flows.open(gateway)];
  return grouped.items.flatMap((item) => {
    const here = placeOf(place, item);
    const exits = compileBranchItem(context, here, item, gateway, node.kind === 'race');
    if (item.node.$type === 'Branch') compileAttached(context, place.container, node, item);
    return exits;
  });
}

function compileBranchItem(
  context: CompileContext,
  place: Place,
  item: StepItem,
  gateway: GatewayElement,
  race: boolean,
): Exit[] {
  const { node, jumps } = item;
  // A word that is being typed is no way yet: the picture keeps still until it is one.
  if (node.$type === 'Unknown' && !node.body) return [];
  if (node.$type === 'Branch')
    return leave(context, compileBranch(context, place, node, gateway), jumps, leadingIn(context, place));
  const exit = context.flows.open(gateway);
  if (race && node.$type === 'Handler') {
    const event = makeRaceEvent(context, place, node);
    arrive([exit], event);
    return branchEnds(context, place, node.body?.statements, jumps, context.flows.open(event));
  }
  if (race && node.$type === 'Activity' && node.body) {
    const task = makeActivity(context, place, node);
    arrive([exit], task);
    return branchEnds(context, place, node.body.statements, jumps, context.flows.open(task));
  }
  return compileItems(context, place, [item], [exit]);
}

function compileBranch(context: CompileContext, place: Place, node: Branch, gateway: GatewayElement): Exit[] {
  const facts: FlowFacts = { statements: [node], label: labelOf(node), documentation: documentationOf(node) };
  if (node.name !== undefined) facts.id = idOf(node);
  if (node.kind === 'otherwise') facts.isDefault = true;
  if (node.condition) facts.condition = node.condition;
  return branchEnds(context, place, node.body?.statements, [], context.flows.open(gateway, facts));
}

function branchEnds(
  context: CompileContext,
  place: Place,
  statements: readonly Statement[] | undefined,
  jumps: readonly Flow[],
  exit: Exit,
): Exit[] {
  const ends = statements ? compileBlock(context, place, statements, [exit]) : [exit];
  return leave(context, ends, jumps, leadingIn(context, place));
}

function compileJoin(context: CompileContext, place: Place, node: Join, jumps: readonly Flow[], ways: Ways): Ways {
  if (node.kind === 'none') return { exits: ways.exits };
  const kind = node.kind ?? ways.join?.kind ?? 'xor';
  const join = makeGateway({ ...place, lane: place.lane ?? ways.join?.lane }, kind, context.id(node));
  context.bind(node, join);
  context.name(join, labelOf(node));
  arrive(ways.exits, join);
  return { exits: leaveStep(context, join, jumps, false, leadingIn(context, place)) };
}
