import type { AstNode } from 'langium';
import type {
  Association,
  Block,
  Collaboration,
  Detail,
  Gateway,
  InLane,
  Lane,
  Member,
  MessageFlow,
  Model,
  OwnPool,
  Process,
  Root,
  Statement,
} from './generated/ast.ts';
import { groupStatements } from './grouping.ts';

/** A statement that speaks of a lane: its declaration, or a use that declares it if none does. */
export type LaneNode = Lane | InLane;

/** Elements that get an id even if none is written. Branches and flows only have one if it is. */
export type NamedNode = (
  | Exclude<Statement | Root | Member, Association | MessageFlow>
  | Association
  | MessageFlow
  | OwnPool
  | Detail
) & {
  name?: string;
  label?: string;
};

/** What of a document has or gets an id. */
export interface NamedNodes {
  /** In the order of the text; branches, flows and what `with` holds only where their id is written. */
  readonly elements: NamedNode[];
  /** All written ids. */
  readonly explicit: (AstNode & { readonly name: string })[];
  readonly laneProcess: Map<LaneNode, Process>;
  /** The step or race that a handler belongs to. */
  readonly hosts: Map<AstNode, AstNode>;
}

/** Walks the elements of a document once, past all that has no id (clauses, expressions). */
export function collectNamed(model: Model): NamedNodes {
  const named: NamedNodes = { elements: [], explicit: [], laneProcess: new Map(), hosts: new Map() };
  for (const header of model.header) if (header.$type === 'Definitions') visitDetails(header.details, named);
  for (const root of model.elements) visitRoot(root, named);
  return named;
}

function add(node: NamedNode, named: NamedNodes): void {
  const onlyWritten = node.$type === 'Flow' || node.$type === 'Branch' || node.$type === 'Detail';
  if (node.name || !onlyWritten) named.elements.push(node);
  if (node.name) named.explicit.push(node as NamedNode & { name: string });
  if ('details' in node) visitDetails(node.details, named);
}

function visitDetails(details: readonly Detail[], named: NamedNodes): void {
  for (const detail of details) add(detail, named);
}

function visitRoot(root: Root, named: NamedNodes): void {
  add(root, named);
  switch (root.$type) {
    case 'Collaboration':
      visitMembers(root, named);
      break;
    case 'Process':
      if (root.own) add(root.own, named);
      visitBlock(root.body, root, undefined, named);
      break;
  }
}

function visitMembers(collaboration: Collaboration, named: NamedNodes): void {
  for (const member of collaboration.members) add(member, named);
}

function visitBlock(block: Block | undefined, process: Process, race: Gateway | undefined, named: NamedNodes): void {
  if (!block) return;
  for (const item of groupStatements(block.statements, race !== undefined).items) {
    if (race && item.node.$type === 'Handler') named.hosts.set(item.node, race);
    for (const handler of item.handlers) named.hosts.set(handler.node, item.node);
  }
  for (const statement of block.statements) visitStatement(statement, process, named);
}

function visitStatement(statement: Statement, process: Process, named: NamedNodes): void {
  if (statement.$type === 'Lane') {
    visitLane(statement, process, named);
    return;
  }
  if (statement.$type === 'InLane') named.laneProcess.set(statement, process);
  add(statement, named);
  if (!('body' in statement)) return;
  const race = statement.$type === 'Gateway' && statement.kind === 'race' ? statement : undefined;
  visitBlock(statement.body, process, race, named);
}

function visitLane(lane: Lane, process: Process, named: NamedNodes): void {
  named.laneProcess.set(lane, process);
  add(lane, named);
  visitBlock(lane.body, process, undefined, named);
}
