/**
 * A plan model, stage or fragment and all in it, innermost first. Needs: the model read. Leaves: sizes, and places relative to the centre of each
 * container. Source: docs/layout.md, "Cases".
 */
import { measureText } from '../../base/text-metrics.ts';
import { holds } from '../route-cost.ts';
import type { LayoutNode } from '../scope.ts';
import { type Block, type CaseContainer, type CaseCriterion, type CaseItem, joined, moveBlock } from './case-sheet.ts';
import type { Connectors } from './connectors.ts';
import { alignExits, placeCriteria } from './criteria.ts';
import { components, type Dependencies, type Dependency, dependenciesOf } from './dependencies.ts';
import { heightIn } from './height-in.ts';
import { itemBlock } from './item-block.ts';
import { pack } from './pack.ts';
import { placeComponent } from './place-component.ts';

export const padding = { side: 40, top: 50, bottom: 40 } as const;
const leastStage = { width: 180, height: 140 } as const;
/** Between heaps of items that do not wait for each other, and between items in a heap. */
const heapGap = 50;
const itemGap = 40;
/** The title of a stage begins right of its slanted corner. */
const titleInset = 30;
const longestTitle = 400;

/** `right`: room at the right for what ends there. */
export interface LeastSize {
  readonly width: number;
  readonly height: number;
  readonly right?: number;
}

/** Gives a container the size of what it holds. @param rest what stands below or beside its items, made when these have their place */
export function placeContainer(
  container: CaseContainer,
  connectors: Connectors,
  rest: (content: Block) => Block = (content) => content,
  leastSize: LeastSize = stageSize(container.title),
): void {
  for (const { inner } of container.items) if (inner) placeContainer(inner, connectors);
  const dependencies = dependenciesOf(container, connectors);
  const aheadOnly = metFromAheadOnly(dependencies);
  for (const item of container.items) arrangeCriteria(item, aheadOnly, connectors);
  const { bounds } = enclose(rest(placeItems(container, dependencies, connectors)), leastSize);
  const { node } = container;
  node.width = bounds.width;
  node.height = bounds.height;
}

/** The criteria of the items of a container that wait only for what stands at the right of them. */
export function metFromAheadOnly({ forward, back }: Dependencies): ReadonlySet<CaseCriterion> {
  const behind = new Set(forward.map(({ criterion }) => criterion));
  return new Set(back.flatMap(({ criterion }) => (criterion && !behind.has(criterion) ? [criterion] : [])));
}

/** @param aheadOnly criteria that are met from the right alone */
export function arrangeCriteria(item: CaseItem, aheadOnly: ReadonlySet<CaseCriterion>, connectors: Connectors): void {
  const { node, criteria, inner } = item;
  if (criteria.length === 0) return;
  const isSource = connectors.from(node).length > 0;
  placeCriteria(
    item,
    (criterion) => {
      const own = connectors.to(criterion.node);
      const fromWithin = own.some(({ flow }) => holds(node, flow.source));
      const isFree = own.length === 0 && !criterion.isEntry;
      const goesOn = connectors.from(criterion.node).length > 0;
      return { fromRight: isFree || aheadOnly.has(criterion), fromWithin, goesOn };
    },
    isSource,
  );
  if (inner)
    alignExits(
      node,
      criteria.filter(({ isEntry }) => !isEntry),
      connectors,
      (source) => heightIn(source, node),
    );
}

/**
 * Items without company in a compact heap at the left, then those that wait for each other; what may be planned by the table at the right, and behind it
 * what only ends the container or one around it: the criteria that wait for it are on the right border.
 */
function placeItems({ node, items }: CaseContainer, { forward, back }: Dependencies, connectors: Connectors): Block {
  const groups = components(items, forward);
  const alone = groups.flatMap((group) => (group.length === 1 ? group : []));
  const enders = alone.filter((item) => isEnder(item, node, connectors));
  const others = alone.filter((item) => !enders.includes(item));
  const heap = pack(others.filter(({ isOfTable }) => !isOfTable).map(itemBlock), itemGap);
  const chains = groups
    .filter((group) => group.length > 1)
    .map((group) => {
      const members = new Set(group);
      const own = ({ from }: Dependency) => members.has(from);
      return placeComponent(group, { forward: forward.filter(own), back: back.filter(own) });
    });
  const table = pack(others.filter(({ isOfTable }) => isOfTable).map(itemBlock), itemGap);
  return inARow([heap, pack(chains, heapGap), table, inAColumn(enders.map(itemBlock))]);
}

/** Whether an item waits for nothing, and all that waits for it is an exit criterion of the container or of one around it. */
function isEnder({ node, criteria }: CaseItem, container: LayoutNode, connectors: Connectors): boolean {
  if (criteria.some((criterion) => connectors.to(criterion.node).length > 0)) return false;
  const own = connectors.from(node).filter(({ kind }) => kind === 'on-part');
  const isAround = (host: LayoutNode | undefined) => host && (host === container || holds(host, container));
  return own.length > 0 && own.every(({ flow }) => isAround(flow.target.host));
}

function inAColumn(blocks: readonly Block[]): Block {
  let y = 0;
  for (const block of blocks) {
    moveBlock(block, -block.bounds.x - block.bounds.width / 2, y - block.bounds.y);
    y += block.bounds.height + itemGap;
  }
  return joined(blocks);
}

function inARow(blocks: readonly Block[]): Block {
  let x = 0;
  const filled = blocks.filter(({ nodes }) => nodes.length > 0);
  for (const block of filled) {
    moveBlock(block, x - block.bounds.x, -block.bounds.y);
    x += block.bounds.width + heapGap;
  }
  return joined(filled);
}

/** Moves the content so that its container, with room around it, has its centre at the origin. */
function enclose(content: Block, least: LeastSize): Block {
  const even = (size: number) => Math.ceil(size / 10) * 10;
  const ownWidth = content.bounds.width + 2 * padding.side + (least.right ?? 0);
  const ownHeight = content.bounds.height + padding.top + padding.bottom;
  const width = even(Math.max(least.width, ownWidth));
  const height = even(Math.max(least.height, ownHeight));
  const { x, y } = content.bounds;
  const left = padding.side + (width - ownWidth) / 2;
  const top = padding.top + (height - ownHeight) / 2;
  moveBlock(content, Math.round(left - width / 2 - x), Math.round(top - height / 2 - y));
  return { nodes: content.nodes, bounds: { x: -width / 2, y: -height / 2, width, height } };
}

function stageSize(title: string | undefined): LeastSize {
  const width = Math.min(longestTitle, measureText(title ?? '', { fontSize: 12 })) + 2 * titleInset;
  return { width: Math.max(leastStage.width, width), height: leastStage.height };
}
