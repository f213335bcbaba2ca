/** What the diagrams of a model of cases say, as pins: with these the layout draws it again as it is. */
import type { Bounds, Point } from '../../base/geometry.ts';
import { type CmmnDefinitions, type CmmnDi, is } from '../../model/index.ts';
import type { FurtherDiagram, LayoutPin } from '../layout-file.ts';
import { looksOf, noPins, type Pins } from '../pins.ts';
import { coloursOf, wholeBounds, wholePath } from '../read-drawing.ts';
import type { LayoutNode } from '../scope.ts';
import { hexOf } from './case-colours.ts';
import type { CaseConnector, CaseSheet } from './case-sheet.ts';
import { readCases } from './read-cases.ts';

/** A diagram of the file and what it pins. */
export interface DrawnDiagram {
  readonly diagram: CmmnDi.CMMNDiagram;
  readonly pins: Map<string, LayoutPin>;
  /** The connectors that its lines stand for. */
  readonly lines: Map<CmmnDi.CMMNEdge, CaseConnector>;
}

/**
 * Reads the drawing of a model of cases. Diagrams behind the first are further ones, which show the plans that they list. What is not drawn although
 * its plan is, is kept as undrawn.
 */
export function drawingOfCases(definitions: CmmnDefinitions): Pins {
  const { drawn, sheet } = drawnDiagrams(definitions);
  const [main] = drawn;
  if (!main) return { ...noPins, drawing: false };
  const further = drawn.slice(1).flatMap(({ diagram, pins }, index): FurtherDiagram[] => {
    const of = sheet.plans.find(({ container }) => pins.get(container.node.id)?.bounds)?.container.node.id;
    const { id = `CMMNDiagram_${index + 2}`, name } = diagram;
    return of === undefined ? [] : [{ id, ...(name !== undefined && { name }), of, pins }];
  });
  return { ...noPins, pins: main.pins, further };
}

/** The diagrams that show something, with what their shapes and lines stand for. */
export function drawnDiagrams(definitions: CmmnDefinitions): {
  readonly drawn: readonly DrawnDiagram[];
  readonly sheet: CaseSheet;
} {
  const diagrams = (definitions.CMMNDI?.diagrams ?? []).filter(({ diagramElements }) => diagramElements.length > 0);
  const drawn = diagrams.map((diagram) => ({ diagram, pins: shapePins(diagram), lines: new Map() }));
  const sheet = readCases(definitions, new Map(drawn.flatMap(({ pins }) => [...pins])));
  for (const each of drawn) addEdges(each, sheet.connectors.all);
  const [main] = drawn;
  if (main) addUndrawn(sheet, drawn, main.pins);
  return { drawn, sheet };
}

/** How things look in a drawing without where they stand: colours, what is closed, which connectors say their event. All in one diagram. */
export function looksOfCases({ pins, further }: Pins): Pins {
  const all = new Map([...further.flatMap((diagram) => [...diagram.pins]), ...pins]);
  return looksOf({ ...noPins, pins: all });
}

/** The keys of all connectors of a model, as pins name them. */
export function connectorKeysOf(definitions: CmmnDefinitions): Set<string> {
  return new Set(readCases(definitions, new Map()).connectors.all.map(({ key }) => key));
}

function shapePins({ diagramElements }: CmmnDi.CMMNDiagram): Map<string, LayoutPin> {
  const pins = new Map<string, LayoutPin>();
  for (const shape of diagramElements) {
    if (!is(shape, 'cmmndi:CMMNShape')) continue;
    const id = shape.cmmnElementRef?.id;
    const bounds = wholeBounds(shape.bounds);
    if (id === undefined || !bounds || pins.has(id)) continue;
    const label = wholeBounds(shape.label?.bounds);
    pins.set(id, {
      bounds,
      ...(label && { label }),
      ...(shape.isCollapsed && { expanded: false }),
      ...(shape.isPlanningTableCollapsed && { tableCollapsed: true as const }),
      ...styleOf(shape),
    });
  }
  return pins;
}

/** A line stands for the connector that it refers to, or whose ends it names; of several for the one whose end is nearest. */
function addEdges({ diagram, pins, lines }: DrawnDiagram, connectors: readonly CaseConnector[]): void {
  for (const edge of diagram.diagramElements) {
    if (!is(edge, 'cmmndi:CMMNEdge')) continue;
    const points = wholePath(edge.waypoint);
    if (!points) continue;
    const open = connectors.filter(({ key }) => !pins.has(key));
    const straight = open.filter((connector) => isOf(edge, connector));
    // Some tools draw from a criterion to what it waits for.
    const known = straight.length > 0 ? straight : open.filter((connector) => isTurned(edge, connector));
    const path = straight.length > 0 ? points : points.toReversed();
    const end = path.at(-1) ?? { x: 0, y: 0 };
    known.sort((a, b) => distance(end, pins.get(a.flow.target.id)) - distance(end, pins.get(b.flow.target.id)));
    const [connector] = known;
    if (!connector) continue;
    lines.set(edge, connector);
    const label = wholeBounds(edge.label?.bounds);
    pins.set(connector.key, {
      path,
      ...(label && { label }),
      ...(connector.kind === 'on-part' && eventOf(edge)),
      ...styleOf(edge),
    });
  }
}

/** Whether a line may stand for a connector. */
export function showsConnector(edge: CmmnDi.CMMNEdge, connector: CaseConnector): boolean {
  return isOf(edge, connector) || isTurned(edge, connector);
}

function isOf({ cmmnElementRef, sourceCMMNElementRef, targetCMMNElementRef }: CmmnDi.CMMNEdge, of: CaseConnector) {
  const isEnd = !targetCMMNElementRef || targetCMMNElementRef === of.target;
  if (cmmnElementRef && cmmnElementRef === of.element) return of.kind === 'association' || isEnd;
  // Some tools refer to what an on-part waits for.
  return (cmmnElementRef ?? sourceCMMNElementRef) === of.source && targetCMMNElementRef === of.target;
}

function isTurned({ cmmnElementRef, sourceCMMNElementRef, targetCMMNElementRef }: CmmnDi.CMMNEdge, of: CaseConnector) {
  return (cmmnElementRef ?? sourceCMMNElementRef) === of.target && targetCMMNElementRef === of.source;
}

function eventOf({ isStandardEventVisible }: CmmnDi.CMMNEdge): Pick<LayoutPin, 'showsEvent'> {
  return isStandardEventVisible === undefined ? {} : { showsEvent: isStandardEventVisible };
}

function distance(point: Point, pin: LayoutPin | undefined): number {
  if (!pin?.bounds) return Number.POSITIVE_INFINITY;
  const { x, y, width, height }: Bounds = pin.bounds;
  return Math.abs(point.x - x - width / 2) + Math.abs(point.y - y - height / 2);
}

function addUndrawn(sheet: CaseSheet, drawn: readonly DrawnDiagram[], main: Map<string, LayoutPin>): void {
  const owners = sheet.plans.flatMap(({ container, notes }) => [container.node, ...notes]);
  const planOf = (node: LayoutNode): LayoutNode | undefined => {
    let outer = node.host ?? node;
    while (outer.parent) outer = outer.parent.host ?? outer.parent;
    const plan = sheet.plans.find(({ container, notes }) => container.node === outer || notes.includes(outer));
    return owners.includes(outer) ? plan?.container.node : undefined;
  };
  const add = (node: LayoutNode, key: string) => {
    const plan = planOf(node);
    const own = drawn.filter(({ pins }) => plan && pins.get(plan.id)?.bounds).map(({ pins }) => pins);
    for (const pins of own.length > 0 ? own : [main]) if (!pins.has(key)) pins.set(key, { undrawn: true });
  };
  for (const [, node] of sheet.shapes) add(node, node.id);
  for (const { flow, key } of sheet.connectors.all) add(flow.target, key);
}

/** The style in the shape or line, else the one that it shares, else colours as bpmn-js writes them. */
function styleOf(shape: CmmnDi.CMMNShape | CmmnDi.CMMNEdge): { fill?: string; stroke?: string } {
  const style = [shape.style, shape.sharedStyle].find((each) => is(each, 'cmmndi:CMMNStyle')) as
    | CmmnDi.CMMNStyle
    | undefined;
  const [fill, stroke] = [hexOf(style?.FillColor), hexOf(style?.StrokeColor)];
  return { ...coloursOf(shape), ...(fill && { fill }), ...(stroke && { stroke }) };
}
