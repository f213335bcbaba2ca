/** What stands where: shapes want more room around them than texts, flows least. */
export type Matter = 'shape' | 'text' | 'line';

/** A box of a line of the drawing, y relative to the line's axis. */
export interface Block {
  readonly matter: Matter;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Least vertical distance between two kinds of matter, in px. */
const distances: Readonly<Record<Matter, Readonly<Record<Matter, number>>>> = {
  shape: { shape: 40, text: 10, line: 20 },
  text: { shape: 10, text: 8, line: 8 },
  line: { shape: 20, text: 8, line: 14 },
};

const matters: readonly Matter[] = ['shape', 'text', 'line'];
const step = 10;
/** Two things side by side count as one above the other when they are closer than this. */
const aside = 8;

/** The lowest edge of what has been placed so far, for each stretch of x. Works downwards; mirror the blocks for upwards. */
export class Skyline {
  private readonly origin: number;
  private readonly edges: Readonly<Record<Matter, Float64Array>>;

  constructor(left: number, right: number) {
    this.origin = left - 2 * step;
    const size = Math.ceil((right - left) / step) + 4;
    const empty = () => new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    this.edges = { shape: empty(), text: empty(), line: empty() };
  }

  /** The least y of an axis whose blocks keep their distances from all above. -Infinity if nothing is above. */
  fit(blocks: readonly Block[]): number {
    let y = Number.NEGATIVE_INFINITY;
    for (const { matter, left, right, top } of blocks) {
      const [from, to] = [this.cell(left - aside), this.cell(right + aside)];
      for (const other of matters) {
        const lowest = lowestEdge(this.edges[other], from, to);
        y = Math.max(y, lowest + (distances[other][matter] - top));
      }
    }
    return y;
  }

  add(blocks: readonly Block[], y: number): void {
    for (const { matter, left, right, bottom } of blocks)
      lower(this.edges[matter], this.cell(left - aside), this.cell(right + aside), y + bottom);
  }

  /** What follows stands below all that has been placed, wherever it stands. */
  level(): void {
    for (const matter of matters) {
      const edges = this.edges[matter];
      edges.fill(lowestEdge(edges, 0, edges.length - 1));
    }
  }

  private cell(x: number): number {
    return Math.min(this.edges.shape.length - 1, Math.max(0, Math.floor((x - this.origin) / step)));
  }
}

// Loops of their own: engines compile them once, and not anew in the middle of each search.

function lowestEdge(edges: Float64Array, from: number, to: number): number {
  let lowest = Number.NEGATIVE_INFINITY;
  for (let cell = from; cell <= to; cell++) lowest = Math.max(lowest, edges[cell] ?? Number.NEGATIVE_INFINITY);
  return lowest;
}

function lower(edges: Float64Array, from: number, to: number, edge: number): void {
  for (let cell = from; cell <= to; cell++) edges[cell] = Math.max(edges[cell] ?? edge, edge);
}

/** The same block seen from below. */
export function mirrored(block: Block): Block {
  return { ...block, top: -block.bottom, bottom: -block.top };
}
