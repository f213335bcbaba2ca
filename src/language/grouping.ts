/**
 * From the flat statement list of a block to its steps with what belongs to each: handlers, jumps, notes and message flows attach
 * to their neighbour by position (language.md, "Grammar notes"). Pure syntax: names play no part.
 */
import type {
  Activity,
  Branch,
  Event,
  EventSubProcess,
  Flow,
  Gateway,
  Handler,
  InLane,
  Join,
  Lane,
  MessageFlow,
  Note,
  Statement,
  SubProcess,
  Unknown,
} from './generated/ast.ts';

/** A statement that is a step of the sequence, or opens a branch of the gateway around it. */
export type StepNode = Activity | Branch | Event | EventSubProcess | Gateway | Handler | Join | SubProcess | Unknown;

/** What may stand on a line of its own behind a step, a handler or a branch. */
export interface Attached {
  readonly jumps: Flow[];
  readonly notes: Note[];
  readonly messages: MessageFlow[];
}

export interface HandlerItem extends Attached {
  readonly node: Handler;
}

/** A step, the lane it stands in, and what is attached to it. */
export interface Item extends Attached {
  readonly node: StepNode;
  readonly lane?: InLane | Lane;
  readonly handlers: HandlerItem[];
}

/** A block in order: its steps, and the declarations between them. */
export interface Grouped {
  readonly items: readonly Item[];
  readonly declarations: readonly Statement[];
  /** Lanes in the order of their first mention. */
  readonly lanes: readonly InLane[];
  /** Jumps and message flows with nothing before them to leave from. */
  readonly stray: readonly (Flow | MessageFlow)[];
  /** `in clerk` with no step behind it to hold. */
  readonly emptyLanes: readonly InLane[];
}

interface Grouping {
  readonly items: Item[];
  readonly declarations: Statement[];
  readonly lanes: InLane[];
  readonly stray: (Flow | MessageFlow)[];
  readonly emptyLanes: InLane[];
  /** Whether `on` opens a branch (in a race) instead of a boundary event. */
  readonly race: boolean;
  last: Attached | undefined;
  /** `in clerk` without a block: holds the next step. */
  bareLane: InLane | undefined;
}

/**
 * Groups the statements of one block. Lane blocks are flattened: the flow ignores them.
 * @param race whether the block is that of an event-based gateway, where `on` opens a branch
 */
export function groupStatements(statements: readonly Statement[], race: boolean): Grouped {
  const grouping: Grouping = {
    items: [],
    declarations: [],
    lanes: [],
    stray: [],
    emptyLanes: [],
    race,
    last: undefined,
    bareLane: undefined,
  };
  addStatements(grouping, statements, undefined);
  endBareLane(grouping);
  return grouping;
}

function addStatements(grouping: Grouping, statements: readonly Statement[], lane: InLane | Lane | undefined): void {
  for (const statement of statements) {
    if (statement.$type === 'InLane') addLane(grouping, statement);
    else addStatement(grouping, statement, lane);
  }
}

function addLane(grouping: Grouping, lane: InLane): void {
  grouping.lanes.push(lane);
  endBareLane(grouping);
  if (!lane.body) grouping.bareLane = lane;
  else addStatements(grouping, lane.body.statements, lane);
}

function endBareLane(grouping: Grouping): void {
  if (grouping.bareLane) grouping.emptyLanes.push(grouping.bareLane);
  grouping.bareLane = undefined;
}

function addStatement(
  grouping: Grouping,
  statement: Exclude<Statement, InLane>,
  lane: InLane | Lane | undefined,
): void {
  const { last } = grouping;
  switch (statement.$type) {
    case 'Flow':
      if (last) last.jumps.push(statement);
      else grouping.stray.push(statement);
      return;
    case 'MessageFlow':
      if (last) last.messages.push(statement);
      else grouping.stray.push(statement);
      return;
    case 'Note':
      // A note before any step, or one that says what it is about, is an annotation of its own.
      if (last) last.notes.push(statement);
      else grouping.declarations.push(statement);
      return;
    case 'Lane':
      grouping.declarations.push(statement);
      addStatements(grouping, statement.body?.statements ?? [], statement);
      return;
    case 'Data':
    case 'Store':
    case 'Group':
    case 'Association':
      grouping.declarations.push(statement);
      return;
    case 'Handler':
      addHandler(grouping, statement, lane);
      return;
    default:
      addItem(grouping, statement, lane);
  }
}

function addHandler(grouping: Grouping, node: Handler, lane: InLane | Lane | undefined): void {
  // A word that is being typed between a step and its handlers does not part them.
  const host = grouping.items.findLast((item) => !isHalfTyped(item.node));
  if (grouping.race || !host || !mayBeHandled(host.node)) {
    addItem(grouping, node, lane);
    return;
  }
  const handler: HandlerItem = { node, jumps: [], notes: [], messages: [] };
  host.handlers.push(handler);
  grouping.last = handler;
}

function isHalfTyped(node: StepNode): boolean {
  return node.$type === 'Unknown' && !node.label && !node.body;
}

function mayBeHandled(node: StepNode): boolean {
  return node.$type === 'Activity' || node.$type === 'SubProcess' || node.$type === 'Unknown';
}

function addItem(grouping: Grouping, node: StepNode, lane: InLane | Lane | undefined): void {
  const item: Item = { node, lane: grouping.bareLane ?? lane, handlers: [], jumps: [], notes: [], messages: [] };
  grouping.bareLane = undefined;
  grouping.items.push(item);
  grouping.last = item;
}
