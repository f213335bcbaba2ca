/** Comments in XML, for who looks for words to tools in them. Writing keeps them by itself. */
import type { SourceComment } from '../base/source-comment.ts';
import { ModelObject } from './element-class.ts';
import type { ModelElement } from './model-element.ts';

/** The comments of the file that an element was read from, in its order; none for a new element. */
export function commentsAround(element: ModelElement): SourceComment[] {
  const document = element instanceof ModelObject ? ModelObject.sourceOf(element)?.document : undefined;
  if (!document) return [];
  return document.comments.map(({ text, start, end }) => ({ text: text.trim(), range: document.rangeOf(start, end) }));
}
