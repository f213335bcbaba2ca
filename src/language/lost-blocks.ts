import type { AstNode, LangiumParser, Mutable, ParseResult } from 'langium';
import {
  type Block,
  type Branch,
  type Case,
  type CaseBlock,
  type CaseItem,
  type EventSubProcess,
  type FileItem,
  type Gateway,
  type Handler,
  isModel,
  type Model,
  type PlanItem,
  type Process,
  type Root,
  type ScenarioBlock,
  type Statement,
  type SubProcess,
  type Unknown,
  type UnknownItem,
  type UnknownRoot,
} from './generated/ast.ts';

/**
 * A parser that gives blocks back to their header: where a header is damaged (`stage s "S" autocompl {`, a stray word before the
 * brace), the grammar reads its block as an unknown statement of its own; a header without a block just before is where it belongs.
 */
export function givingBlocksBack(parser: LangiumParser): LangiumParser {
  const parse = parser.parse.bind(parser);
  parser.parse = <T extends AstNode>(...parameters: Parameters<LangiumParser['parse']>): ParseResult<T> => {
    const result = parse<T>(...parameters);
    if (isModel(result.value)) giveBack(result.value);
    return result;
  };
  return parser;
}

function giveBack(model: Model): void {
  for (const isAlone of [true, false]) giveBackCases(model, isAlone);
  for (const [index, root] of model.elements.entries()) {
    if (root.$type !== 'UnknownRoot') continue;
    if (root.scenario) moveLines(root, model.elements[index - 1]);
    if (root.pools) movePools(root, model.elements[index - 1]);
    // A header that goes on with `as pool …` may have lost its `as`: the pool stands between the two then.
    const between = model.elements[index - 1]?.$type === 'Pool' && root.word === undefined;
    const header = model.elements[between ? index - 2 : index - 1];
    if (header?.$type === 'Process' && !header.body) move(root, header);
  }
  for (const root of model.elements) {
    if (root.$type === 'Case') giveBackItems(root.body);
    else if (root.$type !== 'Scenario' && 'body' in root) giveBackIn(root.body);
  }
}

/** @param isAlone blocks without a word before them, which have the better claim, or the others */
function giveBackCases(model: Model, isAlone: boolean): void {
  for (const [index, root] of model.elements.entries()) {
    if (root.$type !== 'UnknownRoot' || !root.items || (root.word === undefined) !== isAlone) continue;
    moveItems(root, caseWithoutBlock(model, index));
  }
}

function giveBackIn(block: Block | undefined): void {
  if (!block) return;
  for (const [index, statement] of block.statements.entries()) {
    const header = block.statements[index - 1];
    if (statement.$type === 'Unknown' && header && lacksItsBlock(header) && isHeaderOf(header, statement))
      move(statement, header);
  }
  for (const statement of block.statements) if ('body' in statement) giveBackIn(statement.body);
}

function giveBackItems(block: CaseBlock | undefined): void {
  if (!block) return;
  for (const [index, item] of block.items.entries()) {
    if (item.$type === 'UnknownItem' && item.body) moveItems(item, itemWithoutBlock(block.items, index));
  }
  for (const item of block.items) if ('body' in item) giveBackItems(item.body);
}

/**
 * The item that a block belongs to: the one before it, or before words without a meaning. Words above the brace that stand deeper
 * than a stage are half a clause of it.
 */
function itemWithoutBlock(items: readonly CaseItem[], index: number): FileItem | PlanItem | undefined {
  const block = items[index];
  if (block?.$type !== 'UnknownItem') return undefined;
  const header = items.slice(0, index).findLast((item) => item.$type !== 'UnknownItem' || item.body);
  if (!header || !mayHaveBlock(header) || header.body) return undefined;
  const lacksOne = header.$type === 'PlanItem' && (header.kind === 'stage' || header.kind === 'fragment');
  return (lacksOne && goesOn(header, block)) || isHeaderOf(header, block) ? header : undefined;
}

/** Whether words stand deeper than a header, and above the brace. */
function goesOn(header: AstNode, { $cstNode, body }: UnknownItem): boolean {
  const [outer, words, brace] = [header.$cstNode, $cstNode, body?.$cstNode].map((node) => node?.range.start);
  return outer && words && brace ? words.character > outer.character && words.line < brace.line : false;
}

function mayHaveBlock(item: CaseItem): item is FileItem | PlanItem {
  return item.$type === 'FileItem' || item.$type === 'PlanItem';
}

/** The case that a block belongs to: the last one before it, if it has none and only words without a meaning are between. */
function caseWithoutBlock(model: Model, index: number): Case | undefined {
  const header = model.elements.slice(0, index).findLast((root) => root.$type !== 'UnknownRoot' || root.body);
  return header?.$type === 'Case' && !header.body ? header : undefined;
}

function moveItems(from: UnknownItem | UnknownRoot, to: Case | FileItem | PlanItem | undefined): void {
  const body: Mutable<CaseBlock> | undefined = from.$type === 'UnknownRoot' ? from.items : from.body;
  if (!body || !to) return;
  to.body = body;
  if (from.$type === 'UnknownRoot') from.items = undefined;
  else from.body = undefined;
  body.$container = to;
}

function moveLines(from: UnknownRoot, to: Root | undefined): void {
  const body: Mutable<ScenarioBlock> | undefined = from.scenario;
  if (!body || to?.$type !== 'Scenario' || to.body) return;
  to.body = body;
  from.scenario = undefined;
  body.$container = to;
}

function movePools(from: UnknownRoot, to: Root | undefined): void {
  if (!from.pools || to?.$type !== 'Collaboration' || to.members.length > 0) return;
  const { extensions, members } = from.pools;
  to.extensions.push(...extensions);
  to.members.push(...members);
  for (const node of [...extensions, ...members] as Mutable<AstNode>[]) node.$container = to;
  from.pools = undefined;
}

type WithBlock = SubProcess | EventSubProcess | Gateway | Handler | Branch;
const WITH_BLOCK = new Set(['SubProcess', 'EventSubProcess', 'Gateway', 'Handler', 'Branch']);

/** Statements that usually have a block. */
function lacksItsBlock(statement: Statement): statement is WithBlock {
  return WITH_BLOCK.has(statement.$type) && !(statement as WithBlock).body;
}

/** A statement of its own would begin on a line of its own. */
function isHeaderOf(header: AstNode, { $cstNode, word }: Unknown | UnknownItem): boolean {
  return word === undefined || header.$cstNode?.range.end.line === $cstNode?.range.start.line;
}

function move(from: Unknown | UnknownRoot, to: WithBlock | Process): void {
  const body: Mutable<Block> | undefined = from.body;
  if (!body) return;
  to.body = body;
  from.body = undefined;
  body.$container = to;
}
