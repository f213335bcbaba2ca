/** What moves with what in the drawing of a model: who holds whom, and which lines end where. By the keys of pins: ids, of connectors of cases `source->target`. */
import { type CmmnDefinitions, type Definitions, is } from '../model/index.ts';
import { readCases } from './cases/read-cases.ts';
import type { LayoutPin } from './layout-file.ts';
import { readSheets } from './read-sheets.ts';
import type { LayoutNode, NodeKind } from './scope.ts';
import type { BandRange, Sheet } from './sheet.ts';

/** A shape of a drawing. */
export interface DrawnShape {
  readonly id: string;
  readonly kind: NodeKind | 'lane' | 'group' | 'criterion';
  /** What it is drawn in: a sub-process, a stage, a pool. */
  readonly holder?: string;
  /** What it sits on the border of. */
  readonly host?: string;
  /** The innermost lane that it stands in. */
  readonly lane?: string;
}

export interface DrawnLine {
  readonly key: string;
  /** Shapes that its ends depend on. */
  readonly ends: readonly string[];
}

/** What one diagram shows. */
export interface DrawnStructure {
  readonly shapes: ReadonlyMap<string, DrawnShape>;
  readonly lines: readonly DrawnLine[];
}

/** One for each diagram of a model; the cases of a model are one. @param pins say what is collapsed */
export function structuresOf(
  definitions: Definitions | CmmnDefinitions,
  pins: ReadonlyMap<string, LayoutPin>,
): DrawnStructure[] {
  if (!is(definitions, 'cmmn:Definitions')) return readSheets(definitions, pins).map(structureOf);
  const { shapes, connectors } = readCases(definitions, pins);
  return [
    {
      shapes: byId(
        shapes.map(([element, node]) => ({
          ...placeOf(node),
          ...(is(element, 'cmmn:Criterion') && { kind: 'criterion' as const }),
        })),
      ),
      lines: connectors.all.map(({ key, flow }) => ({ key, ends: [...endsOf(flow.source), ...endsOf(flow.target)] })),
    },
  ];
}

function structureOf(sheet: Sheet): DrawnStructure {
  const { pools, lanes, groups, nodes, flows, scope } = sheet;
  const poolOf = (bands: BandRange) => pools.find((pool) => isWithin(bands, pool.bands))?.node.id;
  const holderOf = (bands: BandRange) => nodes.find(([, { inner }]) => inner === bands.scope)?.[1].id ?? poolOf(bands);
  const shapes: DrawnShape[] = pools.map(({ node }) => placeOf(node));
  for (const { element, bands } of lanes) {
    if (element.id !== undefined) shapes.push({ id: element.id, kind: 'lane', ...named('holder', holderOf(bands)) });
  }
  for (const { element } of groups) if (element.id !== undefined) shapes.push({ id: element.id, kind: 'group' });
  for (const [, node] of nodes) {
    const bands = { scope: node.parent?.inner ?? scope, first: node.band, last: node.band };
    const lane = lanes.findLast((one) => isWithin(bands, one.bands))?.element.id;
    shapes.push({ ...named('holder', holderOf(bands)), ...named('lane', lane), ...placeOf(node) });
  }
  return {
    shapes: byId(shapes),
    lines: flows.map(([, { id, source, target }]) => ({ key: id, ends: [...endsOf(source), ...endsOf(target)] })),
  };
}

function placeOf({ id, kind, parent, host }: LayoutNode): DrawnShape {
  return { id, kind, ...named('holder', parent?.id), ...named('host', host?.id) };
}

function named<K extends string>(name: K, id: string | undefined): { [key in K]?: string } {
  return id === undefined ? {} : ({ [name]: id } as { [key in K]?: string });
}

function isWithin(inner: BandRange, outer: BandRange): boolean {
  return inner.scope === outer.scope && outer.first <= inner.first && inner.last <= outer.last;
}

/** A line from a note may end in the middle of a flow. */
function endsOf({ id, onFlow }: LayoutNode): string[] {
  return onFlow ? [...endsOf(onFlow.source), ...endsOf(onFlow.target)] : [id];
}

function byId(shapes: readonly DrawnShape[]): Map<string, DrawnShape> {
  return new Map(shapes.map((shape) => [shape.id, shape]));
}

/** All that moves with a shape: what it holds and what sits on it, itself included. */
export function carriedBy(id: string, { shapes }: DrawnStructure): Set<string> {
  const parts = new Map<string, string[]>();
  for (const { id: part, holder, host } of shapes.values()) {
    const owner = host ?? holder;
    if (owner !== undefined) parts.set(owner, [...(parts.get(owner) ?? []), part]);
  }
  const carried = new Set([id]);
  for (const each of carried) for (const part of parts.get(each) ?? []) carried.add(part);
  return carried;
}
