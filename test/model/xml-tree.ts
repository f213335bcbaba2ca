/**
 * A strict comparison of two XML texts, made for these tests alone and independent of the reader: everything counts but
 * prefixes of names, the order of attributes, quoting, and blank text between elements.
 */
import { SaxesParser } from 'saxes';

interface Tree {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Tree | string)[];
}

/** The text as a tree that `toEqual` can compare; comments and instructions are in it. Throws if it is not well-formed. */
export function xmlTree(text: string): Tree {
  const document: Tree = { name: '', attributes: {}, children: [] };
  const open = [document];
  const add = (child: Tree | string): void => void open.at(-1)?.children.push(child);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const bound = Object.values(tag.attributes).filter(({ prefix }) => prefix !== 'xmlns');
    const attributes = Object.fromEntries(bound.map(({ uri, local, value }) => [`{${uri}}${local}`, value]));
    const element: Tree = {
      name: `{${tag.uri}}${tag.local}`,
      attributes: { ...attributes, ...prefixes(tag.ns) },
      children: [],
    };
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) tidy(element.children, element.name.startsWith('{http://www.omg.org/spec/'));
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('comment', (comment) => add({ name: '#comment', attributes: { comment }, children: [] }));
  parser.on('processinginstruction', ({ target, body }) =>
    add({ name: `?${target}`, attributes: { body }, children: [] }),
  );
  parser.write(text).close();
  tidy(document.children, true);
  return document;
}

/** A prefix may be used in the text of an expression, so it has to stay bound. */
function prefixes(bound: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(bound ?? {}).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]));
}

/** Joins neighbouring texts; drops blank ones beside elements and, in elements of the standards, everywhere. */
function tidy(children: (Tree | string)[], isStandard: boolean): void {
  const hasElements = children.some((child) => typeof child !== 'string');
  const joined: (Tree | string)[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child;
    else joined.push(child);
  }
  const isLayout = (text: string) => text.trim() === '' && (hasElements || isStandard || text.includes('\n'));
  const kept = joined.filter((child) => typeof child !== 'string' || !isLayout(child));
  const trimmed = hasElements ? kept.map((child) => (typeof child === 'string' ? child.trim() : child)) : kept;
  children.splice(0, children.length, ...trimmed);
}
