import type { Bounds } from '../../base/geometry.ts';
import { boundsOf, type LayoutNode } from '../scope.ts';
import { around, type Block, type CaseItem } from './case-sheet.ts';

/** A planning table stands this far above its owner. */
const tableHeight = 17;
/** Between a shape and the text below it, and between an item and its notes. */
const textGap = 4;
const noteGap = 24;

/** An item with its criteria, its text, its planning table and its notes, as they stand now. Notes stand above the item, side by side. */
export function itemBlock({ node, criteria, hasTable, notes }: CaseItem): Block {
  const own = boundsOf(node);
  const boxes: Bounds[] = [
    own,
    ...criteria.map(({ dx, dy, node: { width, height } }) => box(node.x + dx, node.y + dy, width, height)),
  ];
  if (hasTable) boxes.push({ x: node.x - 15, y: own.y - tableHeight, width: 30, height: tableHeight });
  if (node.label) boxes.push(labelBelow(node));
  let [x, top] = [own.x, around(boxes).y - noteGap];
  for (const note of notes) {
    note.x = x + note.width / 2;
    note.y = top - note.height / 2;
    boxes.push(boundsOf(note));
    x += note.width + noteGap;
  }
  return { nodes: [node, ...notes], bounds: around(boxes) };
}

/** The box of the text below a listener or file item. */
export function labelBelow({ x, y, height, label }: LayoutNode): Bounds {
  const { width, height: high } = label ?? { width: 0, height: 0 };
  return { x: x - width / 2, y: y + height / 2 + textGap, width, height: high };
}

function box(x: number, y: number, width: number, height: number): Bounds {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
