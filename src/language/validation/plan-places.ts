/** Where the model keeps what a line of a plan makes (CMMN 1.1, 5.4): text nests more than the standard does. */
import type { AstNode } from 'langium';
import { type Case, isCase, isPlanItem, type PlanItem } from '../generated/ast.ts';

/** What holds plan items and their sentries: a case, a stage or a fragment. */
export function containerOf(item: PlanItem): Case | PlanItem | undefined {
  return around(item, ['stage', 'fragment']);
}

/** What holds the definitions of items: a fragment has none of its own. */
export function stageOf(item: PlanItem): Case | PlanItem | undefined {
  return around(item, ['stage']);
}

/** What holds the planning table that a discretionary item is in. */
export function tableOwnerOf(item: PlanItem): Case | PlanItem | undefined {
  return around(item, ['stage', 'human']);
}

/** Whether one node is somewhere in the other. */
export function isAround(outer: AstNode, inner: AstNode): boolean {
  for (let at = inner.$container; at; at = at.$container) if (at === outer) return true;
  return false;
}

function around(item: PlanItem, kinds: readonly PlanItem['kind'][]): Case | PlanItem | undefined {
  for (let at: AstNode | undefined = item.$container; at; at = at.$container) {
    if (isCase(at) || (isPlanItem(at) && kinds.includes(at.kind))) return at;
  }
  return undefined;
}
