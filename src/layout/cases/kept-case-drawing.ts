/**
 * The drawing of a file of cases to the letter, and back, as `kept-drawing.ts` for processes: what a line of the layout file can say stands in
 * pins; the rest, styles and what shows nothing of the model among it, is one frame: the XML of the CMMNDI element without what the lines say.
 */
import {
  type Cmmn,
  type CmmnDefinitions,
  type CmmnDi,
  createElement,
  elementsById,
  is,
  isElement,
  keptXml,
  type ModelElement,
  ownPropertyOf,
  readModel,
  referenceText,
  refusedAttributes,
  setReferenceText,
  xmlWithout,
} from '../../model/index.ts';
import { packages, typeNamed } from '../../schema/index.ts';
import { attributeText, boundFrame, compareLooks, type KeptDrawing } from '../kept-drawing.ts';
import type { FurtherDiagram, LayoutPin } from '../layout-file.ts';
import type { Pins } from '../pins.ts';
import { styleFor } from './case-colours.ts';
import type { CaseConnector } from './case-sheet.ts';
import { endsOf, lineOf } from './emit-cases.ts';
import { type DrawnDiagram, drawingOfCases, drawnDiagrams, showsConnector } from './read-case-drawing.ts';
import { readCases } from './read-cases.ts';

type Drawn = CmmnDi.CMMNEdge | CmmnDi.CMMNShape;

/**
 * The drawing of a model as it was read.
 * @param isNamed whether a layout file has a key for an element; what shows others stays in the frame
 */
export function keptDrawingOfCases(
  definitions: CmmnDefinitions,
  isNamed: (element: ModelElement) => boolean,
): KeptDrawing {
  const { CMMNDI } = definitions;
  if (!CMMNDI) return { drawing: false, pins: new Map(), further: [], frames: [] };
  const { drawing, pins, further } = drawingOfCases(definitions);
  const { drawn } = drawnDiagrams(definitions);
  const said: ModelElement[] = [];
  const exact = drawn.map((each, index) => {
    // A line says its diagram by the place of that, or by its id.
    const isKnown = index === 0 ? CMMNDI.diagrams[0] === each.diagram : each.diagram.id !== undefined;
    return isKnown ? exactPins(each, isNamed, said) : new Map<string, LayoutPin>();
  });
  const undrawn = (all: ReadonlyMap<string, LayoutPin>) => [...all].filter(([, pin]) => pin.undrawn);
  const [main = new Map<string, LayoutPin>()] = exact;
  const looks = exact.flatMap((own) => [...own.values()]);
  return {
    drawing,
    pins: new Map([...main, ...undrawn(pins)]),
    further: further.flatMap((diagram): FurtherDiagram[] => {
      const index = drawn.findIndex((one) => one.diagram.id === diagram.id);
      const own = exact[index];
      return own && own.size > 0 ? [{ ...diagram, pins: new Map([...own, ...undrawn(diagram.pins)]) }] : [];
    }),
    frames: [boundFrame(xmlWithout(CMMNDI, said) ?? '', looks, definitions)],
  };
}

function exactPins(
  { diagram, pins, lines }: DrawnDiagram,
  isNamed: (element: ModelElement) => boolean,
  said: ModelElement[],
): Map<string, LayoutPin> {
  const found = new Map<string, LayoutPin>();
  for (const shown of diagram.diagramElements) {
    const connector = is(shown, 'cmmndi:CMMNEdge') ? lines.get(shown) : undefined;
    const element = is(shown, 'cmmndi:CMMNShape') ? shown.cmmnElementRef : undefined;
    const key = connector?.key ?? element?.id;
    const pin = key === undefined ? undefined : pins.get(key);
    if (key === undefined || !pin || found.has(key)) continue;
    const ends = connector ? [connector.source, connector.target] : [element];
    if (!ends.every((end) => isElement(end) && isNamed(end))) continue;
    const drawn = connector ? lineAsPinned(connector, pin) : element && shapeAsPinned(element, pin);
    const exact = drawn && exactPin(shown as Drawn, drawn, pin);
    if (!exact) continue;
    found.set(key, exact);
    said.push(shown);
  }
  return found;
}

/** The pin with which something is drawn as it is in the file; undefined where a line cannot say that. */
function exactPin(shown: Drawn, drawn: Drawn, pin: LayoutPin): LayoutPin | undefined {
  const look = new Map<string, string | undefined>();
  if (attributeText(shown, 'cmmnElementRef') !== attributeText(drawn, 'cmmnElementRef')) return undefined;
  compareLooks(shown, drawn, '', look);
  const { label } = shown;
  if (!isElement(label)) look.set('label', undefined);
  else if (drawn.label) compareLooks(label, drawn.label, 'label.', look);
  for (const [name, text] of look) applyLook(drawn, name, text);
  return isSame(shown, drawn) ? { ...pin, ...(look.size > 0 && { look }) } : undefined;
}

/** Whether two parts of drawings say the same, in all but the place of blanks. */
function isSame(one: ModelElement, other: ModelElement): boolean {
  if (one.$type !== other.$type || keptXml(one).length + refusedAttributes(one).length > 0) return false;
  const look = new Map<string, string | undefined>();
  compareLooks(one, other, '', look);
  if (look.size > 0) return false;
  return (typeNamed(one.$type)?.properties ?? []).every(({ name, isAttr, isReference }) => {
    if (isAttr || isReference) return true;
    const [some, others] = [partsIn(one, name), partsIn(other, name)];
    return some.length === others.length && some.every((part, index) => isSame(part, others[index] ?? part));
  });
}

function partsIn(element: ModelElement, name: string): ModelElement[] {
  const value = ownPropertyOf(element, name);
  return (Array.isArray(value) ? value : [value]).filter(isElement);
}

function shapeAsPinned(element: Cmmn.CMMNElement, pin: LayoutPin): CmmnDi.CMMNShape | undefined {
  if (!pin.bounds) return undefined;
  const shape = createElement('cmmndi:CMMNShape', {
    id: `${element.id}_di`,
    cmmnElementRef: element,
    bounds: createElement('cdc:Bounds', pin.bounds),
    label: labelOf(pin),
    ...(pin.expanded === false && { isCollapsed: true }),
    ...(pin.tableCollapsed && { isPlanningTableCollapsed: true }),
  });
  return dressed(shape, pin);
}

function lineAsPinned(connector: CaseConnector, pin: LayoutPin): CmmnDi.CMMNEdge | undefined {
  if (!pin.path) return undefined;
  const { element } = connector;
  const edge = createElement('cmmndi:CMMNEdge', {
    id: `${lineOf(connector)}_di`,
    ...(element && { cmmnElementRef: element }),
    ...endsOf(connector),
    ...(pin.showsEvent && { isStandardEventVisible: true }),
    waypoint: pin.path.map((point) => createElement('cdc:Point', point)),
    label: labelOf(pin),
  });
  return dressed(edge, pin);
}

function labelOf({ label }: LayoutPin): CmmnDi.CMMNLabel {
  return createElement('cmmndi:CMMNLabel', label ? { bounds: createElement('cdc:Bounds', label) } : {});
}

function dressed<T extends Drawn>(drawn: T, { fill, stroke, look }: LayoutPin): T {
  const style = styleFor(fill, stroke);
  if (style) drawn.set('style', style);
  for (const [name, text] of look ?? []) applyLook(drawn, name, text);
  return drawn;
}

/** An attribute as the XML has it; `label` alone is that there is none. */
function applyLook(drawn: Drawn, name: string, text: string | undefined): void {
  if (name === 'label') {
    drawn.set('label', undefined);
    return;
  }
  const [, inLabel, own = ''] = /^(label\.)?(.*)$/.exec(name) ?? [];
  const owner = inLabel ? drawn.label : drawn;
  const property = owner && typeNamed(owner.$type)?.propertiesByName.get(own);
  if (!owner) return;
  if (property?.isReference) {
    owner.set(own, undefined);
    setReferenceText(owner, own, text);
  } else owner.set(own, property?.type === 'Boolean' && text !== undefined ? text === 'true' : text);
}

/** The drawing as it was kept; undefined where something is to be drawn that nothing says the place of. */
export function drawCasesAsKept(
  definitions: CmmnDefinitions,
  { pins, further, frames, drawing }: Pins,
): CmmnDi.CMMNDI | undefined {
  const [frame, ...others] = frames;
  const kept = frame === undefined || others.length > 0 ? undefined : parsed(frame);
  if (!kept) return undefined;
  const elements = elementsById(definitions);
  for (const { diagramElements } of kept.diagrams) for (const each of diagramElements) connect(each, elements);
  const { shapes, connectors } = readCases(definitions, new Map());
  const known = new Set([pins, ...further.map((diagram) => diagram.pins)].flatMap((own) => [...own.keys()]));
  const framed = kept.diagrams.flatMap(({ diagramElements }) => diagramElements);
  const isShown = (element: Cmmn.CMMNElement) =>
    framed.some((one) => is(one, 'cmmndi:CMMNShape') && one.cmmnElementRef === element);
  const isLed = (connector: CaseConnector) =>
    framed.some((one) => is(one, 'cmmndi:CMMNEdge') && showsConnector(one, connector));
  if (drawing) {
    if (!shapes.every(([element, node]) => known.has(node.id) || isShown(element))) return undefined;
    if (!connectors.all.every((connector) => known.has(connector.key) || isLed(connector))) return undefined;
  }
  const lines = new Map(connectors.all.map((connector) => [connector.key, connector]));
  const draw = (diagram: CmmnDi.CMMNDiagram | undefined, own: ReadonlyMap<string, LayoutPin>) => {
    for (const [key, pin] of own) {
      if (pin.undrawn || !diagram) continue;
      const [connector, element] = [lines.get(key), elements.get(key)];
      const drawn = connector ? lineAsPinned(connector, pin) : isOfCases(element) && shapeAsPinned(element, pin);
      if (!drawn) continue;
      drawn.$parent = diagram;
      diagram.diagramElements.push(drawn);
    }
  };
  draw(kept.diagrams[0], pins);
  for (const one of further)
    draw(
      kept.diagrams.find(({ id }) => id === one.id),
      one.pins,
    );
  return kept;
}

/** References of a kept shape or line to what is in the model. */
function connect(drawn: ModelElement, elements: ReadonlyMap<string, ModelElement>): void {
  for (const { name, isReference, type } of typeNamed(drawn.$type)?.properties ?? []) {
    const element = isReference ? elements.get(referenceText(drawn, name) ?? '') : undefined;
    if (!element?.$instanceOf(type)) continue;
    setReferenceText(drawn, name, undefined);
    drawn.set(name, element);
  }
}

function isOfCases(element: ModelElement | undefined): element is Cmmn.CMMNElement {
  return element?.$instanceOf('cmmn:CMMNElement') ?? false;
}

function parsed(frame: string): CmmnDi.CMMNDI | undefined {
  const cmmn = packages.find(({ prefix }) => prefix === 'cmmn');
  const { definitions } = readModel(`<definitions xmlns="${cmmn?.uri}">${frame}</definitions>`);
  return definitions && is(definitions, 'cmmn:Definitions') ? definitions.CMMNDI : undefined;
}
