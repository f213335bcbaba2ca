import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ForeignObject } from '../../src/model/foreign-element.ts';
import { parseForeign } from '../../src/model/read-foreign.ts';

const around: Readonly<Record<string, string>> = { '': 'urn:default', v: 'urn:vendor' };
const namespaceOf = (prefix: string) => (Object.hasOwn(around, prefix) ? around[prefix] : undefined);

function facts(element: ForeignObject | undefined): unknown {
  if (!element) return undefined;
  const content = element.content.map((part) => (part instanceof ForeignObject ? facts(part) : part));
  return [element.$descriptor.ns, [...element.attributes], content, element.xml];
}

function read(xml: string): unknown {
  try {
    return facts(parseForeign(xml, namespaceOf));
  } catch {
    return 'refused';
  }
}

/** Whole, and broken in all ways in which a parser may be left in the middle of something. */
const pieces: Readonly<Record<string, unknown>> = {
  '<a/>': [{ prefix: '', localName: 'a', uri: 'urn:default' }, [], [], '<a/>'],
  '<v:a b="c&amp;d">e<v:f/></v:a>': [
    { prefix: 'v', localName: 'a', uri: 'urn:vendor' },
    [['b', 'c&d']],
    ['e', [{ prefix: 'v', localName: 'f', uri: 'urn:vendor' }, [], [], undefined]],
    '<v:a b="c&amp;d">e<v:f/></v:a>',
  ],
  '<x:a xmlns:x="urn:x"><![CDATA[<]]></x:a>': [
    { prefix: 'x', localName: 'a', uri: 'urn:x' },
    [],
    ['<'],
    '<x:a xmlns:x="urn:x"><![CDATA[<]]></x:a>',
  ],
  '<a/>\r': [{ prefix: '', localName: 'a', uri: 'urn:default' }, [], [], '<a/>\r'],
  '': undefined,
  a: undefined,
  '<a': 'refused',
  '<a>': 'refused',
  '</a>': 'refused',
  '<a></b>': 'refused',
  '<a/><': 'refused',
  '<a/><!-- ': 'refused',
  '<x:a/>': 'refused',
  '<a b="c" b="d"/>': 'refused',
};

test('Whatever was read before, an element is read as if it were the first', () => {
  const piece = fc.constantFrom(...Object.keys(pieces));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (list) => {
      for (const xml of list) expect([xml, read(xml)]).toEqual([xml, pieces[xml]]);
    }),
  );
});
