/** What a hand does to a picture, as a change of the layout file beside the text. */
import {
  type DrawnStructure,
  drawingOf,
  drawingOfCases,
  editLayoutText,
  type FurtherDiagram,
  type LayoutFile,
  type LayoutPin,
  layout,
  layoutCases,
  type Move,
  moved,
  noPins,
  type Pins,
  type StaleLine,
  staleLines,
  structuresOf,
  type TidyExtent,
  tidiedWith,
  withoutPlaces,
  withStretchedLines,
} from '../layout/index.ts';
import { type CmmnDefinitions, createElement, type Definitions, is } from '../model/index.ts';
import { type KeyedModel, keptPins, keyChecker, keysById } from './kept-beside.ts';

/** A text that is drawn, and the layout file beside it. */
export interface DrawnText {
  /** The models as they are drawn now. */
  readonly models: readonly KeyedModel[];
  readonly kept: LayoutFile;
  /** The layout file as it stands; '' if there is none. */
  readonly text: string;
}

/** A move in a diagram of a document. */
export interface HandMove extends Move {
  /** Id of the diagram that the hand sees; it matters where something is drawn twice. */
  readonly diagram?: string;
}

/**
 * The layout file after a shape, or the text beside one, was moved, or a shape was resized. The first move in a diagram pins all that it shows, so that the picture
 * stays as the user sees it; from then on only what has changed gets other lines. `undefined`: there is no such shape, or it stands as before.
 */
export function moveByHand(drawn: DrawnText, move: HandMove): string | undefined {
  for (const model of drawn.models) {
    const before = drawingIn(model.definitions);
    const structure = structuresOf(model.definitions, before.pins).find(
      ({ shapes, lines }) => shapes.has(move.id) || (move.isLabel && lines.some(({ key }) => key === move.id)),
    );
    if (!structure) continue;
    const known = keptPins(drawn.kept, [model]);
    const further = before.further.find(({ id, pins }) => id === move.diagram && pins.has(move.id));
    if (further) return movedFurther(drawn, model, structure, { before: further, known, move });
    const wanted = moved(before.pins, structure, whole(move));
    const changed = [...wanted].filter(([key, pin]) => pin !== before.pins.get(key));
    if (changed.length === 0) return undefined;
    const pins = withLooks(wanted, known.pins);
    const after = drawnWith(model.definitions, { ...noPins, pins, further: known.further });
    return editLayoutText(drawn.text, drawn.kept, pinned(drawn, model, structure, after));
  }
  return undefined;
}

interface FurtherMove {
  readonly before: FurtherDiagram;
  readonly known: Pins;
  readonly move: HandMove;
}

/** A further diagram shows what it places and nothing else: its lines keep their ways. */
function movedFurther(
  { text, kept }: DrawnText,
  model: KeyedModel,
  structure: DrawnStructure,
  { before, known, move }: FurtherMove,
): string | undefined {
  const wanted = withStretchedLines(before.pins, moved(before.pins, structure, whole(move)), structure);
  const keyOf = keysById(model);
  const looks = known.further.find(({ id }) => id === before.id)?.pins ?? new Map();
  const further = kept.further.map((diagram) => {
    if (diagram.id !== before.id) return diagram;
    const pins = new Map(diagram.pins);
    for (const [id, pin] of withLooks(wanted, looks)) if (pin !== before.pins.get(id)) pins.set(keyOf(id), pin);
    return { ...diagram, pins };
  });
  const after = editLayoutText(text, kept, { ...kept, further });
  return after === text ? undefined : after;
}

/** The lines of the layout file about elements that the text does not have. */
export function staleLinesOf({ models, text }: DrawnText): readonly StaleLine[] {
  return staleLines(text, keyChecker(models));
}

/** Whole pixels, as all that we draw. */
function whole({ bounds: { x, y, width, height }, ...move }: HandMove): Move {
  return {
    ...move,
    bounds: { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) },
  };
}

/** The layout file without the places of an element, of what is around it, or of all. `undefined`: nothing of that has a place. */
export function tidyByHand({ models, kept, text }: DrawnText, extent: TidyExtent, id?: string): string | undefined {
  const keys = extent === 'all' ? undefined : keysWith(models, extent, id ?? '');
  const tidied = withoutPlaces(kept, (key) => keys?.has(key) ?? true);
  const after = editLayoutText(text, kept, tidied);
  return after === text || text === '' ? undefined : after;
}

function keysWith(models: readonly KeyedModel[], extent: 'selection' | 'scope', id: string): Set<string> {
  const keys = new Set<string>();
  for (const model of models) {
    const { pins } = drawingIn(model.definitions);
    const keyOf = keysById(model);
    for (const structure of structuresOf(model.definitions, pins))
      for (const each of tidiedWith(id, extent, structure)) keys.add(keyOf(each));
  }
  return keys;
}

function drawingIn(definitions: Definitions | CmmnDefinitions): Pins {
  return is(definitions, 'cmmn:Definitions') ? drawingOfCases(definitions) : drawingOf(definitions);
}

/** What lines of the layout file say beside where things stand. */
function withLooks(drawing: ReadonlyMap<string, LayoutPin>, known: ReadonlyMap<string, LayoutPin>) {
  const pins = new Map<string, LayoutPin>();
  for (const [id, pin] of drawing) {
    const { bounds: _, path: __, label: ___, undrawn, ...look } = known.get(id) ?? {};
    if (!pin.undrawn || undrawn) pins.set(id, { ...look, ...pin });
  }
  return pins;
}

/** The drawing that the layout makes of these pins; the model stays as it is. */
function drawnWith(definitions: Definitions | CmmnDefinitions, pins: Pins): Pins {
  if (is(definitions, 'cmmn:Definitions')) {
    const { CMMNDI } = definitions;
    const { value: diagrams } = layoutCases(definitions, pins);
    definitions.set('CMMNDI', createElement('cmmndi:CMMNDI', { diagrams }));
    const drawn = drawingOfCases(definitions);
    definitions.set('CMMNDI', CMMNDI);
    return { ...drawn, pins: withLooks(drawn.pins, pins.pins) };
  }
  const { diagrams } = definitions;
  definitions.set('diagrams', layout(definitions, pins).value);
  const drawn = drawingOf(definitions);
  definitions.set('diagrams', diagrams);
  return { ...drawn, pins: withLooks(drawn.pins, pins.pins) };
}

/** The layout file with the places of all that one diagram shows. */
function pinned({ kept }: DrawnText, model: KeyedModel, { shapes, lines }: DrawnStructure, after: Pins): LayoutFile {
  const keyOf = keysById(model);
  const pins = new Map(kept.pins);
  for (const id of [...shapes.keys(), ...lines.map(({ key }) => key)]) {
    const pin = after.pins.get(id);
    if (pin) pins.set(keyOf(id), pin);
  }
  const isOfCases = is(model.definitions, 'cmmn:Definitions') && kept.pins.size === 0 && kept.ids.size === 0;
  return { ...kept, pins, drawing: true, notation: isOfCases ? 'cmmn' : kept.notation };
}
