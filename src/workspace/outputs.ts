/** The second half of the road: what can be made of a document. */
import type { Outcome, Problem } from '../base/problem.ts';
import {
  drawCasesAsKept,
  drawingOf,
  drawingOfCases,
  type LayoutCache,
  layout,
  layoutCases,
  looksOf,
  looksOfCases,
  type Pins,
  sayAsRead,
} from '../layout/index.ts';
import { type CmmnDefinitions, createElement, type Definitions, is, writeModel } from '../model/index.ts';
import type { Pictures } from '../render/index.ts';
import { keepStyles } from './case-styles.ts';
import { drawnDiagrams, type Notation } from './drawn-diagrams.ts';
import { type Exportable, isWhole, type SourceDocument } from './source-document.ts';

/** Which drawings: the first (the default), one by id, or all. */
export interface WhichDiagram {
  readonly diagram?: string;
  readonly all?: boolean;
}

/**
 * The files that a document becomes: processes and what goes with them are one of BPMN, cases and what only they use one of CMMN. A text with
 * neither is one of BPMN. None if it has errors.
 */
export function notationsOf(document: Exportable): Notation[] {
  if (document.kind === 'cmmn') return ['cmmn'];
  if (!isWhole(document)) return [];
  if (!document.cases) return ['bpmn'];
  return document.definitions.rootElements.length > 0 ? ['bpmn', 'cmmn'] : ['cmmn'];
}

/**
 * A text, ours or Mermaid's, becomes XML with a drawing, unless its layout file says that there was none; XML stays the same XML,
 * nothing drawn that was not. `undefined`: it has errors, or nothing of that notation.
 * @param notation which of the files; the first by default
 */
export function exportXml(document: SourceDocument, notation?: Notation): string | undefined {
  return withExported(document, writeModel, notation);
}

/**
 * What `use` makes of the model that is exported, as it is when it is written: with its drawing, and as its file had it where the layout file
 * keeps that. Afterwards it is as it was, but for the drawing. `undefined`: it has errors, or nothing of that notation.
 */
export function withExported<T>(
  document: Exportable,
  use: (model: CmmnDefinitions | Definitions) => T,
  notation = notationsOf(document)[0],
): T | undefined {
  if (notation === undefined || !notationsOf(document).includes(notation)) return undefined;
  if (document.kind === 'cmmn') return document.definitions && use(document.definitions);
  if (!isWhole(document)) return undefined;
  const { asRead, cases, kind, pins } = document;
  const isToDraw = kind !== 'bpmn' && (pins?.drawing !== false || pins.frames.length > 0);
  const model = notation === 'cmmn' ? cases : document.definitions;
  if (!model) return undefined;
  if (isToDraw && is(model, 'cmmn:Definitions')) drawCases(model, pins);
  else if (isToDraw) drawAll(document.definitions, pins);
  const undo = restoreAsRead(model, asRead, notation);
  const made = use(model);
  undo();
  return made;
}

/** Lets a model of a text say what its file said and only the layout file keeps. @returns what takes it back */
export function restoreAsRead(
  model: CmmnDefinitions | Definitions,
  asRead: SourceDocument['asRead'],
  notation: Notation,
): () => void {
  return asRead?.notation === notation ? sayAsRead(model, asRead.facts, asRead.keys) : () => undefined;
}

/** Makes every drawing anew; colours stay, and what is collapsed. `undefined`: it has errors. */
export function layoutXml(document: SourceDocument): Outcome<string | undefined> {
  if (is(document.definitions, 'cmmn:Definitions')) {
    const problems = drawCases(document.definitions, looksOfCases(drawingOfCases(document.definitions)));
    return { value: writeModel(document.definitions), problems };
  }
  if (!isWhole(document)) return { value: undefined, problems: [] };
  const pins = document.pins ?? looksOf(drawingOf(document.definitions));
  const problems = drawAll(document.definitions, pins);
  return { value: writeModel(document.definitions), problems };
}

/** Pictures as SVG, of a text its processes first. What has no drawing is laid out; a drawing that is there is shown as it stands. */
export async function render(document: SourceDocument, which: WhichDiagram = {}): Promise<Pictures> {
  const models = modelsOf(document);
  if (models.length === 0) return { value: [], problems: [], further: [] };
  const { renderSvg } = await import('../render/index.ts');
  const undrawn = models.map((model) => drawnForNow(model, document.pins));
  const pictures = await renderSvg(models, which);
  const names = new Map(models.flatMap(drawnDiagrams).map(({ id, name }) => [id, name]));
  const further = pictures.further.map(({ id, name }) => ({ id, name: names.get(id) ?? name }));
  for (const { restore } of undrawn) restore();
  return { ...pictures, further, problems: [...undrawn.flatMap(({ problems }) => problems), ...pictures.problems] };
}

/** The models of a document that can be drawn. */
function modelsOf(document: SourceDocument): (Definitions | CmmnDefinitions)[] {
  const { definitions, cases } = document;
  const models = { bpmn: definitions, cmmn: document.kind === 'text' ? cases : definitions };
  return notationsOf(document).flatMap((notation) => models[notation] ?? []);
}

/** Lays out a model without a drawing; the drawing is for the picture only, and `restore` takes it away. */
export function drawnForNow(model: Definitions | CmmnDefinitions, pins: Pins | undefined) {
  if (is(model, 'cmmn:Definitions')) {
    const { CMMNDI } = model;
    return { problems: isDrawn(model) ? [] : drawCases(model, pins), restore: () => model.set('CMMNDI', CMMNDI) };
  }
  const { diagrams } = model;
  return { problems: isDrawn(model) ? [] : drawAll(model, pins), restore: () => model.set('diagrams', diagrams) };
}

/** Whether a model has a drawing with anything in it. */
export function isDrawn(model: Definitions | CmmnDefinitions): boolean {
  if (is(model, 'cmmn:Definitions'))
    return model.CMMNDI?.diagrams.some(({ diagramElements }) => diagramElements.length > 0) ?? false;
  return model.diagrams.some(({ plane }) => (plane?.planeElement.length ?? 0) > 0);
}

/** SVG → PNG. @param assets the rasterizer's wasm and the fonts, which the faces load */
export async function rasterize(
  svg: string,
  assets: { wasm: BufferSource | WebAssembly.Module; fonts: Uint8Array[] },
): Promise<Uint8Array> {
  const { rasterize: toPng } = await import('../render/index.ts');
  return toPng(svg, assets);
}

/** Lays the model out and hangs the drawings into it. */
export function drawAll(definitions: Definitions, pins?: Pins, cache?: LayoutCache): readonly Problem[] {
  const { value, problems } = layout(definitions, pins, cache);
  definitions.set('diagrams', value);
  return problems;
}

/** The same for cases. What the old drawing had beside its diagrams, such as styles, stays, and so does the style of each shape and line. */
export function drawCases(definitions: CmmnDefinitions, pins?: Pins): readonly Problem[] {
  const asKept = pins && drawCasesAsKept(definitions, pins);
  if (asKept) {
    definitions.set('CMMNDI', asKept);
    return [];
  }
  const { value: diagrams, problems } = layoutCases(definitions, pins);
  const old = definitions.CMMNDI;
  keepStyles(old?.diagrams ?? [], diagrams);
  definitions.set('CMMNDI', createElement('cmmndi:CMMNDI', { diagrams, styles: old?.styles ?? [] }));
  return problems;
}
