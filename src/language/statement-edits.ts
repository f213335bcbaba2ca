/** Edits that put a statement into a block, on a line of its own where the block has lines. */
import { type AstNode, GrammarUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import type { EditPlace, Stretch } from './edit-place.ts';
import {
  type Block,
  type CaseBlock,
  type CaseItem,
  type Detail,
  isDetail,
  type ScenarioBlock,
  type Statement,
} from './generated/ast.ts';

/** One step of indentation, as the formatter makes it by default. */
const UNIT = '  ';

/** The lines of a block. */
function linesOf(block: Block | CaseBlock): readonly (Statement | CaseItem)[] {
  return block.$type === 'Block' ? block.statements : block.items;
}

/** Puts `text` at the head of a block, behind what vendors say there. */
export function insertFirst(
  place: EditPlace,
  block: Block | CaseBlock | ScenarioBlock,
  text: string,
): TextEdit | undefined {
  const brace = GrammarUtils.findNodeForKeyword(block.$cstNode, '{');
  if (!brace) return undefined;
  const [line] = block.$type === 'ScenarioBlock' ? block.lines : linesOf(block);
  const vendors = block.$type === 'ScenarioBlock' ? undefined : block.extensions.at(-1)?.$cstNode;
  const before = vendors ?? brace;
  // The first line of the block, from which on others stand.
  const first = line?.$cstNode ?? vendors;
  if (!first || place.sameLine((line ? before : brace).end, first.offset)) {
    const close = GrammarUtils.findNodeForKeyword(block.$cstNode, '}');
    const tight = close && close.offset === before.end ? ' ' : '';
    return place.insert(before.end, ` ${oneLine(text)}${tight}`);
  }
  return place.insert(place.endOfLine(before.end), onLine(text, place.indentAt(first.offset)));
}

/** Puts `text` at the end of a block. */
export function insertLast(place: EditPlace, block: Block | CaseBlock, text: string): TextEdit | undefined {
  const last = linesOf(block).at(-1);
  return last ? insertAfter(place, last, text) : insertFirst(place, block, text);
}

/** Puts `text` before a statement, and before its documentation. */
export function insertBefore(place: EditPlace, statement: Statement | CaseItem, text: string): TextEdit | undefined {
  const node = statement.$cstNode;
  if (!node) return undefined;
  const indent = place.indentAt(node.offset);
  const before = place.textDocument.getText().slice(0, node.offset);
  return place.insert(node.offset, before.endsWith(`\n${indent}`) ? `${text}\n${indent}` : `${oneLine(text)} `);
}

/** Puts `text` behind a statement. */
export function insertAfter(place: EditPlace, statement: Statement | CaseItem, text: string): TextEdit | undefined {
  const node = statement.$cstNode;
  if (!node) return undefined;
  const lineEnd = place.endOfLine(node.end);
  if (!place.endsLine(node.end)) return place.insert(node.end, ` ${oneLine(text)}`);
  return place.insert(lineEnd, onLine(text, place.indentAt(headOffset(statement, node.offset))));
}

/** A fact of `with`, with the braces that hold nothing else, and then the word. */
export function withItsBraces(detail: Detail, cst: Stretch): Stretch {
  const around = detail.$container;
  const [open, close] = ['{', '}'].map((brace) => GrammarUtils.findNodeForKeyword(around.$cstNode, brace));
  const text = around.$cstNode?.root.fullText.slice(open?.end, close?.offset).trim();
  if (!open || !close || text !== detail.$cstNode?.text) return cst;
  if (isDetail(around)) {
    const isNamed = around.name !== undefined || around.label !== undefined;
    return isNamed || !around.$cstNode ? cst : withItsBraces(around, around.$cstNode);
  }
  const word = GrammarUtils.findNodeForKeyword(around.$cstNode, 'with');
  return word ? { offset: word.offset, end: close.end } : cst;
}

/** A block for what stands at `offset`, with its lines indented below. */
export function blockText(place: EditPlace, offset: number, lines: readonly string[]): string {
  const indent = place.indentAt(offset);
  return ` {\n${lines.map((line) => `${indent}${UNIT}${line}`).join('\n')}\n${indent}}`;
}

/** Puts statements into the block of a new one, on lines of their own where they have lines. */
export function wrap(place: EditPlace, { offset, end }: Stretch, header: string): TextEdit[] {
  const indent = place.indentAt(offset);
  const text = place.textDocument.getText();
  const opensLine = text.slice(0, offset).endsWith(`\n${indent}`);
  if (!opensLine || place.sameLine(offset, end)) return [place.insert(offset, `${header} { `), place.insert(end, ' }')];
  const lines = [...text.slice(offset, end).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => offset + index + 1);
  return [
    place.insert(offset, `${header} {\n${indent}${UNIT}`),
    ...lines.map((line) => place.insert(line, UNIT)),
    place.insert(end, `\n${indent}}`),
  ];
}

/** Handlers and jumps stand deeper than their step, and what follows them stands where the step does. */
function headOffset(statement: Statement | CaseItem, offset: number): number {
  const attached = new Set<string>(['Handler', 'Flow', 'MessageFlow', 'Note']);
  const siblings: readonly AstNode[] = linesOf(statement.$container as Block | CaseBlock);
  const before = siblings.slice(0, siblings.indexOf(statement) + 1);
  return before.findLast((one) => !attached.has(one.$type))?.$cstNode?.offset ?? offset;
}

function onLine(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => `\n${indent}${line}`)
    .join('');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
