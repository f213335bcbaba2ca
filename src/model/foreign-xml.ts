/** Foreign elements as XML text. */
import type { ForeignObject } from './foreign-element.ts';
import { Scope } from './scope.ts';
import { escapeAttribute, escapeText } from './xml-escape.ts';

/**
 * The XML of a foreign element: as it was read, else made of what it holds.
 * @param depth of its indentation; undefined where no white space may be added
 */
export function foreignXml(element: ForeignObject, outer: Scope, depth: number | undefined): string {
  if (element.xml !== undefined) return element.xml;
  const { prefix, uri } = element.$descriptor.ns;
  const isBound = (outer.namespaceOf(prefix) ?? '') === uri;
  const binding: [string, string][] = isBound ? [] : [[prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri]];
  const scope = isBound ? outer : new Scope(outer, new Map([[prefix, uri]]));
  const attributes = [...binding, ...element.attributes].map(([name, text]) => ` ${name}="${escapeAttribute(text)}"`);
  const start = `<${element.$type}${attributes.join('')}`;
  if (element.content.length === 0) return depth === undefined ? `${start}/>` : `${start} />`;
  // White space beside text would be part of the text.
  const isText = depth === undefined || element.content.some((part) => typeof part === 'string');
  const inside = isText ? undefined : depth + 1;
  const parts = element.content.map((part) =>
    typeof part === 'string' ? escapeText(part) : foreignXml(part, scope, inside),
  );
  const end = `</${element.$type}>`;
  if (inside === undefined) return `${start}>${parts.join('')}${end}`;
  const line = `\n${'  '.repeat(inside)}`;
  return `${start}>${parts.map((part) => line + part).join('')}\n${'  '.repeat(inside - 1)}${end}`;
}
