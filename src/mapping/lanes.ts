/** Lanes of a process: declared by `lane`, or where `in` first names them. */
import { type Block, type InLane, idOf, type Lane, labelOf, type Statement } from '../language/index.ts';
import { append, createElement, type Lane as LaneElement, type LaneSet, type Process } from '../model/index.ts';
import type { CompileContext } from './context.ts';

/** Makes the process's lanes, declared ones first. Returns them by the id that the text knows them by. */
export function compileLanes(context: CompileContext, process: Process, body: Block): ReadonlyMap<string, LaneElement> {
  const lanes = new Map<string, LaneElement>();
  const declared = body.statements.filter((statement) => statement.$type === 'Lane');
  const used = lanesIn(body.statements);
  if (declared.length === 0 && used.length === 0) return lanes;
  const laneSet = createElement('bpmn:LaneSet', {
    id: context.idFor(`${context.keyOf(process)}/lanes`, `${process.id}_lanes`),
  });
  append(process, 'laneSets', laneSet);
  for (const lane of declared) compileLane(context, lanes, laneSet, lane);
  for (const lane of used) compileUse(context, lanes, laneSet, lane);
  return lanes;
}

function compileLane(context: CompileContext, lanes: Map<string, LaneElement>, laneSet: LaneSet, node: Lane): void {
  const lane = makeLane(context, laneSet, node);
  lanes.set(idOf(node), lane);
  if (node.lanes.length === 0) return;
  const children = createElement('bpmn:LaneSet', {
    id: context.idFor(`${context.keyOf(lane)}/lanes`, `${lane.id}_lanes`),
  });
  lane.set('childLaneSet', children);
  for (const child of node.lanes) compileLane(context, lanes, children, child);
}

/** `in clerk "Clerk"` refers to a lane, or declares it where none has that id; a label may come with a later use. */
function compileUse(context: CompileContext, lanes: Map<string, LaneElement>, laneSet: LaneSet, node: InLane): void {
  const id = idOf(node);
  const known = lanes.get(id);
  if (!known) {
    lanes.set(id, makeLane(context, laneSet, node));
    return;
  }
  context.alias(node, known);
  const label = labelOf(node);
  if (label !== undefined) known.name ??= label;
}

function makeLane(context: CompileContext, laneSet: LaneSet, node: InLane | Lane): LaneElement {
  const lane = createElement('bpmn:Lane', { id: context.id(node) });
  context.bind(node, lane);
  context.name(lane, labelOf(node));
  append(laneSet, 'lanes', lane);
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
