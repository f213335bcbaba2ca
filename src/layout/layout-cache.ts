/**
 * What the passes of a scope have made, kept by the scope's content: with the same content the same comes out. The caller owns a cache and hands it
 * in with each layout of one document; a scope that was edited is made anew, and those around it if its size has changed.
 */
import type { Extent } from './compaction.ts';
import type { PlacedScope } from './layout-scope.ts';
import type { Band, Flow, LayoutNode, Scope } from './scope.ts';
import { scopeContent } from './scope-content.ts';
import { Spans } from './spans.ts';
import type { Line, Row, Wire } from './wiring.ts';

export class LayoutCache {
  #kept = new Map<string, Snapshot>();
  /** Those that the layout at hand has used. */
  #used = new Map<string, Snapshot>();
  /** How many scopes the last layout has taken from here, and how many it has made. */
  taken = 0;
  made = 0;

  /** Begins a layout: of what earlier ones left, only what the last one used is kept. */
  begin(): void {
    if (this.#used.size > 0) this.#kept = this.#used;
    this.#used = new Map();
    this.taken = 0;
    this.made = 0;
  }

  /**
   * A placed scope, from here or by `place`.
   * @param inner the scopes within it, which have their sizes and are in place already
   */
  placed(scope: Scope, links: readonly Flow[], inner: PlacedScope['inner'], place: () => PlacedScope): PlacedScope {
    const key = scopeContent(scope, links);
    const own = [...scope.nodes, ...scope.loose];
    const known = this.#kept.get(key) ?? this.#used.get(key);
    if (known) {
      this.taken++;
      this.#used.set(key, known);
      return restore(known, scope, own, inner);
    }
    this.made++;
    const placed = place();
    this.#used.set(key, snapshotOf(placed, own));
    return placed;
  }
}

/** A placed scope as plain data; what refers to something does so by index. */
interface Snapshot {
  readonly nodes: readonly NodeState[];
  /** Artifacts that have become nodes of the scope. */
  readonly added: readonly number[];
  readonly bands: readonly Band[];
  readonly extent: Extent;
  readonly rows: readonly (Omit<Row, 'lines' | 'spans'> & { readonly lines: readonly number[] })[];
  readonly lines: readonly (Pick<Line, 'band' | 'left' | 'right' | 'y'> & { readonly nodes: readonly number[] })[];
  /** `source`, `target` and `track` among the lines. */
  readonly wires: readonly {
    readonly flow: number;
    readonly kind: Wire['kind'];
    readonly source: number;
    readonly target: number;
    readonly track: number;
  }[];
}

interface NodeState {
  readonly place: Pick<LayoutNode, 'x' | 'y' | 'width' | 'height' | 'band'>;
  readonly satellites: readonly {
    readonly node: number;
    readonly dx: number;
    readonly dy: number;
    readonly shift: number;
  }[];
}

function snapshotOf({ scope, extent, lines, wires }: PlacedScope, own: readonly LayoutNode[]): Snapshot {
  const indexOf = new Map(own.map((node, index) => [node, index]));
  const lineOf = new Map(lines.map((line, index) => [line, index]));
  const flowOf = new Map(scope.flows.map((flow, index) => [flow, index]));
  const rows = [...new Set(lines.flatMap(({ row }) => row ?? []))];
  const node = (one: LayoutNode) => indexOf.get(one) ?? -1;
  return {
    nodes: own.map(({ x, y, width, height, band, satellites }) => ({
      place: { x, y, width, height, band },
      satellites: satellites.map((satellite) => ({ ...satellite, node: node(satellite.node) })),
    })),
    added: scope.nodes.filter((one) => scope.loose.includes(one)).map(node),
    bands: scope.bands.map((band) => ({ ...band })),
    extent,
    rows: rows.map(({ band, rank, axis, lines: inRow }) => ({
      band,
      rank,
      axis,
      lines: inRow.map((line) => lineOf.get(line) ?? -1),
    })),
    lines: lines.map(({ band, left, right, y, nodes }) => ({ band, left, right, y, nodes: nodes.map(node) })),
    wires: wires.map(({ flow, kind, source, target, track }) => ({
      flow: flowOf.get(flow) ?? -1,
      kind,
      source: lineOf.get(source) ?? -1,
      target: lineOf.get(target) ?? -1,
      track: track ? (lineOf.get(track) ?? -1) : -1,
    })),
  };
}

function restore(
  { nodes, added, bands, extent, rows, lines, wires }: Snapshot,
  scope: Scope,
  own: readonly LayoutNode[],
  inner: PlacedScope['inner'],
): PlacedScope {
  for (const [index, { place, satellites }] of nodes.entries()) {
    const node = own[index];
    if (!node) continue;
    Object.assign(node, place);
    node.satellites.push(...satellites.flatMap((satellite) => withNode(satellite, own[satellite.node])));
  }
  scope.nodes.push(...added.flatMap((index) => own[index] ?? []));
  for (const [index, band] of scope.bands.entries()) Object.assign(band, bands[index]);
  const madeLines: Line[] = lines.map(({ nodes: inLine, ...line }) => ({
    ...line,
    nodes: inLine.flatMap((index) => own[index] ?? []),
    wires: [],
  }));
  for (const { lines: inRow, ...row } of rows) {
    const made: Row = { ...row, lines: inRow.flatMap((index) => madeLines[index] ?? []), spans: new Spans() };
    for (const line of made.lines) line.row = made;
  }
  const madeWires = wires.flatMap(({ flow, kind, source, target, track }): Wire[] => {
    const [from, to, along, drawn] = [madeLines[source], madeLines[target], madeLines[track], scope.flows[flow]];
    if (!from || !to || !drawn) return [];
    return [{ flow: drawn, kind, source: from, target: to, ...(along && { track: along }) }];
  });
  return { scope, extent, lines: madeLines, wires: madeWires, inner };
}

function withNode<T extends object>(
  satellite: T,
  node: LayoutNode | undefined,
): (Omit<T, 'node'> & { node: LayoutNode })[] {
  return node ? [{ ...satellite, node }] : [];
}
