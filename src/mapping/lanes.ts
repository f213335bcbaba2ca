/** Lanes of a process or sub-process: declared by `lane`, or where `in` first names them. */
import type { AstNode } from 'langium';
import { type Block, type InLane, idOf, type Lane, labelOf, type Statement } from '../language/index.ts';
import {
  append,
  createElement,
  type Lane as LaneElement,
  type LaneSet,
  type Process,
  type SubProcess,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';

/** Lanes by the id that the text knows them by. */
export type LaneMap = ReadonlyMap<string, LaneElement>;

/** What is divided into lanes, and what is needed to make them. */
interface Division {
  readonly context: CompileContext;
  readonly container: Process | SubProcess;
  /** The lanes around a sub-process. */
  readonly outer: LaneMap;
  readonly lanes: Map<string, LaneElement>;
}

/**
 * Makes the lanes of a process or sub-process, declared ones first. In a sub-process `in clerk` is a lane of its own, even where
 * the process has one of that id: the standard divides each body by itself (BPMN 2.0.2, 10.8). It has the label of that one.
 */
export function compileLanes(
  context: CompileContext,
  container: Process | SubProcess,
  body: Block,
  outer: LaneMap = new Map(),
): LaneMap {
  const division: Division = { context, container, outer, lanes: new Map() };
  const declared = body.statements.filter((statement) => statement.$type === 'Lane');
  const used = lanesIn(body.statements);
  if (declared.length === 0 && used.length === 0) return division.lanes;
  const laneSet = makeLaneSet(context, container);
  append(container, 'laneSets', laneSet);
  for (const lane of declared) compileLane(division, laneSet, lane);
  for (const lane of used) compileUse(division, laneSet, lane);
  return division.lanes;
}

/**
 * The lane that only the layout file speaks of: the one of a process, without a label, that holds all steps and so says nothing but how
 * the process is drawn. None where the text has lanes.
 */
export function compileDrawnLane(context: CompileContext, process: Process, node: AstNode): LaneElement | undefined {
  const key = `${context.keyOf(process)}/lane`;
  const id = context.keptId(key);
  if (id === undefined) return undefined;
  const laneSet = makeLaneSet(context, process);
  append(process, 'laneSets', laneSet);
  const lane = createElement('bpmn:Lane', { id });
  context.setKey(lane, key);
  context.name(lane, undefined);
  context.sources.add(id, node);
  return append(laneSet, 'lanes', lane);
}

function makeLaneSet(context: CompileContext, owner: LaneElement | Process | SubProcess): LaneSet {
  return context.identify(createElement('bpmn:LaneSet'), `${context.keyOf(owner)}/lanes`, `${owner.id}_lanes`);
}

function compileLane(division: Division, laneSet: LaneSet, node: Lane): void {
  const lane = makeLane(division, laneSet, node);
  const inner = node.body?.statements.filter((statement) => statement.$type === 'Lane') ?? [];
  if (inner.length === 0) return;
  const children = makeLaneSet(division.context, lane);
  lane.set('childLaneSet', children);
  for (const child of inner) compileLane(division, children, child);
}

/** `in clerk "Clerk"` refers to a lane, or declares it where none has that id; a label may come with a later use. */
function compileUse(division: Division, laneSet: LaneSet, node: InLane): void {
  const known = division.lanes.get(idOf(node));
  if (!known) {
    makeLane(division, laneSet, node);
    return;
  }
  division.context.alias(node, known);
  division.context.details.note(node, known);
  const label = labelOf(node);
  if (label !== undefined) known.name ??= label;
}

function makeLane({ context, container, outer, lanes }: Division, laneSet: LaneSet, node: InLane | Lane): LaneElement {
  const word = idOf(node);
  const taken = context.laneIds.has(word);
  const key = `${context.keyOf(container)}/${word}`;
  const lane = createElement('bpmn:Lane', {
    id: taken ? context.idFor(key, `${container.id}_${word}`) : context.id(node),
  });
  context.laneIds.add(word);
  context.bind(node, lane);
  if (taken) context.setKey(lane, key);
  context.name(lane, labelOf(node) ?? outer.get(word)?.name);
  append(laneSet, 'lanes', lane);
  lanes.set(word, lane);
  return lane;
}

/** All `in` statements of a body in the order of the text, those in branches and handlers too, not those of sub-processes. */
function lanesIn(statements: readonly Statement[]): InLane[] {
  return statements.flatMap((statement) => {
    if (statement.$type === 'SubProcess' || statement.$type === 'EventSubProcess') return [];
    const inner = 'body' in statement && statement.body ? lanesIn(statement.body.statements) : [];
    return statement.$type === 'InLane' ? [statement, ...inner] : inner;
  });
}
