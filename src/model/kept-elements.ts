import { ModelObject } from './element-class.ts';
import type { ForeignElement, ModelElement } from './model-element.ts';
import { parseForeign } from './read-foreign.ts';

/** The elements inside one that was read which the standard does not have there: they are kept as they are, and this says what they are. */
export function keptElements(element: ModelElement): readonly ForeignElement[] {
  const source = element instanceof ModelObject ? ModelObject.sourceOf(element) : undefined;
  if (!source) return [];
  const found: ForeignElement[] = [];
  for (const part of source.parts) {
    if (part.property || part.end <= part.start) continue;
    const xml = source.document.text.slice(part.start, part.end);
    const foreign = parseForeign(xml, (prefix) => source.namespaceOf(prefix));
    if (foreign) found.push(foreign);
  }
  return found;
}
