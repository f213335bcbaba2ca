import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '../../../src/render/geometry/matrix.ts';
import { parseTransform } from '../../../src/render/geometry/transform.ts';

const point = { x: 10, y: 20 };

describe('parseTransform', () => {
  it.each([
    ['', { x: 10, y: 20 }],
    ['translate(5, 6)', { x: 15, y: 26 }],
    ['translate(5)', { x: 15, y: 20 }],
    ['scale(2)', { x: 20, y: 40 }],
    ['scale(2 3)', { x: 20, y: 60 }],
    ['rotate(90)', { x: -20, y: 10 }],
    ['rotate(180,10,0)', { x: 10, y: -20 }],
    ['matrix(1 0 0 1 3 4)', { x: 13, y: 24 }],
    ['translate(1,2) scale(2)', { x: 21, y: 42 }],
    ['unheard(1)', { x: 10, y: 20 }],
  ])('%j maps the point', (text, expected) => {
    const { x, y } = parseTransform(text).apply(point);
    expect(x).toBeCloseTo(expected.x);
    expect(y).toBeCloseTo(expected.y);
  });
});

describe('Matrix', () => {
  const number = fc.integer({ min: -1000, max: 1000 });
  const matrix = fc.tuple(number, number, number, number, number, number).map((values) => new Matrix(...values));

  it('is read back from what it writes', () => {
    fc.assert(
      fc.property(matrix, (each) => {
        expect(parseTransform(String(each))).toEqual(each);
      }),
    );
  });

  it('applies a product from the inside out', () => {
    fc.assert(
      fc.property(matrix, matrix, (outer, inner) => {
        expect(outer.multiply(inner).apply(point)).toEqual(outer.apply(inner.apply(point)));
      }),
    );
  });

  it('writes no noise of sine and cosine', () => {
    expect(String(Matrix.rotation(270))).toBe('matrix(0 -1 1 0 0 0)');
  });
});
