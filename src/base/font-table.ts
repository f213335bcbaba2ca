/** Widths and kerning of one font, in 1/2048 em, by code point. */
export interface FontTable {
  /** Undefined where the font has no glyph. */
  width(codePoint: number): number | undefined;
  /** Where a glyph's ink begins if that is before its place, else 0; Latin letters only. */
  inkLeft(codePoint: number): number | undefined;
  /** Where a glyph's ink ends; Latin letters only. */
  inkRight(codePoint: number): number | undefined;
  /** What is added between two letters, mostly 0 and else negative. */
  kerning(left: number, right: number): number;
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

/**
 * Opens a packed font. A group is unpacked when a code point of it is first asked for: most texts need three of the
 * sixty, and a command that draws one picture has no time for the others.
 */
export function openFont(packed: PackedFont): FontTable {
  const pairs = new Map(groupsOf(packed.kerning).map(({ start, list }) => [start, list]));
  const rows = new Map<number, ReadonlyMap<number, number>>();
  return {
    width: numbersIn(packed.widths),
    inkLeft: numbersIn(packed.inkLeft),
    inkRight: numbersIn(packed.inkRight),
    kerning(left, right) {
      let row = rows.get(left);
      if (!row) {
        row = unpackRow(pairs.get(left));
        rows.set(left, row);
      }
      return row.get(right) ?? 0;
    },
  };
}

interface Group {
  /** First or only code point. */
  readonly start: number;
  readonly list: string;
}

function groupsOf(packed: string): Group[] {
  return packed.split(';').map((group) => {
    const colon = group.indexOf(':');
    return { start: parseInt(group.slice(0, colon), 36), list: group.slice(colon + 1) };
  });
}

/** The numbers of a packed table, by code point. A layout measures millions of letters, so each is looked for once. */
function numbersIn(packed: string): (codePoint: number) => number | undefined {
  const groups = groupsOf(packed);
  const unpacked = new Map<Group, readonly number[]>();
  const known = new Map<number, number | undefined>();
  const find = (codePoint: number): number | undefined => {
    const group = groups.findLast(({ start }) => start <= codePoint);
    if (!group) return undefined;
    const numbers = unpacked.get(group) ?? unpackRun(group.list);
    unpacked.set(group, numbers);
    return numbers[codePoint - group.start];
  };
  return (codePoint) => {
    const number = known.get(codePoint);
    if (number !== undefined || known.has(codePoint)) return number;
    const found = find(codePoint);
    known.set(codePoint, found);
    return found;
  };
}

function unpackRun(list: string): number[] {
  return list.split(',').flatMap((item) => {
    const [value = '', count = '1'] = item.split('*');
    return new Array<number>(parseInt(count, 36)).fill(parseInt(value, 36));
  });
}

function unpackRow(list: string | undefined): ReadonlyMap<number, number> {
  const items = list?.split(',') ?? [];
  return new Map(
    items.map((item) => {
      const [right = '', value = ''] = item.split('=');
      return [parseInt(right, 36), parseInt(value, 36)];
    }),
  );
}
