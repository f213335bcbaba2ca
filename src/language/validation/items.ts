import { GrammarUtils, type ValidationAcceptor } from 'langium';
import { namespaceOf } from '../details/references.ts';
import type { Item } from '../generated/ast.ts';
import { report } from './report.ts';

/** The type behind an item is a name of a schema: its prefix is declared. In double quotes it is taken as it stands. */
export function checkItem(item: Item, accept: ValidationAcceptor): void {
  if (isOfKnownPrefix(item)) return;
  const written = GrammarUtils.findNodeForProperty(item.$cstNode, 'structure')?.text ?? '';
  const colon = written.indexOf(':');
  if (colon < 0 || written.startsWith('"')) return;
  const prefix = written.slice(0, colon).trim();
  if (namespaceOf(item, prefix) !== undefined) return;
  const message = `The prefix \`${prefix}\` is not declared. Write \`namespace ${prefix} "…"\` at the head of the file.`;
  report(accept, 'error', 'unknown-prefix', message, item, { property: 'structure', data: { prefix } });
}

/** Most types are written as they are meant, which is known without the place in the text. */
function isOfKnownPrefix(item: Item): boolean {
  const { structure = '' } = item;
  const colon = structure.indexOf(':');
  return colon < 0 || namespaceOf(item, structure.slice(0, colon)) !== undefined;
}
