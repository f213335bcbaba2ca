import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stretches } from '../../src/layout/stretches.ts';

const range = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.nat(60))
  .map(([first, length]) => [first, first + length] as const);

test('what reaches over a place is found there, once', () => {
  fc.assert(
    fc.property(fc.array(range), fc.integer({ min: -50, max: 110 }), (ranges, place) => {
      const stretches = new Stretches<number>();
      for (const [index, [first, last]] of ranges.entries()) stretches.add(index, first, last);
      const found: number[] = [];
      stretches.visit(place, (item) => found.push(item));
      const wanted = [...ranges.keys()].filter((index) => {
        const [first = 0, last = 0] = ranges[index] ?? [];
        return first <= place && place <= last;
      });
      expect(found.sort((a, b) => a - b)).toEqual(wanted);
    }),
  );
});
