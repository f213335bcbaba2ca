import { GrammarUtils, type ValidationAcceptor } from 'langium';
import type { Activity, Statement } from '../generated/ast.ts';

/**
 * `user call "Call the client"` is two steps to the grammar, one without a name and one without its kind; to who typed it, a step
 * with the name `call`. Only a labelled step right behind the bare word is told of: `{ start task end }` means what it says.
 */
export function checkWordAsName(activity: Activity, accept: ValidationAcceptor): void {
  const { name, label, clauses, body } = activity;
  if (name !== undefined || label !== undefined || clauses.length > 0 || body) return;
  const next = follower(activity);
  const word = next && GrammarUtils.findNodeForProperty(next.$cstNode, 'kind');
  const isLabelled = next && 'label' in next && next.label !== undefined && next.name === undefined;
  if (!next || !word || !isLabelled || next.$cstNode?.offset !== word.offset) return;
  const message = `\`${word.text}\` begins another step here. If it is meant as the name of this \`${activity.kind}\`, write it in single quotes: '${word.text}'.`;
  const data = { code: 'word-as-name', suggestion: `'${word.text}'` };
  accept('warning', message, { node: next, range: word.range, code: data.code, data });
}

/** The activity, event or gateway behind it on the same line. */
function follower(
  activity: Activity,
): Extract<Statement, { readonly name?: string; readonly kind: string }> | undefined {
  const statements = activity.$container.$type === 'Block' ? activity.$container.statements : [];
  const next = statements[(activity.$containerIndex ?? -1) + 1];
  if (
    next?.$type !== 'Activity' &&
    next?.$type !== 'Event' &&
    next?.$type !== 'Gateway' &&
    next?.$type !== 'SubProcess'
  )
    return undefined;
  return next.$cstNode?.range.start.line === activity.$cstNode?.range.end.line ? next : undefined;
}
