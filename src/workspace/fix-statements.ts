/** Takes statements out of a text. */
import { type AstNode, CstUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import type { TextToFix } from './fix-place.ts';

const LINE_END = /\r?\n/;

/** A statement with its documentation, on its lines; comments in it stay where it was. */
export function removeStatement({ place }: TextToFix, statement: AstNode): TextEdit[] | undefined {
  const cst = statement.$cstNode;
  if (!cst) return undefined;
  const comments = CstUtils.flattenCst(cst)
    .filter(({ tokenType, hidden }) => hidden && tokenType.name.endsWith('COMMENT'))
    .map(({ text }) => text)
    .toArray();
  if (comments.length === 0) return [place.remove(cst)];
  const lineEnd = LINE_END.exec(place.textDocument.getText())?.[0] ?? '\n';
  return [place.replace(cst, comments.join(`${lineEnd}${place.indentAt(cst.offset)}`))];
}
