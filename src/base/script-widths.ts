/**
 * Widths of what Liberation Sans has no glyph for. Which font stands in differs from machine to machine, so these
 * are averages for a script: a letter's share in Chromium's width of sample labels, drawn with Debian's Noto fonts.
 * Ideographs, kana, Hangul and emoji have one width each, so for them the figure is exact.
 */

/** [first code point, last, width in em], in order. */
const scripts: readonly (readonly [number, number, number])[] = [
  [0x0530, 0x058f, 0.659], // Armenian
  [0x0590, 0x05ff, 0.503], // Hebrew
  [0x0600, 0x08ff, 0.48], // Arabic and its neighbours
  [0x0900, 0x097f, 0.605], // Devanagari
  [0x0980, 0x09ff, 0.532], // Bengali
  [0x0a00, 0x0a7f, 0.568], // Gurmukhi
  [0x0a80, 0x0aff, 0.469], // Gujarati
  [0x0b80, 0x0bff, 0.724], // Tamil
  [0x0c00, 0x0c7f, 0.607], // Telugu
  [0x0c80, 0x0cff, 0.676], // Kannada
  [0x0d00, 0x0d7f, 0.852], // Malayalam
  [0x0d80, 0x0dff, 0.841], // Sinhala
  [0x0e00, 0x0e7f, 0.551], // Thai
  [0x0e80, 0x0eff, 0.565], // Lao
  [0x1000, 0x109f, 0.619], // Burmese
  [0x10a0, 0x10ff, 0.617], // Georgian
  [0x1100, 0x11ff, 0.92], // Hangul, as single letters
  [0x1200, 0x139f, 0.619], // Ethiopic
  [0x1780, 0x17ff, 0.526], // Khmer
  [0x2190, 0x21ff, 1], // arrows
  [0x2300, 0x23ff, 1], // technical symbols
  [0x2460, 0x24ff, 1], // letters and digits in circles
  [0x2600, 0x27bf, 0.86], // symbols and dingbats
  [0x2e80, 0xa4cf, 1], // ideographs, kana
  [0xac00, 0xd7af, 0.92], // Hangul
  [0xf900, 0xfaff, 1], // ideographs
  [0xfe30, 0xfe6f, 1], // forms for vertical text
  [0xff01, 0xff60, 1], // full-width Latin
  [0xff61, 0xffdc, 0.5], // half-width kana
  [0xffe0, 0xffe6, 1], // full-width signs
  [0x1d400, 0x1d7ff, 0.663], // letters for mathematics
  [0x1f1e6, 0x1f1ff, 0.624], // half a flag
  [0x20000, 0x3ffff, 1], // ideographs
];

/** Width of an emoji in em. */
export const emojiWidth = 1.248;

/** Width in em of a letter of a script that is not listed. */
const otherWidth = 0.6;

const invisible = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\u2028\u2029]$/u;
const emojiByItself = /^\p{Emoji_Presentation}$/u;

/** Width in em of a code point that the font table lacks. */
export function scriptWidth(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (invisible.test(character)) return 0;
  const script = scripts.find(([first, last]) => first <= codePoint && codePoint <= last);
  // The emoji blocks of the upper planes count as a whole: what Unicode adds there must not depend on the runtime.
  const isEmoji = codePoint >= 0x1f000 ? codePoint <= 0x1faff && !script : emojiByItself.test(character);
  if (isEmoji) return emojiWidth;
  return script?.[2] ?? otherWidth;
}

/** Whether the code point colours the skin of the emoji before it, and takes no room itself. */
export function isSkinTone(codePoint: number): boolean {
  return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
}
