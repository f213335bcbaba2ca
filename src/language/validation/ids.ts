import { type AstNode, GrammarUtils, type ValidationAcceptor } from 'langium';
import type { Model } from '../generated/ast.ts';
import { idsOf } from '../ids.ts';
import { isXmlName } from '../xml-name.ts';
import { report } from './report.ts';

/** Ids that two elements have, and ids that XML would not take. */
export function checkIds(model: Model, accept: ValidationAcceptor): void {
  const { duplicates, idOf } = idsOf(model);
  for (const { node, first } of duplicates) {
    const id = nameOf(node);
    const line = (first.$cstNode?.range.start.line ?? 0) + 1;
    const message = `The id \`${id}\` is taken by line ${line}. Ids are unique in a file: choose another.`;
    at(node, 'duplicate-id', message, accept);
  }
  for (const node of idOf.keys()) {
    const id = nameOf(node);
    if (id === undefined || isXmlName(id)) continue;
    const message = `'${id}' is no id: an id begins with a letter or \`_\` and goes on with letters, digits, \`-\`, \`_\` or \`.\`.`;
    at(node, 'invalid-id', message, accept);
  }
}

function nameOf(node: AstNode): string | undefined {
  return 'name' in node && typeof node.name === 'string' ? node.name : undefined;
}

function at(node: AstNode, code: string, message: string, accept: ValidationAcceptor): void {
  const range = GrammarUtils.findNodeForProperty(node.$cstNode, 'name')?.range;
  if (range) accept('error', message, { node, range, code, data: { code } });
  else report(accept, 'error', code, message, node);
}
