/** Changes elements of other namespaces, which are read-only, by putting others in their places. */
import { ModelObject } from './element-class.ts';
import { ForeignObject } from './foreign-element.ts';
import { foreignXml } from './foreign-xml.ts';
import type { ModelElement } from './model-element.ts';
import { parseForeign } from './read-foreign.ts';
import { Scope } from './scope.ts';
import { wholeLines } from './text-changes.ts';
import { escapeAttribute } from './xml-escape.ts';

/** What to say in an attribute of a foreign element, by its qualified name; without it the element is taken out. */
export interface ForeignChange {
  readonly attribute?: { readonly name: string; readonly value: string };
}

/**
 * Changes a foreign element in what holds extensions; all else of its XML stays as it was. Does nothing where the path leads nowhere.
 * @param path the index of the outermost one among the values of `holder`, then among the children of that, and so on
 */
export function changeForeign(holder: ModelElement, path: readonly number[], change: ForeignChange): void {
  const values = holder.get('values');
  const [first = -1, ...inner] = path;
  const old: unknown = Array.isArray(values) ? values[first] : undefined;
  if (!Array.isArray(values) || !(old instanceof ForeignObject)) return;
  if (inner.length === 0 && !change.attribute) {
    values.splice(first, 1);
    return;
  }
  const source = holder instanceof ModelObject ? ModelObject.sourceOf(holder) : undefined;
  const xml = changedXml(old.xml ?? foreignXml(old, new Scope(), undefined), inner, change);
  const made = parseForeign(xml, (prefix) => source?.namespaceOf(prefix));
  if (!made) return;
  made.$parent = holder;
  values[first] = made;
  const part = source?.parts.find(({ element }) => element === old);
  if (!part) return;
  part.element = made;
  part.changed = xml;
}

/** What may stand in well-formed XML: comments and the like, and tags, whose names are kept. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)[^\s>/]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(\/?)>/g;

/** @param path within the element that the XML is */
function changedXml(xml: string, path: readonly number[], { attribute }: ForeignChange): string {
  const wanted = [0, ...path].join(' ');
  // The path of what is open, and at its end the index of the next element in it.
  const at = [0];
  let start = -1;
  for (const { 0: markup, 1: isEnd, 2: isSingle, index } of xml.matchAll(MARKUP)) {
    if (isEnd === undefined) continue;
    if (isEnd) at.pop();
    else if (at.join(' ') === wanted) {
      if (attribute) return xml.slice(0, index) + withAttribute(markup, attribute) + xml.slice(index + markup.length);
      start = index;
    }
    const isOver = isEnd !== '' || isSingle !== '';
    if (isOver && start >= 0 && at.join(' ') === wanted) {
      const gone = wholeLines(xml, start, index + markup.length);
      return xml.slice(0, gone.start) + xml.slice(gone.end);
    }
    if (isOver) at.push((at.pop() ?? 0) + 1);
    else at.push(0);
  }
  return xml;
}

function withAttribute(tag: string, { name, value }: NonNullable<ForeignChange['attribute']>): string {
  const written = `${name}="${escapeAttribute(value)}"`;
  for (const { 0: found, 1: before = '', 2: known, index } of tag.matchAll(
    /(\s)([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')/g,
  ))
    if (known === name) return tag.slice(0, index) + before + written + tag.slice(index + found.length);
  return tag.replace(/\s*\/?>$/, (end) => ` ${written}${end}`);
}
