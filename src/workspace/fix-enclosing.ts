/** Puts statements of a text into a sub-process. */
import type { AstNode } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import { isBlock, isFlow, isHandler, type Statement } from '../language/index.ts';
import type { ModelChange } from '../lint/index.ts';
import { is } from '../model/index.ts';
import { labelOf } from './fix-made.ts';
import { joinedBy, statementOf, type TextToFix } from './fix-place.ts';
import { isHeld } from './fix-statements.ts';

type Enclose = Extract<ModelChange, { readonly kind: 'enclose' }>;

/** None where the steps are not one run of lines with nothing else among them, or a jump hangs on the last. */
export function enclose(text: TextToFix, { nodes, name, outcome }: Enclose): TextEdit[] | undefined {
  const { place, sourceMap } = text;
  const [first, last] = [nodes[0], nodes.at(-1)];
  const opening = first && statementOf(text, first);
  const closing = last && (joinedBy(text, last) ?? statementOf(text, last));
  const block = opening?.$container;
  if (!opening?.$cstNode || !closing || !isBlock(block) || closing.$container !== block || isHeld(opening))
    return undefined;
  const attached = withAttached(block.statements, closing);
  const closed = attached?.at(-1)?.$cstNode?.end;
  if (closed === undefined) return undefined;
  const stretch = { offset: opening.$cstNode.offset, end: closed };
  const inside = new Set<unknown>(nodes);
  const siblings: unknown = first?.$parent?.get('flowElements');
  const isRun = (Array.isArray(siblings) ? siblings : []).every((one) => {
    const id: unknown = is(one, 'bpmn:FlowNode') ? one.get('id') : undefined;
    const range = typeof id === 'string' ? sourceMap.rangeOf(id) : undefined;
    if (!range) return true;
    const offset = place.textDocument.offsetAt(range.start);
    return inside.has(one) === (offset >= stretch.offset && offset < stretch.end);
  });
  if (!isRun) return undefined;
  const indent = place.indentAt(stretch.offset);
  const said = place.textDocument.getText().slice(stretch.offset, stretch.end);
  const end = `end${labelOf(outcome)}`;
  const lines = ['start', ...place.unindented(stretch).split(/\r?\n/), end].map((line) => line && `  ${line}`);
  const label = labelOf(name);
  const isOneLine = !said.includes('\n');
  const written = isOneLine
    ? `subprocess${label} { start  ${said}  ${end} }`
    : [`subprocess${label} {`, ...lines, '}']
        .map((line, index) => (index > 0 && line ? indent + line : line))
        .join('\n');
  return [place.replace(stretch, written)];
}

/** A statement with what hangs on it; undefined if a jump does, which leads out. */
function withAttached(statements: readonly Statement[], statement: AstNode): readonly AstNode[] | undefined {
  const at = statements.indexOf(statement as Statement);
  const behind = statements.slice(at + 1);
  const next = behind.findIndex(
    (one) => !isHandler(one) && !isFlow(one) && !['Note', 'MessageFlow'].includes(one.$type),
  );
  const attached = next === -1 ? behind : behind.slice(0, next);
  return at === -1 || attached.some(isFlow) ? undefined : [statement, ...attached];
}
