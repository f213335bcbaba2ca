/** One picture of two models: before and after beside each other, with what differs marked. */
import type { Bounds } from '../base/geometry.ts';
import type { Outcome, Problem } from '../base/problem.ts';
import type { CmmnDefinitions, Definitions } from '../model/index.ts';
import { DrawingElement } from './dom/element.ts';
import { escapeAttribute } from './dom/escape.ts';
import type { Drawing } from './drawing.ts';
import { type MarkKind, markShape, markSign, sign } from './mark-shapes.ts';
import { type Drawable, drawablesOf, problemsOf, undrawable } from './render-svg.ts';
import { type Frame, forEachElement, padded, svgContent, svgFile } from './svg-document.ts';

export type { MarkKind };

/** One side of a comparison. */
export interface Compared {
  /** What stands above its drawings: `Before`, a commit. */
  readonly title: string;
  /** With diagrams. */
  readonly models: readonly (Definitions | CmmnDefinitions)[];
  /** What to mark, by the id of the element. */
  readonly marks: ReadonlyMap<string, MarkKind>;
}

/** Sizes in px. */
const MARGIN = 24;
const GAP = 40;
const TITLE = 34;
const LEGEND = 44;
/** Room for marks around a drawing. */
const ROOM = 18;
/** A pair wider than this stands one above the other: beside each other nobody could read them in a page. */
const WIDEST = 1500;
/** What has not changed is there to find one's way, and no more. */
const FADED = '0.45';

interface Panel {
  readonly title: string;
  readonly box: Bounds;
  readonly content: string;
}

/**
 * Draws the diagrams of two models that show a change, in pairs; the first pair if no change is to be seen. Byte-stable as every picture.
 *
 * @param isSame whether two ids, one of each side, are of the same element
 * @returns the SVG, undefined if nothing could be drawn, and what is missing in it
 */
export async function renderComparison(
  before: Compared,
  after: Compared,
  isSame: (before: string, after: string) => boolean,
): Promise<Outcome<string | undefined>> {
  // Where nothing is marked on both sides, all is worth a look.
  const isFaded = before.marks.size + after.marks.size > 0;
  const [ours, theirs] = [await drawnSide(before, isFaded), await drawnSide(after, isFaded)];
  const pairs = pairsOf(ours.value, theirs.value, isSame);
  const shown = pairs.filter((pair) => pair.some((side) => side?.isMarked));
  const rows = (shown.length > 0 ? shown : pairs.slice(0, 1)).map(([left, right]) => [
    ...(left ? [left.panel] : []),
    ...(right ? [right.panel] : []),
  ]);
  const problems = [...ours.problems, ...theirs.problems];
  if (rows.length === 0) return { value: undefined, problems };
  const projects = [...new Set([...ours.value, ...theirs.value].map(({ project }) => project))];
  return { value: sheet(rows, projects), problems };
}

/** A diagram as it stands in the picture. */
interface Side {
  readonly of: string | undefined;
  readonly project: Frame['project'];
  readonly isMarked: boolean;
  readonly panel: Panel;
}

async function drawnSide({ title, models, marks }: Compared, isFaded: boolean): Promise<Outcome<Side[]>> {
  const sides: Side[] = [];
  const problems: Problem[] = [];
  for (const drawable of await drawablesOf(models)) {
    try {
      const drawing = await drawable.draw();
      problems.push(...problemsOf(drawing));
      if (isFaded) fade(drawing, marks);
      sides.push(sideOf(drawable, drawing, title, marks));
    } catch (error) {
      problems.push(undrawable(drawable.id, error));
    }
  }
  return { value: sides, problems };
}

function sideOf({ name, of, frame }: Drawable, drawing: Drawing, title: string, marks: Compared['marks']): Side {
  const marked = drawing.places.flatMap((place) => {
    const kind = marks.get(place.id);
    return kind && !place.hidden && place.parent ? [{ kind, place }] : [];
  });
  const box = padded(drawing.bounds, ROOM);
  const content = [
    svgContent(drawing),
    ...marked.map(({ kind, place }) => markShape(kind, place)),
    ...marked.map(({ kind, place }) => markSign(kind, place)),
  ].join('');
  const panel = { title: name ? `${title}: ${name}` : title, box, content };
  return { of, project: frame.project, isMarked: marked.length > 0, panel };
}

/** What has no mark is drawn paler, with its label. */
function fade({ layer }: Drawing, marks: Compared['marks']): void {
  forEachElement(layer, (element) => {
    if (!element.classList.contains('djs-element')) return;
    const id = element.getAttribute('data-element-id') ?? '';
    if (marks.has(id) || marks.has(id.replace(/_label$/, ''))) return;
    for (const child of element.childNodes) {
      if (child instanceof DrawingElement) child.style.opacity = FADED;
    }
  });
}

/** Diagrams of the same thing are a pair, then those in the same place; what is left stands alone. */
function pairsOf(
  before: readonly Side[],
  after: readonly Side[],
  isSame: (before: string, after: string) => boolean,
): [Side | undefined, Side | undefined][] {
  const open = new Set(before);
  const pairs = after.map((side, index): [Side | undefined, Side | undefined] => {
    const partner = before.find((one) => open.has(one) && isPartner(one, side, isSame)) ?? before[index];
    const isFree = partner !== undefined && open.has(partner) && (partner.of === undefined) === (side.of === undefined);
    if (isFree) open.delete(partner);
    return [isFree ? partner : undefined, side];
  });
  return [...pairs, ...[...open].map((side): [Side, undefined] => [side, undefined])];
}

function isPartner(before: Side, after: Side, isSame: (before: string, after: string) => boolean): boolean {
  return before.of !== undefined && after.of !== undefined && isSame(before.of, after.of);
}

/** Rows of one or two panels below a legend. */
function sheet(rows: readonly (readonly Panel[])[], projects: readonly Frame['project'][]): string {
  const parts: string[] = [];
  let [bottom, right] = [LEGEND, 0];
  for (const panels of rows) {
    const total = panels.reduce((sum, { box }) => sum + box.width, 0);
    const isStacked = total > WIDEST;
    let [x, tallest] = [MARGIN, 0];
    for (const panel of panels) {
      if (isStacked) [x, bottom, tallest] = [MARGIN, bottom + tallest, 0];
      parts.push(placed(panel, x, bottom));
      x += panel.box.width + GAP;
      right = Math.max(right, x - GAP);
      tallest = Math.max(tallest, panel.box.height + TITLE + MARGIN);
    }
    bottom += tallest;
  }
  const size = { x: 0, y: 0, width: Math.ceil(Math.max(right + MARGIN, legendWidth)), height: Math.ceil(bottom) };
  const ground = `<rect width="${size.width}" height="${size.height}" fill="white"/>`;
  return svgFile(size, projects, [ground, legend(), ...parts].join(''));
}

function placed({ title, box, content }: Panel, x: number, y: number): string {
  const frame = `<rect x="${x}" y="${y + TITLE}" width="${box.width}" height="${box.height}" rx="4" fill="none" stroke="#c8c8c8"/>`;
  const move = `<g transform="translate(${x - box.x} ${y + TITLE - box.y})">${content}</g>`;
  return `${text(title, x, y + TITLE - 10, 15, 'bold')}${frame}${move}`;
}

const legendWords: readonly (readonly [MarkKind, string])[] = [
  ['added', 'added'],
  ['removed', 'removed'],
  ['changed', 'changed'],
];
const legendStep = 110;
const legendWidth = 2 * MARGIN + legendStep * legendWords.length;

function legend(): string {
  return legendWords
    .map(([kind, word], index) => {
      const x = MARGIN + 10 + index * legendStep;
      return `${sign(kind, { x, y: 26 })}${text(word, x + 17, 31, 14)}`;
    })
    .join('');
}

function text(words: string, x: number, y: number, size: number, weight = 'normal'): string {
  const style = `font-family: Arial, sans-serif; font-size: ${size}px; font-weight: ${weight}; fill: #222;`;
  return `<text x="${x}" y="${y}" style="${style}">${escapeAttribute(words)}</text>`;
}
