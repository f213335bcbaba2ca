import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ForeignObject } from '../../src/model/foreign-element.ts';
import { parsePlainForeign } from '../../src/model/plain-foreign.ts';
import { parseAnyForeign } from '../../src/model/read-foreign.ts';

const around: Readonly<Record<string, string>> = { '': 'urn:default', v: 'urn:vendor', w: 'urn:vendor' };
const namespaceOf = (prefix: string) => (Object.hasOwn(around, prefix) ? around[prefix] : undefined);

function facts(element: ForeignObject | undefined): unknown {
  if (!element) return undefined;
  const content = element.content.map((part) => (part instanceof ForeignObject ? facts(part) : part));
  return [element.$descriptor.ns, [...element.attributes], content, element.xml];
}

function byParser(xml: string): unknown {
  try {
    return facts(parseAnyForeign(xml, namespaceOf));
  } catch {
    return 'refused';
  }
}

const plain = [
  '<a/>',
  '<v:a b="c"/>',
  '<v:a b="c" />',
  '<v:a xmlns:x="urn:x" x:b=""><x:c>two  words\n</x:c><d/>\n</v:a>',
  '<a xmlns="urn:inner"><b>[1, 2</b></a>',
];

test.each(plain)('%j is read without a parser, as by one', (xml) => {
  const found = parsePlainForeign(xml, namespaceOf);
  expect(found).toBeDefined();
  expect(facts(found)).toEqual(byParser(xml));
});

const odd = [
  '',
  'a',
  '<a',
  '<a>',
  '</a>',
  '<a></b>',
  '<a/><b/>',
  '<a/> ',
  ' <a/>',
  '<a b="&amp;"/>',
  "<a b='c'/>",
  '<a b="c" b="d"/>',
  '<a b="<"/>',
  '<a b="c\td"/>',
  '<a v:b="c" w:b="d"/>',
  '<n:a/>',
  '<a n:b="c"/>',
  '<a xml:lang="en"/>',
  '<xmlns:a/>',
  '<a xmlns:xml="urn:x"/>',
  '<a xmlns:p=""/>',
  '<a xmlns=""/>',
  '<a xmlns:p=" urn:x"/>',
  '<a xmlns:p="http://www.w3.org/2000/xmlns/"/>',
  '<a>]]></a>',
  '<a>&lt;</a>',
  '<a>\r\n</a>',
  '<a>\u0001</a>',
  '<a>\uD800</a>',
  '<a><!-- b --></a>',
  '<a><![CDATA[b]]></a>',
  '<a b="c"d="e"/>',
  '<ä/>',
];

test.each(odd)('%j is left to a parser', (xml) => {
  expect(parsePlainForeign(xml, namespaceOf)).toBeUndefined();
});

test('whatever is read without a parser is read as by one', () => {
  const piece = fc.constantFrom(
    ...['<a>', '</a>', '<v:b>', '</v:b>', '<c/>', '<', '>', '/>', '<a ', '<n:a>', '</n:a>', '<w:c'],
    ...[
      ' d="e"',
      ' v:d="e"',
      ' w:d=""',
      ' xmlns:n="urn:n"',
      ' xmlns="urn:n"',
      ' xmlns:v="urn:w"',
      " d='e'",
      ' xml:d="e"',
    ],
    ...['text', ' ', '\n', '\t', '\r', '&amp;', '&', ']]>', ']', '"', '<!---->', '<?a?>', 'ä', '\u{1F600}', '\uFFFF'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, isInside) => {
      const xml = isInside ? `<a>${pieces.join('')}</a>` : pieces.join('');
      const found = parsePlainForeign(xml, namespaceOf);
      if (found) expect(facts(found)).toEqual(byParser(xml));
    }),
    { numRuns: 2000 },
  );
});
