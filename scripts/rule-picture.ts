/** The picture of a rule: a model that breaks it, with what was found marked, beside one that is well. */
import type { Bounds } from '../src/base/geometry.ts';
import { type CmmnDefinitions, type Definitions, is } from '../src/model/index.ts';
import { markColours, markShape } from '../src/render/mark-shapes.ts';
import { type Drawable, drawablesOf } from '../src/render/render-svg.ts';
import { type Frame, padded, svgContent, svgFile } from '../src/render/svg-document.ts';
import type { SourceDocument } from '../src/workspace/index.ts';
import { drawnForNow } from '../src/workspace/outputs.ts';
import { isWhole } from '../src/workspace/source-document.ts';

/** Sizes in px. */
const ROOM = 16;
const MARGIN = 8;
const GAP = 24;
const TITLE = 30;
/** A pair wider than this stands one above the other. */
const WIDEST = 1000;

/** A model as it stands in the picture. */
export interface Side {
  readonly box: Bounds;
  /** As it is drawn, without a mark and without the ids: two that look the same are the same. */
  readonly plain: string;
  readonly content: string;
  readonly project: Frame['project'];
}

/**
 * Draws the first diagram of a document in which something was found, or its first.
 * @param found what to mark, by its ids
 * @returns `undefined` where there is nothing to draw, or not all of it can be drawn
 */
export async function drawSide(document: SourceDocument, found: ReadonlySet<string>): Promise<Side | undefined> {
  const undrawn = modelsOf(document).map((model) => ({ model, ...drawnForNow(model, document.pins) }));
  const drawables = await drawablesOf(undrawn.map(({ model }) => model));
  const sides: { side: Side; isMarked: boolean }[] = [];
  for (const drawable of drawables) {
    const side = await sideOf(drawable, found);
    if (side) sides.push(side);
  }
  for (const { restore } of undrawn) restore();
  return (sides.find(({ isMarked }) => isMarked) ?? sides[0])?.side;
}

function modelsOf(document: SourceDocument): (Definitions | CmmnDefinitions)[] {
  const { definitions, cases, kind } = document;
  if (!definitions) return cases ? [cases] : [];
  if (is(definitions, 'cmmn:Definitions')) return [definitions];
  if (!isWhole(document)) return [];
  const hasProcesses = kind !== 'text' || definitions.rootElements.some((element) => is(element, 'bpmn:Process'));
  return [...(hasProcesses ? [definitions] : []), ...(cases ? [cases] : [])];
}

async function sideOf({ draw, frame }: Drawable, found: ReadonlySet<string>) {
  // What is in itself, or leads to nothing, cannot be drawn, and is shown by its lines.
  const drawing = await draw().catch(() => undefined);
  if (!drawing || drawing.failures.length > 0 || drawing.places.length < 2) return undefined;
  const marked = drawing.places.filter(({ id, parent, hidden }) => found.has(id) && parent && !hidden);
  const drawn = svgContent(drawing);
  const marks = marked.map((place) => markShape('removed', place)).join('');
  const plain = drawn.replaceAll(/ (id|data-element-id|class)="[^"]*"/g, '');
  const box = padded(drawing.bounds, ROOM);
  return { side: { box, plain, content: drawn + marks, project: frame.project }, isMarked: marked.length > 0 };
}

/** Both beside each other, each below a word. */
export function picture(wrong: Side, right: Side): string {
  const isStacked = wrong.box.width + right.box.width > WIDEST;
  const second = isStacked
    ? { x: MARGIN, y: MARGIN + TITLE + wrong.box.height + GAP }
    : { x: MARGIN + wrong.box.width + GAP, y: MARGIN };
  const width = isStacked ? Math.max(wrong.box.width, right.box.width) : wrong.box.width + GAP + right.box.width;
  const height = isStacked
    ? wrong.box.height + right.box.height + GAP + 2 * TITLE
    : Math.max(wrong.box.height, right.box.height) + TITLE;
  const size = { x: 0, y: 0, width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(height + 2 * MARGIN) };
  return svgFile(
    size,
    [...new Set([wrong.project, right.project])],
    [
      `<rect width="${size.width}" height="${size.height}" fill="white"/>`,
      panel(wrong, 'wrong', markColours.removed, MARGIN, MARGIN),
      panel(right, 'right', markColours.added, second.x, second.y),
    ].join(''),
  );
}

function panel({ box, content }: Side, word: string, colour: string, x: number, y: number): string {
  const style = `font-family: Arial, sans-serif; font-size: 15px; font-weight: bold; fill: ${colour};`;
  const frame = `<rect x="${x}" y="${y + TITLE}" width="${box.width}" height="${box.height}" rx="4" fill="none" stroke="${colour}"/>`;
  const move = `<g transform="translate(${x - box.x} ${y + TITLE - box.y})">${content}</g>`;
  return `<text x="${x}" y="${y + 20}" style="${style}">${word}</text>${frame}${move}`;
}
