import { type AstNode, AstUtils } from 'langium';
import { isInLane, isLane, isProcess } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import type { LaneNode } from '../named-nodes.ts';

/** Whether a statement speaks of a lane: declares it, or says that something stands in it. */
export function isLaneNode(node: AstNode): node is LaneNode {
  return isLane(node) || isInLane(node);
}

/** All statements of the process that speak of the same lane, in the order of the text; any other element alone. */
export function sameLane(element: AstNode): AstNode[] {
  const process = AstUtils.getContainerOfType(element, isProcess);
  if (!process || !isLaneNode(element)) return [element];
  const id = idOf(element);
  return AstUtils.streamAllContents(process)
    .filter((node) => isLaneNode(node) && idOf(node) === id)
    .toArray();
}
