import type { AstNode } from 'langium';
import type {
  Association,
  Block,
  Collaboration,
  Detail,
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
import { isExtensionDetail } from './generated/ast.ts';

/** A statement that speaks of a lane: its declaration, or a use that declares it if none does. */
export type LaneNode = Lane | InLane;

/** Elements that get an id even if none is written. Branches and flows only have one if it is. */
export type NamedNode = (
  | Exclude<Statement | Root | Member, Association | MessageFlow>
  | Association
  | MessageFlow
  | OwnPool
) & {
  name?: string;
  label?: string;
};

/** What of a document has or gets an id. */
export interface NamedNodes {
  /** In the order of the text; branches and flows only where their id is written. */
  readonly elements: NamedNode[];
  /** All written ids, those in `with` blocks too. */
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
  const onlyWritten = node.$type === 'Flow' || node.$type === 'Branch';
  if (node.name || !onlyWritten) named.elements.push(node);
  if (node.name) named.explicit.push(node as NamedNode & { name: string });
  if ('details' in node) visitDetails(node.details, named);
}

function visitDetails(details: readonly Detail[], named: NamedNodes): void {
  for (const detail of details) {
    if (isExtensionDetail(detail)) continue;
    if (detail.name) named.explicit.push(detail as Detail & { name: string });
    visitDetails(detail.details, named);
  }
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

/** @param around what handlers belong to that stand before any step of the block: the gateway it is of */
function visitBlock(block: Block | undefined, process: Process, around: AstNode | undefined, named: NamedNodes): void {
  let host = around;
  for (const statement of block?.statements ?? []) {
    if (statement.$type === 'Handler' && host) named.hosts.set(statement, host);
    if (isHost(statement) && !(around && statement.$type !== 'Handler' && around.$type === 'Gateway')) host = statement;
    visitStatement(statement, process, named);
  }
}

function isHost(statement: Statement): boolean {
  return ['Activity', 'Event', 'SubProcess', 'Gateway', 'Unknown'].includes(statement.$type);
}

function visitStatement(statement: Statement, process: Process, named: NamedNodes): void {
  if (statement.$type === 'Lane') {
    visitLane(statement, process, named);
    return;
  }
  if (statement.$type === 'InLane') named.laneProcess.set(statement, process);
  add(statement, named);
  if ('body' in statement)
    visitBlock(statement.body, process, statement.$type === 'Gateway' ? statement : undefined, named);
}

function visitLane(lane: Lane, process: Process, named: NamedNodes): void {
  named.laneProcess.set(lane, process);
  add(lane, named);
  for (const child of lane.lanes) visitLane(child, process, named);
}
