/** What the statements of a block are to each other. */
import type { AstNode } from 'langium';
import {
  isActivity,
  isBranch,
  isEvent,
  isFlow,
  isGateway,
  isHandler,
  isJoin,
  isMessageFlow,
  isNote,
  isSubProcess,
} from '../generated/ast.ts';

/** The statement that handlers and message flows attach to: the last one that is not itself attached to another. */
export function hostOf(before: readonly AstNode[]): AstNode | undefined {
  return before.findLast((statement) => !isAttached(statement));
}

/** Whether a statement belongs to the step or the pool before it. */
export function isAttached(statement: AstNode): boolean {
  return isHandler(statement) || isFlow(statement) || isMessageFlow(statement) || isNote(statement);
}

export function isStep(statement: AstNode): boolean {
  return [isActivity, isEvent, isSubProcess, isGateway, isJoin, isHandler, isBranch].some((is) => is(statement));
}

export function isSend(host: AstNode | undefined): boolean {
  return isActivity(host) && host.kind === 'send';
}
