import { type AstNode, type CstNode, GrammarUtils, type ValidationAcceptor } from 'langium';
import type { Activity, CaseItem, PlanItem, Statement } from '../generated/ast.ts';
import { linesOf } from '../late-places.ts';

/**
 * `user call "Call the client"` is two steps to the grammar, one without a name and one without its kind; to who typed it, a step
 * with the name `call`. Only a labelled step right behind the bare word is told of: `{ start task end }` means what it says.
 */
export function checkWordAsName(node: Activity | PlanItem, accept: ValidationAcceptor): void {
  const word = wordTakenForName(node);
  if (!word) return;
  const message = `\`${word.text}\` begins another ${node.$type === 'PlanItem' ? 'item' : 'step'} here. If it is meant as the name of this \`${node.kind}\`, write it in single quotes: '${word.text}'.`;
  const data = { code: 'word-as-name', suggestion: `'${word.text}'` };
  accept('warning', message, { node: word.astNode, range: word.range, code: data.code, data });
}

/** The word behind a bare kind that opens another statement, and may be meant as the name of this one. */
export function wordTakenForName(node: Activity | PlanItem): CstNode | undefined {
  const { name, label, clauses, body } = node;
  if (name !== undefined || label !== undefined || clauses.length > 0 || body) return undefined;
  const next = follower(node);
  // `user task pay "Pay"` is what the standard calls it.
  const isNamed = next?.name !== undefined && next.kind !== 'task';
  if (next?.label === undefined || isNamed || !isOnOneLine(node, next)) return undefined;
  const word = GrammarUtils.findNodeForProperty(next.$cstNode, 'kind');
  return word && next.$cstNode?.offset === word.offset ? word : undefined;
}

function isOnOneLine(node: AstNode, next: AstNode): boolean {
  return linesOf(next)?.first === linesOf(node)?.last;
}

/** The activity, event, gateway or plan item behind it. */
function follower(
  node: Activity | PlanItem,
):
  | Extract<Statement | CaseItem, { readonly name?: string; readonly label?: string; readonly kind: string }>
  | undefined {
  const { $container: block, $containerIndex: index = -1 } = node;
  const siblings: readonly (Statement | CaseItem)[] = block.$type === 'CaseBlock' ? block.items : block.statements;
  const next = siblings[index + 1];
  switch (next?.$type) {
    case 'Activity':
    case 'Event':
    case 'Gateway':
    case 'SubProcess':
    case 'PlanItem':
      return next;
    default:
      return undefined;
  }
}
