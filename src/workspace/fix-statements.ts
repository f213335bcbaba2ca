/** Takes statements out of a text, or puts a jump in their place. */
import { type AstNode, CstUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import { isBlock, isBranch, isFlow, isHandler, isInLane, isJoin, quotedId, type Statement } from '../language/index.ts';
import type { ModelElement } from '../model/index.ts';
import { jumpsTo, nameInText, statementOf, type TextToFix } from './fix-place.ts';

/** A statement with its documentation, on its lines; comments in it stay where it was. */
export function removeStatement(text: TextToFix, statement: AstNode): TextEdit[] | undefined {
  const cst = statement.$cstNode;
  // What a bare lane holds goes with the lane's words; what is jumped to is where the jumps lead.
  if (!cst || isHeld(statement) || (isJoin(statement) && jumpsTo(text, statement).length > 0)) return undefined;
  // A way is not the steps that it leads to.
  if (isBranch(statement) && statement.body?.statements.some((one) => !isFlow(one))) return undefined;
  const comments = commentsIn(statement);
  const last = jumpsBehind(statement).at(-1)?.$cstNode;
  if (last) {
    const whole = { offset: cst.offset, end: last.end };
    // A comment among them would go too.
    const isPlain = !/\/\/|\/\*/.test(text.place.textDocument.getText().slice(whole.offset, whole.end));
    return isPlain ? [text.place.remove(whole)] : undefined;
  }
  if (comments.length === 0) return [text.place.remove(cst)];
  return [text.place.replace(cst, comments.join(`\n${text.place.indentAt(cst.offset)}`))];
}

/** The jumps that leave from a statement: they go with it. */
function jumpsBehind(statement: AstNode): Statement[] {
  const around = statement.$container;
  if (!isBlock(around)) return [];
  const behind = around.statements.slice(around.statements.indexOf(statement as Statement) + 1);
  const end = behind.findIndex((one) => !isFlow(one));
  return end < 0 ? behind : behind.slice(0, end);
}

/** A jump to another step in the place of a statement; a block that holds nothing else makes way for it. */
export function leadOn(text: TextToFix, statement: AstNode, target: ModelElement): TextEdit[] | undefined {
  const to = statementOf(text, target);
  const name = to && nameInText(to);
  const around = statement.$container;
  if (!to || name === undefined || !isBlock(around) || isHeld(statement) || commentsIn(statement).length > 0)
    return undefined;
  const { statements } = around;
  const at = statements.indexOf(statement as Statement);
  const next = statements[at + 1];
  // What stands behind it is about it.
  if (next && (isFlow(next) || next.$type === 'Note' || next.$type === 'MessageFlow')) return undefined;
  const isAlone = statements.length === 1 && commentsIn(around).length === 0;
  const cst = (isAlone ? around : statement).$cstNode;
  // Behind a handler the jump would be the handler's.
  const own = statements
    .slice(0, at)
    .findLast((one) => !isFlow(one) && one.$type !== 'Note' && one.$type !== 'MessageFlow');
  if (isHandler(own) && !isAlone) return undefined;
  return cst && [text.place.replace(cst, `-> ${quotedId(name, statement)}`)];
}

/** Whether a statement belongs to an `in lane` without a block before it. */
export function isHeld(statement: AstNode): boolean {
  const around = statement.$container;
  if (!isBlock(around)) return false;
  const before = around.statements[around.statements.indexOf(statement as Statement) - 1];
  return isInLane(before) && !before.body;
}

/** The comments in a node, as they stand there. */
export function commentsIn(node: AstNode): string[] {
  const { $cstNode } = node;
  if (!$cstNode) return [];
  return CstUtils.flattenCst($cstNode)
    .filter(({ tokenType, hidden }) => hidden && tokenType.name.endsWith('COMMENT'))
    .map(({ text }) => text)
    .toArray();
}
