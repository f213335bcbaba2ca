/**
 * What stands where and what leads where: as much of a model as a layout file can remember of it. Both are made models of a few plain types, so that
 * `src/diff` can match them; of a step a layout file knows its shape, not whether a person or a service does it.
 */
import type { Bounds, Point } from '../base/geometry.ts';
import { type LayoutFile, type LayoutPin, structuresOf } from '../layout/index.ts';
import {
  createElement,
  type Definitions,
  elementsById,
  is,
  type ModelElement,
  type SequenceFlow,
} from '../model/index.ts';
import { type KeyedModel, keptPins, keysById } from './kept-beside.ts';

type Look = 'box' | 'round' | 'square' | 'page' | 'frame';

/** A shape, by its key. */
interface Spot {
  readonly look: Look;
  readonly name: string;
  /** The key of what it sits on the border of. */
  readonly host?: string;
  /** The keys of what stands in it, of a pool or lane. */
  readonly holds?: readonly string[];
}

/** The keys of both ends of a line. */
type Way = readonly [source: string, target: string];

/** Shapes and lines by their keys. */
export interface Outline {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly ways: ReadonlyMap<string, Way>;
}

const looks: Readonly<Record<string, Look>> = {
  task: 'box',
  container: 'box',
  note: 'box',
  event: 'round',
  boundary: 'round',
  gateway: 'square',
  store: 'square',
  data: 'page',
  pool: 'frame',
  lane: 'frame',
};

/** What the models of a text have, by the keys that they have now. */
export function outlineOf(models: readonly KeyedModel[], kept: LayoutFile): Outline {
  const spots = new Map<string, Spot>();
  const ways = new Map<string, Way>();
  for (const model of models) {
    const keyOf = keysById(model);
    const elements = elementsById(model.definitions);
    for (const { shapes, lines } of structuresOf(model.definitions, keptPins(kept, [model]).pins)) {
      const all = [...shapes.values()];
      for (const { id, kind, host } of all) {
        const look = looks[kind];
        if (look === undefined) continue;
        const inside = all.filter(({ lane, holder }) => lane === id || holder === id);
        spots.set(keyOf(id), {
          look,
          name: String(elements.get(id)?.get('name') ?? ''),
          ...(host !== undefined && { host: keyOf(host) }),
          ...(look === 'frame' && { holds: inside.map((one) => keyOf(one.id)) }),
        });
      }
      for (const { key, ends } of lines) {
        const [source, target] = ends.map((end) => ownerIn(keyOf(end), model));
        if (source !== undefined && target !== undefined) ways.set(keyOf(key), [source, target]);
      }
    }
  }
  return { spots, ways };
}

/** A connector of a case ends at a criterion, which belongs to an item. */
function ownerIn(key: string, { definitions }: KeyedModel): string {
  return definitions.$type === 'cmmn:Definitions' ? key.replace(/\/[^/]*$/, '') : key;
}

/**
 * What a layout file remembers. What the text still has looks as it does there.
 * @param present what the text has
 * @param isKnown whether the text has an element of a key
 */
export function rememberedOutline(kept: LayoutFile, present: Outline, isKnown: (key: string) => boolean): Outline {
  const { pins, ids, notation } = kept;
  const lines = new Set([pins, ids, kept.facts, kept.arrivals].flatMap((some) => [...some.keys()]));
  for (const key of kept.emptyNames) lines.add(key);
  const ways = new Map<string, Way>();
  for (const key of lines) {
    const way = wayOf(key, notation === 'cmmn', (one) => pins.get(one)?.bounds !== undefined);
    if (way) ways.set(key, way);
  }
  const ends = new Set([...ways.values()].flat());
  const spots = new Map<string, Spot>();
  for (const key of new Set([...lines, ...ends])) {
    const isShape = pins.get(key)?.bounds !== undefined || ends.has(key);
    if (!isShape || isPart(key, notation)) continue;
    const there = present.spots.get(key);
    if (!there && isKnown(key)) continue;
    const look = there?.look ?? lookOf(pins.get(key), ids.get(key), boxesIn(pins), notation);
    spots.set(key, { look, name: there?.name ?? wordsOf(key), ...placeIn(key, look, pins, there) });
  }
  for (const [key, { path }] of pins) {
    if (ways.has(key) || !path) continue;
    const known = present.ways.get(key);
    if (known?.every((end) => spots.has(end))) continue;
    const way = [path[0], path.at(-1)].map((point) => [...spots.keys()].find((one) => touches(point, pins.get(one))));
    if (way[0] !== undefined && way[1] !== undefined) ways.set(key, [way[0], way[1]]);
  }
  // What was tidied has no lines; two shapes that stand and have none between them were not joined.
  const knowsNone = ways.size === 0;
  const isOpen = (end: string) => kept.drawing && pins.get(end)?.bounds === undefined;
  for (const [key, way] of present.ways) {
    const isUnsaid = !ways.has(key) && (knowsNone || way.some(isOpen));
    if (isUnsaid && way.every((end) => spots.has(end))) ways.set(key, way);
  }
  return { spots, ways };
}

/** The ends that a key names; those of connectors of cases without the criteria. `a->b/condition` is a part of a line, `a->b/join` leads to a shape. */
function wayOf(key: string, isOfCases: boolean, isShape: (key: string) => boolean): Way | undefined {
  const [, source = '', target = ''] = /^(.*?)(?:->|~>)(.*?)(?:#\d+)?$/.exec(key) ?? [];
  if (source === '' || target === '') return undefined;
  if (isOfCases) return [source.replace(/\/[^/]*$/, ''), target.replace(/\/[^/]*$/, '')];
  return target.includes('/') && !isShape(target) ? undefined : [source, target];
}

/** Parts of a shape: the criteria of a case. */
function isPart(key: string, notation: LayoutFile['notation']): boolean {
  return notation === 'cmmn' && key.includes('/') && !key.endsWith('/plan');
}

function boxesIn(pins: ReadonlyMap<string, LayoutPin>): readonly Bounds[] {
  return [...pins.values()].flatMap(({ bounds }) => bounds ?? []);
}

/** What is drawn of it, by its size; without a place, by the beginning that tools give ids. */
function lookOf(pin: LayoutPin | undefined, id: string | undefined, boxes: readonly Bounds[], notation: string): Look {
  const { bounds, expanded, unmarked } = pin ?? {};
  if (unmarked) return 'square';
  if (!bounds) return lookOfId(id ?? '');
  const { width, height } = bounds;
  if (Math.abs(width - height) < 2 && width < 65) return width < 38 ? 'round' : 'square';
  if (width < height && width < 65) return 'page';
  const isFrame = notation === 'bpmn' && expanded === undefined && boxes.some((box) => isInside(box, bounds));
  return isFrame ? 'frame' : 'box';
}

function lookOfId(id: string): Look {
  if (/Event/.test(id)) return 'round';
  if (/Gateway/.test(id)) return 'square';
  if (/^Data/.test(id)) return 'page';
  return /^(Lane|Participant|Pool)/.test(id) ? 'frame' : 'box';
}

function isInside({ x, y, width, height }: Bounds, outer: Bounds): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const isSmaller = width < outer.width && height < outer.height;
  const isWithin = middleX > outer.x && middleX < outer.x + outer.width;
  return isSmaller && isWithin && middleY > outer.y && middleY < outer.y + outer.height;
}

/** Whose border it sits on, or what stands in it: by its place, else as the text has it. */
function placeIn(
  key: string,
  look: Look,
  pins: ReadonlyMap<string, LayoutPin>,
  there: Spot | undefined,
): Pick<Spot, 'host' | 'holds'> {
  const bounds = pins.get(key)?.bounds;
  if (!bounds)
    return { ...(there?.host !== undefined && { host: there.host }), ...(there?.holds && { holds: there.holds }) };
  if (look === 'frame')
    return { holds: [...pins].flatMap(([one, pin]) => (pin.bounds && isInside(pin.bounds, bounds) ? [one] : [])) };
  if (look !== 'round') return {};
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  const host = [...pins].find(([one, pin]) => one !== key && (pin.bounds?.width ?? 0) >= 65 && touches(middle, pin));
  return host ? { host: host[0] } : {};
}

/** Whether a point is on the border of a shape, a px or two off. */
function touches(point: Point | undefined, pin: LayoutPin | undefined): boolean {
  const bounds = pin?.bounds;
  if (!point || !bounds) return false;
  const [right, bottom] = [bounds.x + bounds.width, bounds.y + bounds.height];
  const isNear = (at: number, edge: number) => Math.abs(at - edge) <= 2;
  const isBeside = point.x >= bounds.x - 2 && point.x <= right + 2 && point.y >= bounds.y - 2 && point.y <= bottom + 2;
  const isAtEdge =
    [bounds.x, right].some((edge) => isNear(point.x, edge)) || [bounds.y, bottom].some((edge) => isNear(point.y, edge));
  return isBeside && isAtEdge;
}

/** The words of the label that an id was made of. */
function wordsOf(key: string): string {
  return key
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[_\W]+/g, ' ')
    .trim();
}

const types = {
  box: 'bpmn:Task',
  round: 'bpmn:IntermediateThrowEvent',
  square: 'bpmn:ExclusiveGateway',
  page: 'bpmn:DataObjectReference',
  frame: 'bpmn:Lane',
} as const;

/** An outline as a model to be matched, and the keys of its shapes. */
export function modelOfOutline({ spots, ways }: Outline): {
  readonly definitions: Definitions;
  readonly keys: ReadonlyMap<ModelElement, string>;
} {
  const shapes = new Map([...spots].map(([key, spot]) => [key, { ...spot, element: createElement(types[spot.look]) }]));
  const flows: SequenceFlow[] = [];
  const lead = (id: string, source: string, target: string) => {
    const [from, to] = [shapes.get(source)?.element, shapes.get(target)?.element];
    if (!from || !to) return;
    const flow = createElement('bpmn:SequenceFlow', { id });
    flow.set('sourceRef', from);
    flow.set('targetRef', to);
    flows.push(flow);
  };
  for (const [key, { element, name, host, holds = [] }] of shapes) {
    element.set('id', key);
    element.set('name', name);
    if (is(element, 'bpmn:Lane'))
      element.set(
        'flowNodeRef',
        holds.flatMap((one) => shapes.get(one)?.element ?? []),
      );
    if (host !== undefined) lead(`${key}/host`, host, key);
  }
  for (const [key, [source, target]] of ways) lead(key, source, target);
  const elements = [...shapes.values()].map(({ element }) => element);
  const lanes = elements.flatMap((one) => (is(one, 'bpmn:Lane') ? [one] : []));
  const nodes = elements.flatMap((one) => (is(one, 'bpmn:Lane') ? [] : [one]));
  const laneSets = [createElement('bpmn:LaneSet', { lanes })];
  const process = createElement('bpmn:Process', { id: 'process', laneSets, flowElements: [...nodes, ...flows] });
  const definitions = createElement('bpmn:Definitions', { id: 'definitions', rootElements: [process] });
  return { definitions, keys: new Map([...shapes].map(([key, { element }]) => [element, key])) };
}
