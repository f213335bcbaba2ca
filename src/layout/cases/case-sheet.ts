/**
 * What the passes for cases work on. Shapes are nodes as those of processes, so that the same router leads connectors round them: criteria
 * are `gateway` nodes on their host, listeners `event`, file items `data`. Positions are centres in px, relative to the centre of the
 * container until the sheet is settled.
 */
import type { Bounds } from '../../base/geometry.ts';
import type { Cmmn } from '../../model/index.ts';
import type { Side } from '../ports.ts';
import type { Flow, LayoutNode } from '../scope.ts';
import type { Connectors } from './connectors.ts';

export interface CaseCriterion {
  readonly element: Cmmn.EntryCriterion | Cmmn.ExitCriterion;
  readonly isEntry: boolean;
  readonly node: LayoutNode;
  side: Side;
  /** From the centre of its host. */
  dx: number;
  dy: number;
}

/** A plan item or discretionary item. */
export interface CaseItem {
  readonly element: Cmmn.PlanItem | Cmmn.DiscretionaryItem;
  readonly node: LayoutNode;
  readonly criteria: CaseCriterion[];
  readonly hasTable: boolean;
  /** A stage or fragment that is drawn with what it holds. */
  readonly inner?: CaseContainer;
  readonly isCollapsed: boolean;
  /** Notes on this item: they stand above it. */
  readonly notes: LayoutNode[];
  /** Discretionary by the table of its container, and not by that of a task. */
  readonly isOfTable: boolean;
}

/** The plan model, a stage or a fragment. */
export interface CaseContainer {
  readonly node: LayoutNode;
  readonly title: string | undefined;
  readonly items: CaseItem[];
}

/** A case plan model with all in it. */
export interface CasePlan {
  readonly element: Cmmn.Stage;
  readonly container: CaseContainer;
  readonly criteria: CaseCriterion[];
  readonly files: LayoutNode[];
  /** Notes on the plan itself, or on what has no place of its own. */
  readonly notes: LayoutNode[];
}

/** A line to draw: an on-part to a criterion, a task to what may be planned for it, or an association. */
export interface CaseConnector {
  /** Of an association its id, else `source->target`, with `#2` for the second between the two: what its pin goes by. */
  readonly key: string;
  readonly flow: Flow;
  readonly kind: 'on-part' | 'discretionary' | 'association';
  readonly element: Cmmn.CMMNElement | undefined;
  /** What the line begins and ends at in the model. */
  readonly source: Cmmn.CMMNElement;
  readonly target: Cmmn.CMMNElement;
  readonly showsEvent: boolean;
}

export interface CaseSheet {
  readonly plans: CasePlan[];
  readonly connectors: Connectors;
  /** All that is drawn as a shape, containers first. */
  readonly shapes: (readonly [Cmmn.CMMNElement, LayoutNode])[];
  /** Notes that belong to no plan. */
  readonly loose: LayoutNode[];
}

/** Nodes that are placed together, and the box around them with their texts and criteria. */
export interface Block {
  readonly nodes: readonly LayoutNode[];
  bounds: Bounds;
}

export function moveBlock(block: Block, dx: number, dy: number): void {
  for (const node of block.nodes) {
    node.x += dx;
    node.y += dy;
  }
  const { x, y, width, height } = block.bounds;
  block.bounds = { x: x + dx, y: y + dy, width, height };
}

/** Several blocks as one. */
export function joined(blocks: readonly Block[]): Block {
  return { nodes: blocks.flatMap(({ nodes }) => nodes), bounds: around(blocks.map(({ bounds }) => bounds)) };
}

/** The box around boxes; empty at the origin if there are none. */
export function around(boxes: readonly Bounds[]): Bounds {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  const x = least(boxes.map((box) => box.x));
  const y = least(boxes.map((box) => box.y));
  return {
    x,
    y,
    width: most(boxes.map((box) => box.x + box.width)) - x,
    height: most(boxes.map((box) => box.y + box.height)) - y,
  };
}
