import { type FontTable, pairKey, unpackFont } from './font-table.ts';
import { bold, regular } from './generated/liberation-sans.ts';
import { emojiWidth, isSkinTone, scriptWidth } from './script-widths.ts';

/** What a text's width depends on, the font being Arial. */
export interface TextStyle {
  /** In px. */
  readonly fontSize: number;
  /** As CSS has it: `bold`, `700`; normal if left out. */
  readonly fontWeight?: string | number;
}

const unitsPerEm = 2048;

/** hhea table of the font: above and below the base line, in 1/2048 em. */
const ascender = 1854;
const descender = 434;

const blank = 0x20;
const zeroWidthJoiner = 0x200d;
const emojiSelector = 0xfe0f;
const keycap = 0x20e3;

/** Unpacking costs half a millisecond, and bold text is rare: each table is made at its first use. */
const tables: { regular?: FontTable; bold?: FontTable } = {};

function tableFor(weight: TextStyle['fontWeight']): FontTable {
  const isBold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  if (isBold) {
    tables.bold ??= unpackFont(bold);
    return tables.bold;
  }
  tables.regular ??= unpackFont(regular);
  return tables.regular;
}

/**
 * Width of one line of text in px, as Chromium's canvas measures it in Arial: advance widths and kerning of Liberation
 * Sans, which has Arial's, and of other scripts the width of their class (see script-widths.ts). A canvas measures word
 * by word, so a blank is never kerned.
 */
export function measureText(text: string, style: TextStyle): number {
  return advance(text, style, (left, right) => left !== blank && right !== blank);
}

/**
 * Width of one line of text in px when Chromium draws it in SVG: there blanks are kerned too, and the result is rounded
 * up to the 64ths that its layout counts in.
 */
export function drawnWidth(text: string, style: TextStyle): number {
  return Math.ceil(advance(text, style, () => true) * 64) / 64;
}

function advance(text: string, style: TextStyle, isKerned: (left: number, right: number) => boolean): number {
  const { widths, kerning } = tableFor(style.fontWeight);
  let total = 0;
  let previous = 0;
  let width = 0;
  for (const character of text) {
    const codePoint = canvasCodePoint(character);
    if (codePoint === emojiSelector || codePoint === keycap) {
      // The character before is drawn as an emoji after all.
      total += emojiWidth * unitsPerEm - width;
      width = emojiWidth * unitsPerEm;
      continue;
    }
    const joined = previous === zeroWidthJoiner || isSkinTone(codePoint);
    width = joined ? 0 : (widths.get(codePoint) ?? scriptWidth(codePoint) * unitsPerEm);
    total += width;
    if (isKerned(previous, codePoint)) total += kerning.get(pairKey(previous, codePoint)) ?? 0;
    previous = codePoint;
  }
  return (total * style.fontSize) / unitsPerEm;
}

/** A canvas draws every white space as a blank. */
function canvasCodePoint(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint >= 9 && codePoint <= 13 ? blank : codePoint;
}

/** Room above and below the base line in px; Chromium rounds both to whole pixels. */
export function lineExtent(style: TextStyle): { ascent: number; descent: number } {
  const scale = style.fontSize / unitsPerEm;
  return { ascent: Math.round(ascender * scale), descent: Math.round(descender * scale) };
}
