/**
 * From the flat statement list of a block to its steps with what belongs to each: the language attaches handlers,
 * jumps, notes and message flows to their neighbour by position (language.md, "Grammar notes"). Pure syntax: no model.
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
  MessageFlow,
  Note,
  Statement,
  SubProcess,
  Unknown,
} from '../language/index.ts';

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
  readonly lane?: InLane;
  readonly handlers: HandlerItem[];
}

/** A block in order: its steps, and the declarations between them. */
export interface Grouped {
  readonly items: readonly Item[];
  readonly declarations: readonly Statement[];
  /** Lanes in the order of their first mention. */
  readonly lanes: readonly InLane[];
}

interface Grouping {
  readonly items: Item[];
  readonly declarations: Statement[];
  readonly lanes: InLane[];
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
  const grouping: Grouping = { items: [], declarations: [], lanes: [], race, last: undefined, bareLane: undefined };
  addStatements(grouping, statements, undefined);
  return grouping;
}

function addStatements(grouping: Grouping, statements: readonly Statement[], lane: InLane | undefined): void {
  for (const statement of statements) {
    if (statement.$type === 'InLane') {
      grouping.lanes.push(statement);
      grouping.bareLane = statement.body ? undefined : statement;
      if (statement.body) addStatements(grouping, statement.body.statements, statement);
    } else {
      addStatement(grouping, statement, lane);
    }
  }
}

function addStatement(grouping: Grouping, statement: Exclude<Statement, InLane>, lane: InLane | undefined): void {
  const { last } = grouping;
  switch (statement.$type) {
    case 'Flow':
      last?.jumps.push(statement);
      return;
    case 'MessageFlow':
      last?.messages.push(statement);
      return;
    case 'Note':
      // A note before any step, or one that says what it is about, is an annotation of its own.
      if (last) last.notes.push(statement);
      else grouping.declarations.push(statement);
      return;
    case 'Lane':
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

function addHandler(grouping: Grouping, node: Handler, lane: InLane | undefined): void {
  const host = grouping.items.at(-1);
  if (grouping.race || !host || !mayBeHandled(host.node)) {
    addItem(grouping, node, lane);
    return;
  }
  const handler: HandlerItem = { node, jumps: [], notes: [], messages: [] };
  host.handlers.push(handler);
  grouping.last = handler;
}

function mayBeHandled(node: StepNode): boolean {
  return node.$type === 'Activity' || node.$type === 'SubProcess' || node.$type === 'Unknown';
}

function addItem(grouping: Grouping, node: StepNode, lane: InLane | undefined): void {
  const item: Item = { node, lane: grouping.bareLane ?? lane, handlers: [], jumps: [], notes: [], messages: [] };
  grouping.bareLane = undefined;
  grouping.items.push(item);
  grouping.last = item;
}
