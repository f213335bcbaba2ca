/** What has changed in the attributes of an element since it was read, as changes of its start tag. */
import type { ModelObject } from './element-class.ts';
import type { Scope } from './scope.ts';
import { attributePairs, type Source } from './source.ts';
import { eachAttributeOf } from './start-tag.ts';
import type { Change } from './text-changes.ts';
import { escapeAttribute } from './xml-escape.ts';

/** One attribute in a start tag, with the white space before it. */
const ATTRIBUTE = /\s*([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/** Each attribute keeps its place and its quotes' place; new ones come behind the last, an id first of all. */
export function startTagChanges(element: ModelObject, source: Source, scope: Scope): Change[] {
  const written = new Map(scope.added);
  eachAttributeOf(element, scope, (name, value) => written.set(name, value));
  // Attributes may have needed further prefixes.
  for (const [name, uri] of scope.added) written.set(name, uri);
  const read = attributePairs(source);
  const isSame = read.length === written.size && read.every(([name, value]) => written.get(name) === value);
  if (isSame) return [];
  const tagEnd = source.start + 1 + source.tag.length;
  const changes: Change[] = [];
  const values = new Map(read);
  let last = tagEnd;
  for (const match of source.document.text.slice(tagEnd, source.end).matchAll(ATTRIBUTE)) {
    const [whole, name = '', quoted = ''] = match;
    last = tagEnd + match.index + whole.length;
    const value = written.get(name);
    if (value === undefined) changes.push({ start: tagEnd + match.index, end: last, text: '' });
    else if (value !== values.get(name))
      changes.push({ start: last - quoted.length, end: last, text: `"${escapeAttribute(value)}"` });
  }
  for (const [name, value] of written) {
    if (values.has(name)) continue;
    const at = name === 'id' ? tagEnd : last;
    changes.push({ start: at, end: at, text: ` ${name}="${escapeAttribute(value)}"` });
  }
  return changes;
}
