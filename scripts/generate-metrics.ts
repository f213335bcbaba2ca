/**
 * Writes src/base/generated/liberation-sans.ts: advance widths and kerning of the fonts in assets/fonts,
 * in 1/2048 em. Run it when the fonts change: `node scripts/generate-metrics.ts`.
 */
import { writeFileSync } from 'node:fs';
import { openSync, type TrueTypeFont } from 'fontkit';

const target = new URL('../src/base/generated/liberation-sans.ts', import.meta.url);

/** Private use: fonts keep their leftovers there; no label needs them. */
const isPrivateUse = (codePoint: number): boolean => codePoint >= 0xe000 && codePoint <= 0xf8ff;

/** A soft hyphen has a glyph, but shows only where a line breaks at it, and then as a hyphen. */
const softHyphen = 0xad;

/** The code points whose glyph is drawn, in order. */
function codePointsOf(font: TrueTypeFont): number[] {
  const isDrawn = (codePoint: number): boolean =>
    codePoint >= 0x20 && codePoint < 0xfff0 && codePoint !== softHyphen && !isPrivateUse(codePoint);
  return font.characterSet.filter(isDrawn).sort((a, b) => a - b);
}

/**
 * `start:width,width*count,…;start:…` with one group for each run of neighbouring code points;
 * everything in base 36, because this is shipped.
 */
function widthTable(font: TrueTypeFont): string {
  const runs: { start: number; widths: number[] }[] = [];
  for (const codePoint of codePointsOf(font)) {
    const width = font.glyphForCodePoint(codePoint).advanceWidth;
    const run = runs.at(-1);
    if (run && run.start + run.widths.length === codePoint) run.widths.push(width);
    else runs.push({ start: codePoint, widths: [width] });
  }
  return runs.map(({ start, widths }) => `${start.toString(36)}:${repeats(widths)}`).join(';');
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

function declaration(name: string, file: string): string {
  const font = openSync(new URL(`../assets/fonts/${file}`, import.meta.url).pathname);
  return [
    `export const ${name} = {`,
    `  widths:\n    '${widthTable(font)}',`,
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
