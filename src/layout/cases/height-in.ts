import type { LayoutNode } from '../scope.ts';

/** The height of a node from the centre of what it lies in or on (0 for that itself), before places are those on the sheet. */
export function heightIn(node: LayoutNode, outer: LayoutNode): number {
  let y = 0;
  for (let each: LayoutNode | undefined = node; each && each !== outer; each = each.host ?? each.parent) y += each.y;
  return y;
}
