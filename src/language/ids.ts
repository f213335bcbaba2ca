import { type AstNode, AstUtils } from 'langium';
import { IdPool, idFromLabel } from './derived-id.ts';
import {
  type Handler,
  isModel,
  isUnknownItem,
  isUnknownRoot,
  isUnknown as isUnknownStep,
  type Model,
  type Process,
} from './generated/ast.ts';
import { collectNamed, type LaneNode, type NamedNode } from './named-nodes.ts';

/** The ids of one document: each is unique in it, whether written or derived. */
export interface IdTable {
  readonly idOf: ReadonlyMap<AstNode, string>;
  /** Every id of the document, to make more that differ from them. */
  readonly taken: ReadonlySet<string>;
  /** Elements whose written id another element before them has, in the order of the text. */
  readonly duplicates: readonly { readonly node: AstNode; readonly first: AstNode }[];
  /** Elements whose derived id depends on their order: others would have the same one. */
  readonly fragile: ReadonlySet<AstNode>;
}

const tables = new WeakMap<Model, IdTable>();
const NONE: IdTable = { idOf: new Map(), taken: new Set(), duplicates: [], fragile: new Set() };

/** The ids of the document that `node` stands in; computed once per parse. */
export function idsOf(node: AstNode): IdTable {
  const model = AstUtils.findRootNode(node);
  if (!isModel(model)) return NONE;
  let table = tables.get(model);
  if (!table) {
    table = idTable(model);
    tables.set(model, table);
  }
  return table;
}

/**
 * The id that an element has in the model: the one written, else derived from its label, else from its kind (language.md,
 * principle 4); unique in the document. Flows and branches have one only if it is written; '' for these and for nodes that
 * are no elements of the model (clauses, expressions, blocks).
 */
export function idOf(node: AstNode): string {
  return idsOf(node).idOf.get(node) ?? '';
}

function idTable(model: Model): IdTable {
  const named = collectNamed(model);
  const owners = new Map<string, AstNode>();
  const duplicates: { node: AstNode; first: AstNode }[] = [];
  for (const node of named.explicit) {
    const first = owners.get(node.name);
    // What an unknown word opens may be anything: its id is no mistake before the word is right, and no other's either.
    if (!first || (isUnknown(first) && !isUnknown(node))) owners.set(node.name, node);
    else if (!isUnknown(node) && !sameLane(named.laneProcess, first, node)) duplicates.push({ node, first });
  }
  const ids = new Map<AstNode, string>();
  const pool = new IdPool(owners.keys());
  const lanes = laneIds(named.laneProcess, pool);
  const byBase = new Map<string, AstNode>();
  const fragile = new Set<AstNode>();
  const repeated = new Set<AstNode>(duplicates.map(({ node }) => node));
  for (const node of named.elements) {
    // A line that was just copied is a step of its own in the picture, whatever is still wrong with its id.
    const written = node.name && (repeated.has(node) ? pool.fresh(node.name) : node.name);
    const given = written || lanes.get(node);
    const base = given ?? baseOf(node, named.hosts, ids);
    ids.set(node, given ?? pool.fresh(base));
    if (given !== undefined) continue;
    const first = byBase.get(base);
    if (first) fragile.add(first).add(node);
    else byBase.set(base, node);
  }
  return { idOf: ids, taken: new Set([...owners.keys(), ...ids.values()]), duplicates, fragile };
}

function isUnknown(node: AstNode): boolean {
  return isUnknownStep(node) || isUnknownItem(node) || isUnknownRoot(node);
}

/** Statements with one id in one process speak of one lane. */
function sameLane(laneProcess: ReadonlyMap<AstNode, Process>, a: AstNode, b: AstNode): boolean {
  const process = laneProcess.get(a);
  return process !== undefined && process === laneProcess.get(b);
}

/** Ids of the lanes that have only a label: that of the lane with this label in the process, else derived once for all of them. */
function laneIds(laneProcess: ReadonlyMap<LaneNode, Process>, pool: IdPool): Map<AstNode, string> {
  const byLabel = new Map<Process, Map<string, string>>();
  const labelled = (process: Process) =>
    byLabel.get(process) ?? byLabel.set(process, new Map()).get(process) ?? new Map();
  for (const [lane, process] of laneProcess) {
    if (lane.name && lane.label) labelled(process).set(lane.label, lane.name);
  }
  const ids = new Map<AstNode, string>();
  for (const [lane, process] of laneProcess) {
    if (lane.name) continue;
    const known = labelled(process);
    const id = known.get(lane.label ?? '') ?? pool.fresh(idFromLabel(lane.label ?? '') ?? 'lane');
    known.set(lane.label ?? '', id);
    ids.set(lane, id);
  }
  return ids;
}

/** What the id of an element without one is made of, before it is made unique. */
function baseOf(node: NamedNode, hosts: ReadonlyMap<AstNode, AstNode>, ids: ReadonlyMap<AstNode, string>): string {
  switch (node.$type) {
    case 'Handler':
      return idFromLabel(node.label ?? '') ?? handlerBase(node, ids.get(hosts.get(node) ?? node) ?? '');
    case 'OwnPool':
      return idFromLabel(node.label ?? '') ?? `${ids.get(node.$container)}Pool`;
    case 'Note':
    case 'Association':
    case 'MessageFlow':
      // Their label is a text, and nothing refers to them: an id from it would be long, and take the step of that name its id.
      return node.$type.charAt(0).toLowerCase() + node.$type.slice(1);
    default:
      return idFromLabel(node.label ?? '') ?? kindOf(node);
  }
}

/** `user remind` with `on timer …`: remindTimer. */
function handlerBase(handler: Handler, host: string): string {
  const [first, second] = handler.triggers;
  const trigger = second ? 'Multiple' : (first?.$type.replace(/Trigger$/, '') ?? 'Event');
  return host ? host + trigger : `on${trigger}`;
}

/** The word that the element opens with. */
function kindOf(node: NamedNode): string {
  if (node.$type === 'PlanItem' && node.kind === 'user') return 'userEvent';
  if ('kind' in node && node.kind) return node.$type === 'Join' ? 'join' : node.kind;
  if (node.$type === 'Unknown' || node.$type === 'UnknownItem' || node.$type === 'UnknownRoot')
    return idFromLabel(node.word ?? '') ?? 'unknown';
  const words: Readonly<Record<string, string>> = {
    EventSubProcess: 'eventSubprocess',
    FileItem: 'file',
    ErrorType: 'error',
    InLane: 'lane',
  };
  return words[node.$type] ?? node.$type.charAt(0).toLowerCase() + node.$type.slice(1);
}
