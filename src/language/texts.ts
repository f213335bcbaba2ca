import { type AstNode, AstUtils } from 'langium';
import { type Expression, isExpressionLanguage, isModel } from './generated/ast.ts';

/** The label of an element, its escapes resolved; undefined if it has none. */
export function labelOf(node: object): string | undefined {
  return 'label' in node && typeof node.label === 'string' ? node.label : undefined;
}

/** The documentation of an element, without the indentation of its lines; undefined if it has none. */
export function documentationOf(node: object): string | undefined {
  return 'docs' in node && Array.isArray(node.docs) && typeof node.docs[0] === 'string' ? node.docs[0] : undefined;
}

/** The code of an expression without its quotes; undefined if there is no expression. */
export function expressionText(expression: Expression | undefined): string | undefined {
  return expression?.text;
}

/** The language that an expression is written in: its own, else the file's; undefined where neither says (FEEL then). */
export function languageOf(expression: Expression): string | undefined {
  return expression.language ?? fileLanguage(expression);
}

/** The language that the head of the file declares for its expressions. */
function fileLanguage(node: AstNode): string | undefined {
  const model = AstUtils.findRootNode(node);
  return isModel(model) ? model.header.find(isExpressionLanguage)?.uri : undefined;
}
