import { measureText, type TextStyle } from './text-metrics.ts';

/** Where a label has to fit. */
export interface WrapOptions extends TextStyle {
  /** Room for a line in px. */
  readonly width: number;
}

/** A label broken into lines; width is that of the widest line, height that of all of them, in px. */
export interface WrappedText {
  readonly lines: readonly string[];
  /** Of each line; blanks at its end take no room. */
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Of the font size, as in bpmn-js's TextRenderer. */
const lineHeight = 1.2;

/** Characters of a label that are drawn. No shape has room for a tenth of it, and breaking lines takes the square of the length. */
const longestDrawn = 20_000;

/** What is drawn of a label: all of it, or its beginning and `…`. */
export function drawnLabel(text: string): string {
  return text.length > longestDrawn ? `${text.slice(0, longestDrawn)}…` : text;
}

const softHyphen = '\u00ad';

/**
 * Breaks a label into lines exactly as diagram-js does (util/Text.js, 15.28), so that a layout knows what bpmn-js will
 * draw: at blanks and hyphens where it can, inside a long word where it must, always at `\n`. A soft hyphen
 * shows as `-` where the line breaks at it.
 */
export function wrapText(text: string, options: WrapOptions): WrappedText {
  const lines: string[] = [];
  const widths: number[] = [];
  for (const paragraph of drawnLabel(text).split(/\u00ad?\r?\n/)) breakParagraph(paragraph, options, lines, widths);
  return { lines, widths, width: Math.max(0, ...widths), height: lines.length * lineHeight * options.fontSize };
}

/** Whether no word of a text is cut. Where a line ends within a word is not only a matter of the room: the rule guesses by the count of characters. */
export function hasWholeWords(text: string, { lines }: WrappedText): boolean {
  return lines.length === 1 || wordsOf(lines.join(' ')).length === wordsOf(text).length;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s\u00ad-]+/).filter(Boolean);
}

function breakParagraph(paragraph: string, options: WrapOptions, lines: string[], widths: number[]): void {
  let rest = paragraph;
  for (;;) {
    const { line, width } = firstLine(rest, options);
    lines.push(line);
    widths.push(width);
    if (line.length >= rest.length) return;
    rest = rest.slice(line.length).trim();
  }
}

/** Shortens a text until it fits; each round makes it at least one character shorter. */
function firstLine(text: string, options: WrapOptions): { line: string; width: number } {
  let line = text;
  for (;;) {
    const width = lineWidth(line, options);
    if (width <= options.width || line.length < 2) return { line, width };
    line = shorten(line, Math.max(line.length * (options.width / width), 1));
  }
}

/** Blanks at the end of a line take no room. */
function lineWidth(line: string, style: TextStyle): number {
  return measureText(line.trimEnd(), style);
}

/** The line cut to about `length` characters (a fraction counts), after a blank or hyphen if there is one. */
function shorten(line: string, length: number): string {
  return shortenAtBreak(line, length) || line.slice(0, Math.max(Math.round(length - 1), 1));
}

function shortenAtBreak(line: string, length: number): string {
  const parts = line.split(/(\s|-|\u00ad)/g);
  if (parts.length < 2) return '';
  const kept: string[] = [];
  let used = 0;
  for (const part of parts) {
    // An empty part (two break characters in a row) ends diagram-js's loop, so it ends ours.
    if (part === '') break;
    if (used + part.length >= length) {
      // A hyphen that does not fit takes its word to the next line with it.
      if (part === '-' || part === softHyphen) kept.pop();
      break;
    }
    kept.push(part);
    used += part.length;
  }
  if (kept.at(-1) === softHyphen) kept[kept.length - 1] = '-';
  return kept.join('');
}
