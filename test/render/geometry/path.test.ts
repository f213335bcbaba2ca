import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/base/geometry.ts';
import { Extent, pointOnCurve } from '../../../src/render/geometry/extent.ts';
import { parsePath, type Segment } from '../../../src/render/geometry/path.ts';
import { pathLength, pointAtLength } from '../../../src/render/geometry/path-length.ts';

const ends = (data: string): Point[] => parsePath(data).map(({ to }) => to);

describe('parsePath', () => {
  it.each([
    ['M1,2L3,4', [[3, 4]]],
    ['m1 2l3 4', [[4, 6]]],
    [
      'M0 0 5 5 6 6',
      [
        [5, 5],
        [6, 6],
      ],
    ],
    [
      'm1,1h4v5z',
      [
        [5, 1],
        [5, 6],
        [1, 1],
      ],
    ],
    [
      'M0 0H7V8',
      [
        [7, 0],
        [7, 8],
      ],
    ],
    ['M.5.5L-1-1', [[-1, -1]]],
    [
      'M0 0c1,1 2,2 3,3s1,1 2,2',
      [
        [3, 3],
        [5, 5],
      ],
    ],
    [
      'M0 0Q1 1 2 0T4 0',
      [
        [2, 0],
        [4, 0],
      ],
    ],
    [
      'M0 0zl1 1',
      [
        [0, 0],
        [1, 1],
      ],
    ],
    ['M1e1 0L2E1 0', [[20, 0]]],
  ])('%s', (data, points) => {
    expect(ends(data)).toEqual(points.map(([x, y]) => ({ x, y })));
  });

  it('keeps what comes before a mistake', () => {
    expect(ends('M0 0L1 1L2')).toEqual([{ x: 1, y: 1 }]);
    expect(ends('M0 0L1 1X5 5')).toEqual([{ x: 1, y: 1 }]);
    expect(parsePath('nonsense')).toEqual([]);
  });

  it('mirrors the control point of the curve before', () => {
    const [, smooth] = parsePath('M0 0C0 1 1 2 2 2S4 1 4 0');
    expect(smooth?.controls?.[0]).toEqual({ x: 3, y: 2 });
    const [, afterLine] = parsePath('M0 0L2 2S4 1 4 0');
    expect(afterLine?.controls?.[0]).toEqual({ x: 2, y: 2 });
  });

  it('draws an arc without a radius as a line', () => {
    expect(parsePath('M0 0A0 5 0 0 1 9 9')).toEqual([{ from: { x: 0, y: 0 }, to: { x: 9, y: 9 } }]);
  });
});

describe('arcs', () => {
  const circle = 'M 10 0 a 10 10 0 1 1 0 20 a 10 10 0 1 1 0 -20 z';

  it('make a round circle', () => {
    expect(pathLength(parsePath(circle))).toBeCloseTo(20 * Math.PI, 1);
    const { x, y, width, height } = boundsOf(parsePath(circle));
    expect([x, y, width, height].map((value) => Math.round(value * 100) / 100)).toEqual([0, 0, 20, 20]);
  });

  it('end where they are told to and stay on their circle', () => {
    const coordinate = fc.integer({ min: -50, max: 50 });
    const flag = fc.constantFrom(0, 1);
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.integer({ min: 80, max: 200 }),
        flag,
        flag,
        (x, y, radius, large, sweep) => {
          fc.pre(x !== 0 || y !== 0);
          const segments = parsePath(`M0 0A${radius} ${radius} 0 ${large} ${sweep} ${x} ${y}`);
          expect(segments.at(-1)?.to).toEqual({ x, y });
          const full = 2 * Math.PI * radius;
          const short = 2 * radius * Math.asin(Math.hypot(x, y) / 2 / radius);
          expect(pathLength(segments) / (large ? full - short : short)).toBeCloseTo(1, 2);
        },
      ),
    );
  });

  it('grow when their radii are too short', () => {
    expect(pathLength(parsePath('M0 0A1 1 0 0 1 20 0'))).toBeCloseTo(10 * Math.PI, 1);
  });

  it('turn with their axis', () => {
    const upright = boundsOf(parsePath('M0 0A20 5 90 1 1 0 0.01'));
    expect(upright.height).toBeGreaterThan(3 * upright.width);
  });
});

describe('Extent', () => {
  const coordinate = fc.integer({ min: -100, max: 100 });
  const point = fc.record({ x: coordinate, y: coordinate });

  it('holds every point of a curve, and no more than it needs', () => {
    fc.assert(
      fc.property(point, point, point, point, (from, first, second, to) => {
        const box = boundsOf([{ from, to, controls: [first, second] }]);
        const points = Array.from({ length: 201 }, (_, t) => pointOnCurve([from, first, second, to], t / 200));
        for (const { x, y } of points) {
          expect(x).toBeGreaterThan(box.x - 1e-3);
          expect(x).toBeLessThan(box.x + box.width + 1e-3);
          expect(y).toBeGreaterThan(box.y - 1e-3);
          expect(y).toBeLessThan(box.y + box.height + 1e-3);
        }
        expect(Math.min(...points.map(({ x }) => x))).toBeLessThan(box.x + 0.5);
      }),
    );
  });

  it('is empty at first', () => {
    expect(new Extent().bounds).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });
});

describe('pointAtLength', () => {
  it('walks along lines and stops at the end', () => {
    const corner = parsePath('M0 0L10 0L10 10');
    expect(pointAtLength(corner, 15)).toEqual({ x: 10, y: 5 });
    expect(pointAtLength(corner, 99)).toEqual({ x: 10, y: 10 });
    expect(pointAtLength([], 5)).toEqual({ x: 0, y: 0 });
  });

  it('halves a symmetric curve in its middle', () => {
    const curve = parsePath('M0 0C0 10 20 10 20 0');
    expect(pointAtLength(curve, pathLength(curve) / 2).x).toBeCloseTo(10);
  });
});

function boundsOf(segments: readonly Segment[]) {
  const extent = new Extent();
  for (const segment of segments) extent.addSegment(segment);
  return extent.bounds;
}
