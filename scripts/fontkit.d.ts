/** The part of fontkit that scripts/generate-metrics.ts uses; the package ships no types. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly bbox: { readonly minX: number; readonly maxX: number };
  }
  export interface TrueTypeFont {
    readonly characterSet: number[];
    readonly kern: { tables: { subtable: { pairs: { left: number; right: number; value: number }[] } }[] };
    glyphForCodePoint(codePoint: number): Glyph;
  }
  export function openSync(path: string): TrueTypeFont;
}
