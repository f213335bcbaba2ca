import { type AstNode, AstUtils, GrammarUtils, type ValidationAcceptor } from 'langium';
import type { Model } from '../generated/ast.ts';
import { idsOf } from '../ids.ts';
import { isXmlName } from '../xml-name.ts';
import { report } from './report.ts';

/** Ids that two elements have, ids that XML would not take, and references to ids that may not last. */
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
  checkFragile(model, accept);
}

/** References to ids that go to another element when the order of the text changes. */
function checkFragile(model: Model, accept: ValidationAcceptor): void {
  const { fragile, idOf } = idsOf(model);
  for (const reference of fragile.size > 0 ? AstUtils.getDocument(model).references : []) {
    const target = 'ref' in reference ? reference.ref : undefined;
    if (!target || !fragile.has(target)) continue;
    // Nodes get their places, and those of their references, when they are asked for them.
    const range = model.$cstNode && reference.$refNode?.range;
    if (!range) continue;
    const message = `Several elements would have the id \`${idOf.get(target)}\`: which one it is depends on their order. Write the id where it is meant.`;
    accept('info', message, { node: model, range, code: 'fragile-id', data: { code: 'fragile-id' } });
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
