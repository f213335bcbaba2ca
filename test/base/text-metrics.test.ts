import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascentAndDescent, drawnExtent, measureText } from '../../src/base/text-metrics.ts';

type Row = [text: string, fontSize: number, fontWeight: string, width: number];
const file = join(import.meta.dirname, '../fixtures/render/text-widths.json');
const rows: Row[] = JSON.parse(readFileSync(file, 'utf8'));

const style = { fontSize: 12 };
const line = fc.string({ unit: 'grapheme' });

describe('measureText', () => {
  it.each(rows)('%j at %d px, %s, is as wide as in Chromium', (text, fontSize, fontWeight, width) => {
    expect(measureText(text, { fontSize, fontWeight })).toBeCloseTo(width, 1);
  });

  it('grows with the font', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 100 }), (text, fontSize) => {
        expect(measureText(text, { fontSize })).toBeCloseTo(fontSize * measureText(text, { fontSize: 1 }), 6);
      }),
    );
  });

  it('adds up word by word', () => {
    fc.assert(
      fc.property(line, line, (left, right) => {
        const parts = [left, ' ', right].map((part) => measureText(part, style));
        const sum = parts.reduce((total, part) => total + part, 0);
        expect(measureText(`${left} ${right}`, style)).toBeCloseTo(sum, 6);
      }),
    );
  });

  it('is 0 for nothing, and for marks and controls alone', () => {
    for (const text of ['', '\u0301', '\u00ad', '\u200b', '\u0001']) expect(measureText(text, style)).toBe(0);
  });

  it('knows bold by name and by number', () => {
    const bold = measureText('bold', { fontSize: 12, fontWeight: 'bold' });
    expect(measureText('bold', { fontSize: 12, fontWeight: 700 })).toBe(bold);
    expect(bold).toBeGreaterThan(measureText('bold', style));
  });

  it('gives an unknown script some width', () => {
    expect(measureText('\u{13000}', style)).toBeGreaterThan(0);
  });
});

describe('drawnExtent', () => {
  // Measured with getBBox of an SVG text at 11 px in Chromium.
  it.each([
    ['B', 0, 7.34375],
    ['A', 0, 8],
    ['j', -1, 2.453125],
    ['A B', 0, 17.125],
    ['AV', 0, 14.5205078125],
    ['', 0, 0],
  ])('%j reaches from %d to %d', (text, left, right) => {
    expect(drawnExtent(text, { fontSize: 11 })).toEqual({ left, right });
  });
});

describe('ascentAndDescent', () => {
  it('has whole px, as Chromium', () => {
    expect(ascentAndDescent({ fontSize: 12 })).toEqual({ ascent: 11, descent: 3 });
    expect(ascentAndDescent({ fontSize: 11 })).toEqual({ ascent: 10, descent: 2 });
  });
});
