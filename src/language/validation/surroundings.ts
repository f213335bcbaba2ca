import type { AstNode } from 'langium';
import {
  type Block,
  type EventSubProcess,
  type InLane,
  isProcess,
  type Lane,
  type Process,
  type Statement,
  type SubProcess,
} from '../generated/ast.ts';

/** What a block is the body of. */
export type BlockOwner = Block['$container'];

/** What a statement's block is the body of, lane blocks left out: the flow ignores them. */
export function ownerOf(statement: Statement | Block): BlockOwner | undefined {
  const block = statement.$type === 'Block' ? statement : (statement.$container as AstNode);
  let owner = block.$type === 'Block' ? (block as Block).$container : undefined;
  while (isLaneBlock(owner)) owner = owner.$container.$container;
  return owner;
}

/** Whether a block is that of a lane: the flow of the block around goes on in it. */
export function isLaneBlock(owner: AstNode | undefined): owner is InLane | Lane {
  return owner?.$type === 'InLane' || owner?.$type === 'Lane';
}

/** What sequence flows cannot leave: the process or sub-process that a node stands in. */
export type FlowScope = Process | SubProcess | EventSubProcess;

/** The process or sub-process whose flow a node is part of. */
export function flowScopeOf(node: AstNode): FlowScope | undefined {
  for (let around = node.$container; around; around = around.$container) {
    if (isFlowScope(around)) return around;
  }
  return undefined;
}

function isFlowScope(node: AstNode): node is FlowScope {
  return isProcess(node) || node.$type === 'SubProcess' || node.$type === 'EventSubProcess';
}

/** A step as a message names it: `check`, or the word it opens with. */
export function shownStep(node: {
  readonly $type: string;
  readonly name?: string;
  readonly label?: string;
  readonly kind?: string;
}): string {
  if (node.label) return `"${node.label.replace(/\s+/g, ' ')}"`;
  return `\`${node.name ?? node.kind ?? (node.$type === 'Handler' ? 'on' : node.$type.toLowerCase())}\``;
}

/** Where a problem of a whole statement is marked: at the word that opens it, not at all its lines. */
export function headOf(statement: { readonly $type: string; readonly kind?: string }): { readonly keyword?: string } {
  const words: Readonly<Record<string, string>> = {
    EventSubProcess: 'event',
    Join: 'join',
    Handler: 'on',
    Lane: 'lane',
  };
  const keyword = words[statement.$type] ?? statement.kind;
  return keyword ? { keyword } : {};
}
