/** What elements of vendors say, whatever the way in which a file writes them. */
import { createForeignElement, type ForeignElement, foreignAttributes } from '../model/index.ts';
import { expandedName } from './attribute-names.ts';
import { contentOf } from './extensions.ts';

/** A foreign element without the white space that a file has between elements. */
export function compact(element: ForeignElement): ForeignElement {
  const content = contentOf(element).map((part) => (typeof part === 'string' ? part : compact(part)));
  return createForeignElement(element.$descriptor.ns, foreignAttributes(element), content);
}

/** A text that is the same for foreign elements that say the same. */
export function shape(values: unknown): string {
  return JSON.stringify(Array.isArray(values) ? values.map(shapeOf) : []);
}

function shapeOf(element: ForeignElement | string): unknown {
  if (typeof element === 'string') return element;
  const { localName, uri } = element.$descriptor.ns;
  const attributes = [...foreignAttributes(element)]
    .map(([name, text]) => [expandedName(element, name), text] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [uri, localName, attributes, contentOf(element).map(shapeOf)];
}
