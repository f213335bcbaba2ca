/**
 * The drawing of a file to the letter, and back. What a line of the layout file can say stands in pins; the rest of each diagram, its ids,
 * styles and what shows nothing of the model, is a frame: the XML of the diagram without what the lines say.
 */
import {
  allElements,
  attributesSaid,
  type BaseElement,
  type BPMNDiagram,
  type BPMNEdge,
  type BPMNShape,
  createElement,
  type Definitions,
  elementsById,
  is,
  isElement,
  keptXml,
  type ModelElement,
  ownPropertyOf,
  propertiesSaid,
  readModel,
  referenceText,
  refusedAttributes,
  setReferenceText,
  xmlWithout,
} from '../model/index.ts';
import { typeNamed } from '../schema/index.ts';
import { drawnAsPinned } from './emit.ts';
import type { FurtherDiagram, LayoutPin } from './layout-file.ts';
import type { Pins } from './pins.ts';
import { isDrawable, pinOf } from './read-drawing.ts';

/** A drawing as a layout file keeps it, by the ids of elements. */
export interface KeptDrawing {
  readonly drawing: boolean;
  readonly pins: ReadonlyMap<string, LayoutPin>;
  readonly further: readonly FurtherDiagram[];
  /** XML of the diagrams in their order. */
  readonly frames: readonly string[];
}

/**
 * The drawing of a model as it was read.
 * @param isNamed whether a layout file has a key for an element; what shows others stays in the frame
 */
export function keptDrawingOf(definitions: Definitions, isNamed: (element: ModelElement) => boolean): KeptDrawing {
  const { diagrams } = definitions;
  const mains = mainDiagrams(diagrams);
  const pins = new Map<string, LayoutPin>();
  const further: FurtherDiagram[] = [];
  const frames = diagrams.map((diagram) => {
    const own = new Map<string, LayoutPin>();
    const said: ModelElement[] = [];
    const root = diagram.plane?.bpmnElement;
    const of = root && idOf(root);
    for (const shown of diagram.plane?.planeElement ?? []) {
      const element: unknown = shown.get('bpmnElement');
      const id = isElement(element) && isNamed(element) ? idOf(element) : undefined;
      const isMain = isElement(element) && planeOf(element, mains) === diagram;
      const target = isMain ? pins : own;
      const pin = id !== undefined && !target.has(id) && isElement(element) ? exactPin(element, shown) : undefined;
      if (id === undefined || !pin || (!isMain && (diagram.id === undefined || of === undefined))) continue;
      target.set(id, pin);
      said.push(shown);
    }
    if (diagram.id !== undefined && of !== undefined && own.size > 0) further.push({ id: diagram.id, of, pins: own });
    return frameOf(diagram, said, [...pins.values(), ...own.values()], definitions);
  });
  const isDrawn = diagrams.some(({ plane }) => (plane?.planeElement.length ?? 0) > 0);
  for (const element of isDrawn ? allElements(definitions) : []) {
    const id = idOf(element);
    if (id !== undefined && !pins.has(id) && isNamed(element) && isDrawable(element)) pins.set(id, { undrawn: true });
  }
  return { drawing: isDrawn, pins, further, frames };
}

/** The first diagram of each element that has one. */
function mainDiagrams(diagrams: readonly BPMNDiagram[]): Map<unknown, BPMNDiagram> {
  const mains = new Map<unknown, BPMNDiagram>();
  for (const diagram of diagrams) {
    const root = diagram.plane?.bpmnElement;
    if (root && !mains.has(root)) mains.set(root, diagram);
  }
  // What stands in a pool is in the diagram of its collaboration.
  for (const [root, diagram] of [...mains]) {
    if (!isElement(root) || !is(root, 'bpmn:Collaboration')) continue;
    for (const { processRef } of root.participants)
      if (processRef && !mains.has(processRef)) mains.set(processRef, diagram);
  }
  return mains;
}

/** The diagram that an element belongs to by what it stands in; else the first of all. */
function planeOf(element: ModelElement, mains: ReadonlyMap<unknown, BPMNDiagram>): BPMNDiagram | undefined {
  for (let around = element.$parent; around; around = around.$parent) {
    const found = mains.get(around);
    if (found) return found;
  }
  return [...mains.values()][0];
}

function idOf(element: ModelElement): string | undefined {
  const id = element.get('id');
  return typeof id === 'string' ? id : undefined;
}

/** The pin with which an element is drawn as it is in the file; undefined where a line cannot say that. */
function exactPin(element: ModelElement, shown: BPMNShape | BPMNEdge | ModelElement): LayoutPin | undefined {
  // A second drawing of a step, as a line, says nothing of where it stands.
  const pin = isShownRightly(element, shown) ? pinOf(shown as BPMNShape | BPMNEdge) : undefined;
  if (!pin || keptXml(shown).length > 0 || isElement(shown.get('extension')) || refusedAttributes(shown).length > 0)
    return undefined;
  const drawn = drawnAsPinned(element as BaseElement, withoutPlaces(pin), '');
  if (!drawn || !hasPlainParts(shown)) return undefined;
  const look = new Map<string, string | undefined>();
  compareLooks(shown, drawn, '', look);
  const label = shown.get('label');
  if (isElement(label)) {
    if (keptXml(label).length > 0 || isElement(label.get('extension'))) return undefined;
    // Some tools leave the size of a label to its text, or place it nowhere.
    if (!pin.label && isElement(label.get('bounds'))) return undefined;
    compareLooks(label, drawn.label ?? createElement('bpmndi:BPMNLabel'), 'label.', look);
  }
  const hasEmptyLabel = isElement(label) && !pin.label;
  return { ...pin, ...(look.size > 0 && { look }), ...(hasEmptyLabel && { emptyLabel: true as const }) };
}

/** Whether a line is drawn as a line, and all else as a shape. */
function isShownRightly(element: ModelElement, shown: ModelElement): boolean {
  return LINES.some((type) => element.$instanceOf(type)) === is(shown, 'bpmndi:BPMNEdge');
}

const LINES = [
  ...['bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Association', 'bpmn:DataAssociation', 'bpmn:ConversationLink'],
];

/** A pin that draws the same shape or line, but no points and no box of a label: those are what was read. */
function withoutPlaces({ label: _, ...pin }: LayoutPin): LayoutPin {
  return pin.path ? { ...pin, path: [] } : pin;
}

/** Whether bounds and points hold numbers alone. */
function hasPlainParts(shown: ModelElement): boolean {
  for (const name of ['bounds', 'waypoint', 'label']) {
    const value = ownPropertyOf(shown, name);
    for (const part of Array.isArray(value) ? value : [value]) if (isElement(part) && !isPlainPart(part)) return false;
  }
  return true;
}

function isPlainPart(part: ModelElement): boolean {
  if (keptXml(part).length > 0 || refusedAttributes(part).length > 0) return false;
  const inner = ownPropertyOf(part, 'bounds');
  if (isElement(inner) && !isPlainPart(inner)) return false;
  if (part.$type === 'bpmndi:BPMNLabel') return true;
  for (const name in attributesSaid(part)) if (!name.startsWith('xmlns')) return false;
  return true;
}

/** Attributes that differ from what is drawn without a word on them. */
export function compareLooks(
  wanted: ModelElement,
  drawn: ModelElement,
  prefix: string,
  look: Map<string, string | undefined>,
): void {
  const compare = (name: string): void => {
    if (name === 'bpmnElement' || name === 'cmmnElementRef' || name === 'xmlns' || name.startsWith('xmlns:')) return;
    const one = attributeText(wanted, name);
    if (one !== attributeText(drawn, name)) look.set(prefix + name, one);
  };
  for (const name in attributesSaid(wanted)) compare(name);
  for (const name in attributesSaid(drawn)) compare(name);
  for (const { isAttr, name } of propertiesSaid(wanted, drawn)) if (isAttr) compare(name);
}

/** An attribute as it is written. */
export function attributeText(element: ModelElement, name: string): string | undefined {
  const property = typeNamed(element.$type)?.propertiesByName.get(name);
  if (!property) return attributesSaid(element)[name];
  if (!property.isReference) return textOf(ownPropertyOf(element, name));
  const target: unknown = ownPropertyOf(element, name);
  return isElement(target) ? idOf(target) : referenceText(element, name);
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** The XML of a diagram without what lines say, and the prefixes that these have. */
function frameOf(
  diagram: BPMNDiagram,
  said: readonly ModelElement[],
  pins: readonly LayoutPin[],
  definitions: Definitions,
): string {
  const xml = xmlWithout(diagram, said) ?? '';
  return boundFrame(xml, pins, definitions);
}

const QUOTED_OR_BLANKS = /("[^"]*"|'[^']*')|\s+(\/?>)|\s+/g;
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g;

/** One way to write it: no white space between tags, one blank between attributes, `<a/>` for what is empty; what stands in quotes stays. */
function withoutBlanks(xml: string): string {
  const tokens: string[] = [];
  for (const token of xml.match(TOKEN) ?? []) {
    if (/^<[^!?]/.test(token)) {
      const tag = token.replace(QUOTED_OR_BLANKS, (_, quoted?: string, end?: string) => quoted ?? end ?? ' ');
      const last = tokens.at(-1);
      if (tag.startsWith('</') && last && isOpening(last, tag.slice(2, -1)))
        tokens[tokens.length - 1] = `${last.slice(0, -1)}/>`;
      else tokens.push(tag);
    } else if (token.trim() !== '') tokens.push(token);
  }
  return tokens.join('');
}

function isOpening(tag: string, name: string): boolean {
  return tag.startsWith(`<${name}`) && /^[\s>]/.test(tag.slice(name.length + 1)) && !tag.endsWith('/>');
}

function prefixesIn(pins: readonly LayoutPin[]): Set<string> {
  const found = new Set<string>();
  for (const { look } of pins) {
    for (const name of look?.keys() ?? []) {
      const prefix = /^(?:label\.)?([^:]+):/.exec(name)?.[1];
      if (prefix !== undefined) found.add(prefix);
    }
  }
  return found;
}

/** A frame with the prefixes bound that pins have. */
export function boundFrame(xml: string, pins: readonly LayoutPin[], definitions: ModelElement): string {
  const frame = withoutBlanks(xml);
  const end = /^<[^\s/>]+/.exec(frame)?.[0].length ?? 0;
  const start = frame.slice(0, frame.indexOf('>'));
  const bindings = [...prefixesIn(pins)].flatMap((prefix) => {
    const uri = definitions.$attrs[`xmlns:${prefix}`];
    return uri === undefined || start.includes(`xmlns:${prefix}=`) ? [] : [` xmlns:${prefix}="${uri}"`];
  });
  return frame.slice(0, end) + bindings.join('') + frame.slice(end);
}

/** The diagrams as they were kept; undefined where something is to be drawn that nothing says the place of. */
export function drawAsKept(
  definitions: Definitions,
  { pins, further, frames, drawing }: Pins,
): BPMNDiagram[] | undefined {
  if (frames.length === 0) return undefined;
  const elements = elementsById(definitions) as ReadonlyMap<string, BaseElement>;
  for (const [id, element] of drawing ? elements : [])
    if (!isPlaced(pins.get(id)) && isDrawable(element)) return undefined;
  const diagrams = parsed(frames);
  for (const { plane } of diagrams) {
    const root = plane && elements.get(referenceText(plane, 'bpmnElement') ?? '');
    if (!plane || !root) continue;
    setReferenceText(plane, 'bpmnElement', undefined);
    plane.bpmnElement = root;
  }
  if (diagrams.length !== frames.length) return undefined;
  const mains = mainDiagrams(diagrams);
  for (const [id, pin] of pins) {
    const element = elements.get(id);
    if (!element || pin.undrawn) continue;
    show(planeOf(element, mains) ?? diagrams[0], element, pin);
  }
  for (const { id, pins: own } of further) {
    const diagram = diagrams.find((one) => one.id === id);
    for (const [key, pin] of own) {
      const element = elements.get(key);
      if (element) show(diagram, element, pin);
    }
  }
  return diagrams;
}

/** Whether a pin says where: what has been tidied may keep its colours alone. */
function isPlaced(pin: LayoutPin | undefined): boolean {
  return pin !== undefined && (pin.bounds !== undefined || pin.path !== undefined || pin.undrawn === true);
}

function show(diagram: BPMNDiagram | undefined, element: BaseElement, pin: LayoutPin): void {
  const item = drawnAsPinned(element, pin, '');
  if (!item || !diagram?.plane) return;
  item.$parent = diagram.plane;
  diagram.plane.planeElement.push(item);
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

function parsed(frames: readonly string[]): BPMNDiagram[] {
  const { definitions } = readModel(`<definitions xmlns="${BPMN}">${frames.join('')}</definitions>`);
  return definitions && is(definitions, 'bpmn:Definitions') ? [...definitions.diagrams] : [];
}
