import { ascentAndDescent, measureText, type TextStyle } from '../../base/text-metrics.ts';

/** The part of CanvasRenderingContext2D that diagram-js breaks labels into lines with. */
export interface CanvasContext {
  /** A CSS font, e.g. `bold 12px Arial`. */
  font: string;
  measureText(text: string): { width: number; fontBoundingBoxAscent: number; fontBoundingBoxDescent: number };
}

/** A context that knows no machine's fonts, only the widths of Arial. */
export function canvasContext(): CanvasContext {
  return {
    font: '10px sans-serif',
    measureText(text) {
      const { style, ascent, descent } = fontOf(this.font);
      return { width: measureText(text, style), fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent };
    },
  };
}

interface Font {
  readonly style: TextStyle;
  readonly ascent: number;
  readonly descent: number;
}

/** By CSS font: a picture has two or three. */
const fonts = new Map<string, Font>();

function fontOf(css: string): Font {
  let font = fonts.get(css);
  if (!font) {
    const style = parseFont(css);
    font = { style, ...ascentAndDescent(style) };
    fonts.set(css, font);
  }
  return font;
}

/** Size and weight of a CSS font as diagram-js writes it: `<weight> <size>px <family>`. */
function parseFont(font: string): TextStyle {
  const [before = '', after] = font.split(/(?<=\d)px/);
  const fontSize = after === undefined ? 10 : Number(/[\d.]+$/.exec(before)?.[0]);
  const fontWeight = /\b(bold|bolder|\d00)\s/.exec(before)?.[1];
  return { fontSize, fontWeight };
}
