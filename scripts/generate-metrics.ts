/**
 * Writes src/base/generated/liberation-sans.ts: advance widths, ink and kerning of the fonts in assets/fonts,
 * in 1/2048 em. Run it when the fonts change: `node scripts/generate-metrics.ts`.
 */
import { writeFileSync } from 'node:fs';
import { type Glyph, openSync, type TrueTypeFont } from 'fontkit';

const target = new URL('../src/base/generated/liberation-sans.ts', import.meta.url);

/** Private use: fonts keep their leftovers there; no label needs them. */
const isPrivateUse = (codePoint: number): boolean => codePoint >= 0xe000 && codePoint <= 0xf8ff;

/** A soft hyphen has a glyph, but shows only where a line breaks at it, and then as a hyphen. */
const softHyphen = 0xad;

const blank = 0x20;
const noBreakSpace = 0xa0;

/** The code points whose glyph is drawn, in order. */
function codePointsOf(font: TrueTypeFont): number[] {
  const isDrawn = (codePoint: number): boolean =>
    codePoint >= 0x20 && codePoint < 0xfff0 && codePoint !== softHyphen && !isPrivateUse(codePoint);
  return font.characterSet.filter(isDrawn).sort((a, b) => a - b);
}

/**
 * A number for each code point as `start:value,value*count,…;start:…`, with one group for each run of neighbours;
 * everything in base 36, because this is shipped.
 */
function numberTable(codePoints: readonly number[], numberFor: (codePoint: number) => number): string {
  const runs: { start: number; values: number[] }[] = [];
  for (const codePoint of codePoints) {
    const value = numberFor(codePoint);
    const run = runs.at(-1);
    if (run && run.start + run.values.length === codePoint) run.values.push(value);
    else runs.push({ start: codePoint, values: [value] });
  }
  return runs.map(({ start, values }) => `${start.toString(36)}:${repeats(values)}`).join(';');
}

/** `a,b*3,c`: equal neighbours are counted. */
function repeats(widths: readonly number[]): string {
  const groups: { width: number; count: number }[] = [];
  for (const width of widths) {
    const group = groups.at(-1);
    if (group?.width === width) group.count++;
    else groups.push({ width, count: 1 });
  }
  return groups.map(({ width, count }) => width.toString(36) + (count > 1 ? `*${count.toString(36)}` : '')).join(',');
}

/**
 * Version 1.07 of the font, which Debian 12 has, does not kern `11`. Nobody's picture may depend on which one is
 * installed, and to measure too wide is the safe side.
 */
const isKernedByAll = (left: number, right: number): boolean => left !== 0x31 || right !== 0x31;

/** `left:right=value,right=value;left:…`, code points and values in base 36. */
function kerningTable(font: TrueTypeFont): string {
  const codePoints = new Map<number, number[]>();
  for (const codePoint of codePointsOf(font)) {
    const { id } = font.glyphForCodePoint(codePoint);
    codePoints.set(id, [...(codePoints.get(id) ?? []), codePoint]);
  }
  // Arial and version 1.07 have one glyph for both blanks, so both are kerned; here they are two.
  codePoints.set(font.glyphForCodePoint(blank).id, [blank, noBreakSpace]);
  const pairs = font.kern.tables.flatMap((table) => table.subtable.pairs);
  const byLeft = new Map<number, string[]>();
  for (const pair of pairs) {
    for (const left of codePoints.get(pair.left) ?? []) {
      const rights = (codePoints.get(pair.right) ?? [])
        .filter((right) => isKernedByAll(left, right))
        .map((right) => `${right.toString(36)}=${pair.value.toString(36)}`);
      if (rights.length === 0) continue;
      byLeft.set(left, [...(byLeft.get(left) ?? []), ...rights]);
    }
  }
  const lefts = [...byLeft.keys()].sort((a, b) => a - b);
  return lefts.map((left) => `${left.toString(36)}:${byLeft.get(left)?.join(',')}`).join(';');
}

/** The end of Latin Extended-B: ink is told for these only, since it moves a view box by less than a px. */
const lastLatin = 0x24f;

/** How far a glyph's ink reaches; a blank has none. */
function inkOf({ bbox }: Glyph): { left: number; right: number } {
  return Number.isFinite(bbox.minX) ? { left: bbox.minX, right: bbox.maxX } : { left: 0, right: 0 };
}

function declaration(name: string, file: string): string {
  const font = openSync(new URL(`../assets/fonts/${file}`, import.meta.url).pathname);
  const codePoints = codePointsOf(font);
  const latin = codePoints.filter((codePoint) => codePoint <= lastLatin);
  const glyph = (codePoint: number): Glyph => font.glyphForCodePoint(codePoint);
  return [
    `export const ${name} = {`,
    `  widths:\n    '${numberTable(codePoints, (each) => glyph(each).advanceWidth)}',`,
    `  inkLeft:\n    '${numberTable(latin, (each) => Math.min(0, inkOf(glyph(each)).left))}',`,
    `  inkRight:\n    '${numberTable(latin, (each) => inkOf(glyph(each)).right)}',`,
    `  kerning:\n    '${kerningTable(font)}',`,
    '};',
  ].join('\n');
}

const text = [
  '// Written by scripts/generate-metrics.ts from assets/fonts; do not edit.',
  declaration('regular', 'LiberationSans-Regular.ttf'),
  declaration('bold', 'LiberationSans-Bold.ttf'),
].join('\n\n');
writeFileSync(target, `${text}\n`);
