import { type FontTable, openFont, type PackedFont } from './font-table.ts';
import { bold, regular } from './generated/liberation-sans.ts';
import { Kept } from './kept.ts';
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

/** A font, and how long texts are that were measured in it. */
class Font {
  readonly table: FontTable;
  readonly #lengths: Kept<number>;

  constructor(packed: PackedFont) {
    const table = openFont(packed);
    this.table = table;
    this.#lengths = new Kept((text) => advance(text, table, { kernsBlanks: false }), mostLengths);
  }

  /** In 1/2048 em. A label is measured by the layout and where it is drawn, its words and lines each by itself, and so after each keystroke. */
  lengthOf(text: string): number {
    return text.length > longestKept ? advance(text, this.table, { kernsBlanks: false }) : this.#lengths.get(text);
  }
}

const mostLengths = 10_000;
/** Longer texts are seldom measured twice. */
const longestKept = 100;

/** Bold text is rare: each font is opened at its first use. */
const fonts: { regular?: Font; bold?: Font } = {};

function fontFor(weight: TextStyle['fontWeight']): Font {
  const isBold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  if (isBold) {
    fonts.bold ??= new Font(bold);
    return fonts.bold;
  }
  fonts.regular ??= new Font(regular);
  return fonts.regular;
}

/**
 * Width of one line of text in px, as Chromium's canvas measures it in Arial: advance widths and kerning of Liberation
 * Sans, which has Arial's, and of other scripts the width of their class (see script-widths.ts). A canvas measures word
 * by word, so a blank is never kerned.
 */
export function measureText(text: string, style: TextStyle): number {
  return (fontFor(style.fontWeight).lengthOf(text) * style.fontSize) / unitsPerEm;
}

/** Where a line of text begins and ends when it is drawn, in px from its place. */
export interface LineExtent {
  /** At most 0: below it where the ink of a letter such as `j` reaches back. */
  readonly left: number;
  readonly right: number;
}

/**
 * Extent of one line of text as Chromium draws it in SVG: there blanks are kerned too, the width is rounded up to the
 * 64ths that its layout counts in, and the ink of each letter, rounded outwards to whole px, counts as well.
 */
export function drawnExtent(text: string, style: TextStyle): LineExtent {
  const { table } = fontFor(style.fontWeight);
  const scale = style.fontSize / unitsPerEm;
  let left = 0;
  let right = 0;
  const onGlyph = (codePoint: number, place: number): void => {
    left = Math.min(left, place * scale + Math.floor((table.inkLeft(codePoint) ?? 0) * scale));
    right = Math.max(right, place * scale + Math.ceil((table.inkRight(codePoint) ?? 0) * scale));
  };
  const width = Math.ceil(advance(text, table, { kernsBlanks: true, onGlyph }) * scale * 64) / 64;
  return { left, right: Math.max(right, width) };
}

interface AdvanceOptions {
  readonly kernsBlanks: boolean;
  /** Called for each code point that has a place of its own, in 1/2048 em from the start of the line. */
  readonly onGlyph?: (codePoint: number, place: number) => void;
}

/** Sets a line letter by letter; its length in 1/2048 em. */
function advance(text: string, table: FontTable, { kernsBlanks, onGlyph }: AdvanceOptions): number {
  let total = 0;
  let previous = 0;
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const read = text.codePointAt(index) ?? 0;
    if (read > 0xffff) index++;
    const codePoint = drawnCodePoint(read);
    if (codePoint === emojiSelector || codePoint === keycap) {
      // The character before is drawn as an emoji after all.
      total += emojiWidth * unitsPerEm - width;
      width = emojiWidth * unitsPerEm;
      continue;
    }
    const isJoined = previous === zeroWidthJoiner || isSkinTone(codePoint);
    width = isJoined ? 0 : (table.width(codePoint) ?? scriptWidth(codePoint) * unitsPerEm);
    const isKerned = kernsBlanks || (previous !== blank && codePoint !== blank);
    if (isKerned) total += table.kerning(previous, codePoint);
    onGlyph?.(codePoint, total);
    total += width;
    previous = codePoint;
  }
  return total;
}

/** Every white space is drawn as a blank. */
function drawnCodePoint(codePoint: number): number {
  return codePoint >= 9 && codePoint <= 13 ? blank : codePoint;
}

/** Room above and below the base line in px; Chromium rounds both to whole pixels. */
export function ascentAndDescent(style: TextStyle): { ascent: number; descent: number } {
  const scale = style.fontSize / unitsPerEm;
  return { ascent: Math.round(ascender * scale), descent: Math.round(descender * scale) };
}
