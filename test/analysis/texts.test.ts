import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Texts } from '../../src/analysis/texts.ts';

/** Few letters, so that texts come again and begin alike; the last two are not one byte, or look like the mark of such. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '\u00fe', '\u00ff', '\u0100', '\uffff', '\ud800', '\0'), maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

it('numbers texts in the order in which they come, each once', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), fc.array(text), (added, others) => {
      const texts = new Texts();
      const numbers = new Map<string, number>();
      for (const each of added) {
        expect(texts.add(each)).toBe(!numbers.has(each));
        if (!numbers.has(each)) numbers.set(each, numbers.size);
      }
      expect(texts.size).toBe(numbers.size);
      for (const each of [...added, ...others]) expect(texts.numberOf(each)).toBe(numbers.get(each) ?? -1);
      for (const [each, number] of numbers) expect(texts.at(number)).toBe(each);
    }),
  );
});

it('holds more than a page, and texts that are longer than one', () => {
  const texts = new Texts();
  const long = (letter: string) => letter.repeat(1_500_000);
  for (const letter of ['x', 'y']) expect(texts.add(long(letter))).toBe(true);
  for (let number = 0; number < 100_000; number++) texts.add(`a text that is one of many ${number}`);
  expect(texts.size).toBe(100_002);
  expect(texts.add(long('y'))).toBe(false);
  expect(texts.at(1)).toBe(long('y'));
  expect(texts.numberOf('a text that is one of many 99999')).toBe(100_001);
  expect(texts.at(100_001)).toBe('a text that is one of many 99999');
});
