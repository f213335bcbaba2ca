/**
 * Case file items whose connectors go round what stands above them move along their row, to where the way up is shorter. Needs: all connectors led. Leaves:
 * the same, the file items and their texts beside where they were. Source: local search over one file item at a time, as for criteria.
 */
import type { Bounds } from '../../base/geometry.ts';
import { grown, holds } from '../route-cost.ts';
import { boundsOf, type Flow, type LayoutNode } from '../scope.ts';
import { besideItem } from './case-grid.ts';
import { around as boxAround, type CaseSheet } from './case-sheet.ts';
import type { ConnectorRouter } from './route-connectors.ts';

/** Places that all searches may look at, in the measure of the router. */
const share = 50_000;
/** A connector with as many bends turns where the row ends and where it arrives: no place is better. */
const fewBends = 2;
const mostPlaces = 8;
/** As far from where it stands, px: it stays below what it triggers. */
const reach = 300;
/** What a move must save: a bend, less than a crossing. */
const leastGain = 40;
const apart = 10;
/** From the border of the plan. */
const inset = 20;

/** A file item with its connectors, the others of its row that have some, and those beside them that have none. */
interface Row {
  readonly file: LayoutNode;
  readonly flows: readonly Flow[];
  readonly used: readonly LayoutNode[];
  readonly idle: readonly LayoutNode[];
}

export function moveFiles({ plans, connectors }: CaseSheet, router: ConnectorRouter): void {
  const end = router.around.effort + share;
  for (const { files, container } of plans) {
    const isUsed = (file: LayoutNode) => connectors.from(file).length > 0;
    const [used, idle] = [files.filter(isUsed), files.filter((file) => !isUsed(file))];
    for (const file of used) {
      const flows = connectors.from(file).map(({ flow }) => flow);
      const beside = idle.filter(({ y }) => y === file.y);
      if (router.around.effort < end) improve({ file, flows, used, idle: beside }, container.node, router);
    }
  }
}

function improve(row: Row, plan: LayoutNode, router: ConnectorRouter): void {
  const { around } = router;
  const { file, flows } = row;
  around.lookFor();
  if (!flows.some((flow) => flow.points.length - 2 > fewBends || around.cost(flow, flow.points).crossings > 0)) return;
  let best = { x: file.x, paths: pathsOf(flows), cost: costOf(flows, router) - leastGain };
  for (const flow of flows) around.removeFlow(flow);
  for (const x of placesFor(file, flows, router)) {
    const moves = movesTo(x, row);
    if (!moves.every((each) => isFree(each, moves, plan, router))) continue;
    for (const each of moves) move(each, router);
    for (const flow of flows) router.draw(flow);
    const cost = costOf(flows, router);
    if (cost < best.cost) best = { x, paths: pathsOf(flows), cost };
    for (const flow of flows) around.removeFlow(flow);
    for (const { file: each, dx } of moves) move({ file: each, dx: -dx }, router);
  }
  for (const each of movesTo(best.x, row)) move(each, router);
  for (const [index, flow] of flows.entries()) {
    flow.points = best.paths[index] ?? [];
    around.addFlow(flow);
  }
}

const pathsOf = (flows: readonly Flow[]) => flows.map(({ points }) => points);

function costOf(flows: readonly Flow[], { around }: ConnectorRouter): number {
  around.lookFor();
  return flows.reduce((sum, flow) => sum + around.cost(flow, flow.points).total, 0);
}

/** Beside the shapes that stand between the file item and what it triggers, the nearest first. */
function placesFor(file: LayoutNode, flows: readonly Flow[], { around }: ConnectorRouter): number[] {
  const places = flows.flatMap((flow) => {
    around.lookFor(flow);
    const top = Math.min(flow.target.y, file.y);
    return around
      .shapesIn({ x: file.x - reach, y: top, width: 2 * reach, height: file.y - top })
      .filter((shape) => shape.y < file.y && shape !== flow.target && !holds(shape, flow.target))
      .map(boundsOf)
      .flatMap(({ x, width }) => [x - 2 * besideItem, x + width + 2 * besideItem]);
  });
  const off = (x: number) => Math.abs(x - file.x);
  return [...new Set(places)]
    .filter((x) => off(x) > 0 && off(x) <= reach)
    .sort((a, b) => off(a) - off(b))
    .slice(0, mostPlaces);
}

interface Move {
  readonly file: LayoutNode;
  readonly dx: number;
}

/** The file item to a place; those without connectors stay behind the last that has some. */
function movesTo(x: number, { file, used, idle }: Row): Move[] {
  const dx = x - file.x;
  const end = (by: number) =>
    used.reduce(
      (most, each) => Math.max(most, right(boxOf(each)) + (each === file ? by : 0)),
      Number.NEGATIVE_INFINITY,
    );
  const behind = end(dx) - end(0);
  return [{ file, dx }, ...(behind === 0 ? [] : idle.map((each) => ({ file: each, dx: behind })))];
}

/** Whether there is room for one of several that move, within the plan and clear of all that is drawn by now. */
function isFree({ file, dx }: Move, all: readonly Move[], plan: LayoutNode, { around }: ConnectorRouter): boolean {
  around.lookFor();
  const box = shifted(boxOf(file), dx);
  const room = grown(box, apart);
  const [left, end] = [boundsOf(plan).x + inset, right(boundsOf(plan)) - inset];
  return (
    box.x >= left &&
    right(box) <= end &&
    around.flowsIn(room).length === 0 &&
    around.textsIn(room).every((text) => all.some((each) => each.file.labelBounds === text)) &&
    around.shapesIn(room).every((shape) => all.some((each) => each.file === shape) || holds(shape, file))
  );
}

/** The file item with its text. */
function boxOf(file: LayoutNode): Bounds {
  return boxAround([boundsOf(file), ...(file.labelBounds ? [file.labelBounds] : [])]);
}

const right = ({ x, width }: Bounds) => x + width;
const shifted = (box: Bounds, dx: number): Bounds => ({ ...box, x: box.x + dx });

function move({ file, dx }: Move, { around }: ConnectorRouter): void {
  if (file.labelBounds) {
    around.removeText(file.labelBounds);
    file.labelBounds = shifted(file.labelBounds, dx);
    around.addText(file.labelBounds);
  }
  around.moveShape(file, { x: file.x + dx, y: file.y });
}
