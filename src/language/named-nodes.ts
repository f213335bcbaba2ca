import type { AstNode } from 'langium';
import type {
  Association,
  Block,
  Case,
  CaseBlock,
  CaseItem,
  Collaboration,
  Criterion,
  Detail,
  Discretionary,
  Gateway,
  InLane,
  Lane,
  Member,
  MessageFlow,
  Model,
  OwnPool,
  PlanClause,
  Process,
  Root,
  Scenario,
  Statement,
  StrayClause,
  StrayFlow,
} from './generated/ast.ts';
import { groupStatements } from './grouping.ts';

/** A statement that speaks of a lane: its declaration, or a use that declares it if none does. */
export type LaneNode = Lane | InLane;

/** Elements that get an id even if none is written. Branches, flows and criteria only have one if it is; scenarios are no elements. */
export type NamedNode = (
  | Exclude<Statement | Root | Member, Association | MessageFlow | Scenario>
  | Exclude<CaseItem, Association | Discretionary | StrayFlow>
  | Criterion
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
  /** In the order of the text; branches, flows, criteria and what `with` holds only where their id is written. */
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

/** What has an id only where it is written. */
const ONLY_WRITTEN: ReadonlySet<string> = new Set(['Flow', 'Branch', 'Criterion', 'Detail']);

function add(node: NamedNode, named: NamedNodes): void {
  if (node.name || !ONLY_WRITTEN.has(node.$type)) named.elements.push(node);
  if (node.name) named.explicit.push(node as NamedNode & { name: string });
  if ('details' in node) visitDetails(node.details, named);
}

function visitDetails(details: readonly Detail[], named: NamedNodes): void {
  for (const detail of details) add(detail, named);
}

function visitRoot(root: Root, named: NamedNodes): void {
  if (root.$type === 'Scenario') return;
  add(root, named);
  switch (root.$type) {
    case 'Collaboration':
      visitMembers(root, named);
      break;
    case 'Process':
      if (root.own) add(root.own, named);
      visitBlock(root.body, root, undefined, named);
      break;
    case 'Case':
      visitCase(root, named);
      break;
  }
}

function visitCase(node: Case, named: NamedNodes): void {
  visitCriteria(node.clauses, named);
  visitItems(node.body, named);
}

function visitCriteria(clauses: readonly (PlanClause | StrayClause)[], named: NamedNodes): void {
  for (const clause of clauses) if (clause.$type === 'Criterion') add(clause, named);
}

function visitItems(block: CaseBlock | undefined, named: NamedNodes): void {
  for (const item of block?.items ?? []) {
    if (item.$type === 'Discretionary' || item.$type === 'StrayFlow') continue;
    add(item, named);
    if ('clauses' in item) visitCriteria(item.clauses, named);
    if ('body' in item) visitItems(item.body, named);
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
