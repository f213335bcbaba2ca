/** The quick parser tells what the other one tells, or nothing at all. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnyXml } from '../../src/model/any-xml.ts';
import { ForeignObject } from '../../src/model/foreign-element.ts';
import { anyForeign } from '../../src/model/read-foreign.ts';
import { surelyForeign } from '../../src/model/sure-foreign.ts';
import { SureXml } from '../../src/model/sure-xml.ts';
import type { XmlParser } from '../../src/model/xml-events.ts';

const files = globSync('{examples,test/fixtures}/**/*.{bpmn,cmmn,xml}').sort();

/** All that a parser tells, with its position where that is asked for; undefined if it gives up. */
function told(parser: XmlParser): unknown {
  const events: unknown[] = [];
  try {
    parser.parse({
      open: (...tag) => events.push(['open', ...tag, parser.position, parser.version]),
      close: () => events.push(['close', parser.position]),
      // What stands around the root element is of no use to anybody.
      text: (...text) => (text[0].trim() === '' && isOutside(events)) || events.push(['text', ...text]),
      comment: (text) => events.push(['comment', text, parser.position]),
      instruction: (...instruction) => events.push(['instruction', ...instruction]),
    });
  } catch {
    return undefined;
  }
  return events;
}

function isOutside(events: readonly unknown[]): boolean {
  const count = (kind: string) => events.filter((event) => Array.isArray(event) && event[0] === kind).length;
  return count('open') === count('close');
}

function compare(text: string): boolean {
  const quick = told(new SureXml(text));
  if (quick) expect(quick).toEqual(told(new AnyXml(text)));
  return quick !== undefined;
}

const WORDS = ['a', 'b', 'x:a', 'xmlns', 'xmlns:x', 'xml:lang', 'é', ':', '1'];
const SAID = [
  '',
  'c',
  ' d ',
  '&amp;',
  '&#10;',
  '&#xA9;',
  '&#0;',
  '&e;',
  '&',
  '\r\n',
  '\t',
  '\u0001',
  '😀',
  '\uD800',
  ']]>',
  '<',
  '>',
  '"',
];

const said = fc.array(fc.constantFrom(...SAID), { maxLength: 3 }).map((parts) => parts.join(''));
const attribute = fc
  .record({ name: fc.constantFrom(...WORDS), value: said, blank: fc.constantFrom(' ', '\n', '') })
  .map(({ name, value, blank }) => `${blank}${name}="${value}"`);

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .record({
      name: fc.constantFrom(...WORDS),
      attributes: fc.array(attribute, { maxLength: 3 }),
      content: fc.array(tie('content'), { maxLength: 3 }),
      isEmpty: fc.boolean(),
    })
    .map(({ name, attributes, content, isEmpty }) =>
      isEmpty ? `<${name}${attributes.join('')} />` : `<${name}${attributes.join('')}>${content.join('')}</${name}>`,
    ),
  content: fc.oneof(
    { maxDepth: 3 },
    said,
    said.map((text) => `<!--${text}-->`),
    said.map((text) => `<![CDATA[${text}]]>`),
    said.map((text) => `<?p ${text}?>`),
    tie('element'),
  ),
}));
const around = fc.constantFrom('', '\n', '<?xml version="1.0"?>', '<!-- c -->', '<?p?>', 't', '\uFEFF', '<!DOCTYPE a>');
const numRuns = Number(process.env.PROCEDO_RUNS ?? 1000);

describe('the quick parser of XML', () => {
  test.each(files)('%s', (path) => {
    compare(readFileSync(path, 'utf8'));
  });

  test('reads nearly all files', () => {
    const read = files.filter((path) => compare(readFileSync(path, 'utf8')));
    expect(read.length / files.length).toBeGreaterThan(0.9);
  });

  test('tells the same of any text, or gives up', () => {
    fc.assert(
      fc.property(around, element, around, (before, one, behind) => {
        compare(before + one + behind);
      }),
      { numRuns },
    );
  });

  test('tells the same of files without one of their signs', () => {
    const texts = files.map((path) => readFileSync(path, 'utf8')).filter((text) => text.length < 5000);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (text, at) => {
        const place = at % text.length;
        compare(text.slice(0, place) + text.slice(place + 1));
      }),
      { numRuns },
    );
  });
});

const bound: Readonly<Record<string, string>> = { '': 'urn:default', x: 'urn:x' };
const namespaceOf = (prefix: string) => (Object.hasOwn(bound, prefix) ? bound[prefix] : undefined);

function facts(one: ForeignObject): unknown {
  const content = one.content.map((part) => (part instanceof ForeignObject ? facts(part) : part));
  return [one.$descriptor.ns, [...one.attributes], { ...one.bindings }, content, one.xml];
}

test('the quick reader of foreign elements makes of them what the other one makes, or nothing', () => {
  fc.assert(
    fc.property(around, element, around, (before, one, behind) => {
      const xml = before + one + behind;
      const quick = surelyForeign(xml, namespaceOf);
      if (!quick) return;
      const wanted = anyForeign(xml, namespaceOf);
      expect(facts(quick)).toEqual(wanted && facts(wanted));
    }),
    { numRuns },
  );
});
