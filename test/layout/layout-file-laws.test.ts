import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type LayoutFile,
  type LayoutPin,
  parseLayoutFile,
  printLayoutFile,
  type XmlFacts,
} from '../../src/layout/index.ts';

const number = fc.oneof(
  fc.integer({ min: -99_999, max: 99_999 }),
  fc.integer({ min: -9999, max: 9999 }).map((n) => n / 8),
);
const point = fc.record({ x: number, y: number });
const bounds = fc.record({ x: number, y: number, width: fc.nat(5000), height: fc.nat(5000) });
const word = fc.oneof(
  fc.constantFrom(
    'check',
    'check->complete',
    'check->complete#2',
    'remind/timer',
    'definitions',
    'in',
    'sid-1.2',
    '#1',
    'ä b',
  ),
  fc.string({ minLength: 1, unit: 'grapheme' }),
);
const pin: fc.Arbitrary<LayoutPin> = fc
  .record(
    {
      bounds,
      path: fc.array(point, { minLength: 2, maxLength: 4 }),
      label: bounds,
      expanded: fc.boolean(),
      vertical: fc.constant(true as const),
      unmarked: fc.constant(true as const),
      undrawn: fc.constant(true as const),
      fill: fc.string(),
      stroke: fc.constantFrom('#fff', 'rgb(1, 2, 3)', '"'),
    },
    { requiredKeys: [] },
  )
  .filter((some) => Object.keys(some).length > 0);
const pins = fc.dictionary(word, pin, { maxKeys: 5 }).map((some) => new Map(Object.entries(some)));
const further = fc
  .uniqueArray(fc.record({ id: word, name: fc.string(), of: word, pins }, { requiredKeys: ['id', 'of', 'pins'] }), {
    selector: ({ id }) => id,
    maxLength: 3,
  })
  .map((list) => list.sort((a, b) => (a.of < b.of ? -1 : a.of > b.of ? 1 : 0)));
const facts: fc.Arbitrary<XmlFacts> = fc
  .record({
    set: fc
      .dictionary(word, fc.option(fc.string(), { nil: undefined }), { maxKeys: 2 })
      .map((some) => new Map(Object.entries(some))),
    drop: fc.array(fc.constantFrom('documentation#1', 'extensionElements#1'), { maxLength: 2 }),
    tags: fc
      .dictionary(fc.oneof(word, fc.constant('potentialOwner#1/expression')), word, { maxKeys: 2 })
      .map((some) => new Map(Object.entries(some))),
    holds: fc.array(fc.constantFrom('<a b="c">\n&lt;</a>', "<a b='' />"), { maxLength: 2 }),
    orders: fc
      .dictionary(word, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }), { maxKeys: 2 })
      .map((some) => new Map(Object.entries(some))),
    absent: fc.boolean(),
  })
  .filter(
    ({ set, drop, tags, holds, orders, absent }) =>
      absent || set.size + drop.length + tags.size + holds.length + orders.size > 0,
  );
const file: fc.Arbitrary<LayoutFile> = fc.record({
  notation: fc.constantFrom('bpmn' as const, 'cmmn' as const),
  drawing: fc.boolean(),
  ids: fc.dictionary(word, word, { maxKeys: 5 }).map((some) => new Map(Object.entries(some))),
  pins,
  further,
  frames: fc.array(fc.string(), { maxLength: 2 }),
  emptyNames: fc.array(word, { maxLength: 3 }).map((list) => new Set(list)),
  arrivals: fc
    .dictionary(word, fc.integer({ min: 1, max: 20 }), { maxKeys: 3 })
    .map((some) => new Map(Object.entries(some))),
  facts: fc
    .dictionary(fc.oneof(word, fc.constant('')), facts, { maxKeys: 3 })
    .map((some) => new Map(Object.entries(some))),
  head: fc.record({ id: word, name: fc.string(), targetNamespace: fc.webUrl() }, { requiredKeys: [] }),
});

it('what is printed is read as it was', () => {
  fc.assert(
    fc.property(file, (written) => {
      const { value, problems } = parseLayoutFile(printLayoutFile(written));
      expect(problems).toEqual([]);
      expect(value).toEqual(written);
    }),
  );
});

it('any text is read, and what is read of it stays when it is printed', () => {
  const text = fc.array(
    fc.constantFrom(
      'layout 1 bpmn',
      '\n',
      ' ',
      'a',
      'id',
      'arrives',
      'xml',
      'lacks',
      'holds',
      'absent',
      'drops',
      'tag',
      'order',
      "'",
      '"',
      '1,2',
      '3x4',
      'path',
      'in',
      'diagram',
      '#',
      '&#10;',
    ),
  );
  fc.assert(
    fc.property(text, (parts) => {
      const { value } = parseLayoutFile(parts.join(''));
      expect(parseLayoutFile(printLayoutFile(value)).value).toEqual(value);
    }),
    { numRuns: 300 },
  );
});
