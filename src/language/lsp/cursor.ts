import { type AstNode, type CstNode, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { Position } from '../../base/range.ts';
import type { Place } from '../construct.ts';
import {
  type Block,
  type CaseBlock,
  type Collaboration,
  type Extension,
  isBlock,
  isCaseBlock,
  isCollaboration,
  isGateway,
  isInLane,
  isLane,
  isModel,
  isScenarioBlock,
  isSubProcess,
  type Model,
  type ScenarioBlock,
} from '../generated/ast.ts';

/** What holds statements. */
type Holder = Model | Block | CaseBlock | ScenarioBlock | Collaboration;

/** Where a caret stands, as completion needs to know it. */
export interface Cursor {
  readonly offset: number;
  /** Offset of the word that is being typed; `offset` where none is. */
  readonly wordStart: number;
  /** What is typed of that word. */
  readonly word: string;
  /** The word or sign before that on the same line, blanks left out; empty where there is none. */
  readonly wordBefore: string;
  /** Whether a statement may open here: at a line's start, after a brace or a documentation, after `in lane`. */
  readonly opensStatement: boolean;
  /** Whether the block at the caret was opened on its line. */
  readonly isInLine: boolean;
  readonly place: Place;
  /** What holds the statement at the caret. */
  readonly holder: AstNode;
  /** The statements before the caret in the block it stands in, in the order of the text. */
  readonly before: readonly AstNode[];
  /** Whether the rest of the line is empty, so that a snippet spoils nothing. */
  readonly lineEndsHere: boolean;
}

/** Where `position` stands; `undefined` inside a string, an expression, a documentation or a comment. */
export function cursorAt(document: LangiumDocument<AstNode>, position: Position): Cursor | undefined {
  const root = document.parseResult.value;
  const text = document.textDocument.getText();
  const offset = document.textDocument.offsetAt(position);
  if (!isModel(root) || isInLiteral(root.$cstNode, offset)) return undefined;
  const word = /(?:'[^'\r\n]*|[\p{L}\p{M}\p{N}_-]*)$/u.exec(lineBefore(text, offset))?.[0] ?? '';
  const wordStart = offset - word.length;
  const { holder, before } = innermostHolder(root, text, wordStart);
  return {
    offset,
    wordStart,
    word,
    wordBefore: /(?:<->|->|~>|--|[,:.]|[^\s,:.]+)(?=\s*$)/.exec(lineBefore(text, wordStart))?.[0] ?? '',
    opensStatement: opensStatement(lineBefore(text, wordStart)),
    isInLine: isOnLine(holder, text, wordStart),
    place: placeOf(holder),
    holder,
    before,
    lineEndsHere: /^[^\S\r\n]*(?:\}[^\S\r\n]*)*(?:\r|\n|$)/.test(text.slice(offset)),
  };
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** Tokens in which nothing is proposed; the unclosed ones still hold a caret at their end. */
function isInLiteral(root: CstNode | undefined, offset: number): boolean {
  const leaf = root && offset > 0 ? CstUtils.findLeafNodeAtOffset(root, offset - 1) : undefined;
  if (!leaf || leaf.offset >= offset) return false;
  const kind = /^(OPEN_)?(STRING|EXPR|FENCE|DOC|BLOCK_COMMENT|LINE_COMMENT)$/.exec(leaf.tokenType.name);
  if (!kind) return false;
  return leaf.end > offset || kind[1] !== undefined || kind[2] === 'LINE_COMMENT' || !isClosed(leaf.text);
}

function isClosed(text: string): boolean {
  return /^("""|```|\/\*|"|`)/.test(text) && text.length > 1 && /("""|```|\*\/|"|`)$/.test(text);
}

const NAME = String.raw`(?:[\p{L}_][\p{L}\p{M}\p{N}_-]*|'[^']*')`;
const AFTER_LANE = new RegExp(String.raw`(?:^|[\s{}])in\s+(?:${NAME}(?:\s+"[^"]*")?|"[^"]*")\s+$`, 'u');

function opensStatement(line: string): boolean {
  return /(?:^|[{}]|"""|\*\/)\s*$/.test(line) || AFTER_LANE.test(line);
}

function isOnLine(holder: Holder, text: string, offset: number): boolean {
  const opened = isModel(holder) ? undefined : holder.$cstNode?.offset;
  return opened !== undefined && opened > text.lastIndexOf('\n', offset - 1);
}

/** Where the last statement before `offset` begins, and what opens a block of the kind that it stands in. */
export interface LocalContext {
  readonly start: number;
  readonly around: string;
}

/**
 * A short text that goes on as the file does at `offset`: what `around` says, then the file from `start` on. What may follow is
 * decided by it alone, so that a long file is not read from its beginning at every letter.
 */
export function localContext(root: Model, text: string, offset: number): LocalContext {
  const { holder, before } = innermostHolder(root, text, offset);
  const around = isModel(holder) ? '' : `${WORD_AROUND[holder.$type]} { `;
  const last =
    before.at(-1) ?? extensionsAtHead(holder).findLast(({ $cstNode }) => $cstNode && $cstNode.offset < offset);
  return { start: last?.$cstNode?.offset ?? offset, around };
}

/** A word whose block takes what a holder takes. */
const WORD_AROUND = {
  Block: 'process',
  CaseBlock: 'case',
  ScenarioBlock: 'scenario',
  Collaboration: 'collaboration',
} as const;

/** The innermost block that is open at `offset`, and its statements before. */
function innermostHolder(root: Model, text: string, offset: number): { holder: Holder; before: AstNode[] } {
  let holder: Holder = root;
  for (;;) {
    const before: AstNode[] = statementsOf(holder).filter(
      (statement) => (statement.$cstNode?.offset ?? offset) < offset,
    );
    const inner = holderIn(before.at(-1));
    if (!inner || !isOpenAt(inner, text, offset)) return { holder, before };
    holder = inner;
  }
}

function statementsOf(holder: Holder): readonly AstNode[] {
  if (isModel(holder)) return [...holder.header, ...holder.elements];
  if (isBlock(holder)) return holder.statements;
  if (isScenarioBlock(holder)) return holder.lines;
  return isCaseBlock(holder) ? holder.items : holder.members;
}

/** What vendors say at the head of a block. */
function extensionsAtHead(holder: Holder): readonly Extension[] {
  return isBlock(holder) || isCaseBlock(holder) ? holder.extensions : [];
}

function holderIn(statement: AstNode | undefined): Holder | undefined {
  if (isCollaboration(statement)) return statement;
  if (!statement || !('body' in statement)) return undefined;
  const { body } = statement;
  return isBlock(body) || isCaseBlock(body) || isScenarioBlock(body) ? body : undefined;
}

/** Whether the braces of `holder` are around `offset`. A block without a closing brace reaches as far as its indentation. */
function isOpenAt(holder: Holder, text: string, offset: number): boolean {
  const open = GrammarUtils.findNodesForKeyword(holder.$cstNode, '{').at(-1);
  if (!open || open.offset >= offset) return false;
  const close = GrammarUtils.findNodesForKeyword(holder.$cstNode, '}').find((brace) => brace.offset > open.offset);
  if (close) return close.offset >= offset;
  const here = lineBefore(text, offset);
  const sameLine = !text.slice(open.end, offset).includes('\n');
  return sameLine || here.trim() !== '' || indentation(here) > indentation(lineBefore(text, open.offset));
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}

/** What may stand in `holder`. A lane's block takes what the block around it takes. */
function placeOf(holder: Holder): Place {
  if (isModel(holder)) return holder.elements.length > 0 ? 'root' : 'head';
  if (isCollaboration(holder)) return 'collaboration';
  if (isCaseBlock(holder)) return placeInCase(holder);
  if (isScenarioBlock(holder)) return 'scenario';
  const owner = holder.$container;
  if (isLane(owner)) return 'lane';
  if (isInLane(owner)) return placeOf(owner.$container);
  if (isGateway(owner)) return owner.kind === 'parallel' || owner.kind === 'race' ? owner.kind : 'choice';
  if (isSubProcess(owner) && owner.kind === 'adhoc') return 'adhoc';
  return ['Process', 'SubProcess', 'EventSubProcess', 'UnknownRoot'].includes(owner.$type) ? 'process' : 'flow';
}

function placeInCase({ $container: owner }: CaseBlock): Place {
  if (owner.$type === 'Case') return 'case';
  if (owner.$type === 'FileItem') return 'files';
  return owner.$type === 'PlanItem' && owner.kind === 'human' ? 'table' : 'stage';
}
