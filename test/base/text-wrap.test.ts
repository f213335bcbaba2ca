import Text from 'diagram-js/lib/util/Text.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../src/base/text-wrap.ts';
import { DrawingDocument } from '../../src/render/dom/document.ts';
import { withDrawingGlobals } from '../../src/render/dom/globals.ts';

const task = { width: 86, fontSize: 12 };

/** What diagram-js itself makes of a label. */
function wrapByDiagramJs(text: string, width: number, fontSize: number) {
  const style = { fontFamily: 'Arial, sans-serif', fontSize, fontWeight: 'normal', lineHeight: 1.2 };
  return withDrawingGlobals(new DrawingDocument(), () => {
    const { element, dimensions } = new Text({ style }).layoutText(text, { box: { width, height: 80 } });
    return { lines: [...element.childNodes].map((line) => line.textContent ?? ''), ...dimensions };
  });
}

describe('wrapText', () => {
  it.each([
    ['', ['']],
    ['Check', ['Check']],
    ['Check the application', ['Check the ', 'application']],
    ['two\nlines', ['two', 'lines']],
    ['two\r\nlines', ['two', 'lines']],
    ['gap\n\nbelow', ['gap', '', 'below']],
    ['Donaudampfschifffahrt', ['Donaudampfsc', 'hifffahrt']],
    ['Donau\u00addampf\u00adschiff\u00adfahrt', ['Donau\u00addampf-', 'schiff\u00adfahrt']],
    ['well-known-hyphens', ['well-known-', 'hyphens']],
  ])('breaks %j', (text, lines) => {
    expect(wrapText(text, task).lines).toEqual(lines);
  });

  it('has the height of its lines', () => {
    expect(wrapText('one\ntwo\nthree', task).height).toBeCloseTo(3 * 14.4);
  });

  it('breaks every label as diagram-js does', () => {
    const words = fc.array(
      fc.constantFrom('a', 'word', '-', ' ', '  ', '\u00ad', '\n', '\t', 'Wörter', 'x'.repeat(30), '漢字', '🔗'),
    );
    const label = fc.oneof(
      words.map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    const room = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(label, room, fc.constantFrom(11, 12), (text, width, fontSize) => {
        const ours = wrapText(text, { width, fontSize });
        const theirs = wrapByDiagramJs(text, width, fontSize);
        expect(ours.lines).toEqual(theirs.lines);
        expect(ours.width).toBe(theirs.width);
        expect(ours.height).toBeCloseTo(theirs.height);
      }),
      { numRuns: 1000 },
    );
  });

  it('breaks the beginning of a label of a hundred thousand lines', () => {
    expect(wrapText('\n'.repeat(100_000), task).lines).toHaveLength(20_001);
  });
});
