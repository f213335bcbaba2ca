/** Widths and kerning of one font, in 1/2048 em, by code point. */
export interface FontTable {
  readonly widths: ReadonlyMap<number, number>;
  /** Where a glyph's ink begins if that is before its place, else 0; Latin letters only. */
  readonly inkLeft: ReadonlyMap<number, number>;
  /** Where a glyph's ink ends; Latin letters only. */
  readonly inkRight: ReadonlyMap<number, number>;
  /** Keyed by `pairKey(left, right)`. */
  readonly kerning: ReadonlyMap<number, number>;
}

/** A font as scripts/generate-metrics.ts packs it; all numbers are in base 36. */
export interface PackedFont {
  /** `start:width,width*count,…;start:…`, a group for each run of neighbouring code points. */
  readonly widths: string;
  /** As the widths. */
  readonly inkLeft: string;
  readonly inkRight: string;
  /** `left:right=value,…;left:…` */
  readonly kerning: string;
}

/** One number for a pair of code points below U+10000, which is all a font table has. */
export function pairKey(left: number, right: number): number {
  return left * 0x10000 + right;
}

/** Unpacks a generated table. */
export function unpackFont(packed: PackedFont): FontTable {
  return {
    widths: unpackNumbers(packed.widths),
    inkLeft: unpackNumbers(packed.inkLeft),
    inkRight: unpackNumbers(packed.inkRight),
    kerning: unpackKerning(packed.kerning),
  };
}

function unpackNumbers(packed: string): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const run of packed.split(';')) {
    const [start = '', list = ''] = run.split(':');
    let codePoint = parseInt(start, 36);
    for (const item of list.split(',')) {
      const [number = '', count = '1'] = item.split('*');
      const end = codePoint + parseInt(count, 36);
      const value = parseInt(number, 36);
      while (codePoint < end) numbers.set(codePoint++, value);
    }
  }
  return numbers;
}

function unpackKerning(packed: string): Map<number, number> {
  const kerning = new Map<number, number>();
  for (const group of packed.split(';')) {
    const [left = '', list = ''] = group.split(':');
    for (const item of list.split(',')) {
      const [right = '', value = ''] = item.split('=');
      kerning.set(pairKey(parseInt(left, 36), parseInt(right, 36)), parseInt(value, 36));
    }
  }
  return kerning;
}
