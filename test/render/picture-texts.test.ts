import TextRenderer from 'bpmn-js/lib/draw/TextRenderer.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrawingDocument } from '../../src/render/dom/document.ts';
import type { DrawingElement } from '../../src/render/dom/element.ts';
import { withDrawingGlobals } from '../../src/render/dom/globals.ts';
import { serialize } from '../../src/render/dom/serialize.ts';
import { type LabelOptions, PictureTexts } from '../../src/render/picture-texts.ts';

const letters = fc.constantFrom('a', 'W', 'j', ' ', ' ', '-', '\u00ad', '\n', 'é', '漢', '🙂');
const texts = fc.oneof(fc.string({ unit: letters, maxLength: 60 }), fc.constantFrom('', 'Check the order', 'A\r\nB'));
const size = fc.integer({ min: 0, max: 200 });

/** All that bpmn-js's renderer asks for. */
const options: fc.Arbitrary<LabelOptions> = fc.record(
  {
    box: fc.record({ width: size, height: size }),
    align: fc.constantFrom('center-top' as const, 'center-middle' as const, 'left-top' as const),
    padding: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.record({ left: size, top: size }, { requiredKeys: [] })),
    fitBox: fc.boolean(),
    style: fc.record({ fill: fc.constantFrom('black', '#123456'), fontSize: fc.constantFrom(11, 12) }),
  },
  { requiredKeys: [] },
);

describe('texts of a picture', () => {
  const document = new DrawingDocument();
  const ours = new PictureTexts(document);
  const theirs = new TextRenderer();

  it('are written as bpmn-js writes them', () => {
    fc.assert(
      fc.property(texts, options, (text, how) => {
        const [mine, its] = withDrawingGlobals(document, () => [
          ours.createText(text, how),
          theirs.createText(text, how as object) as unknown as DrawingElement,
        ]);
        expect(serialize([mine])).toBe(serialize([its]));
      }),
    );
  });

  it('take the room that they take there', () => {
    fc.assert(
      fc.property(texts, options, size, (text, how, width) => {
        withDrawingGlobals(document, () => {
          expect(ours.getDimensions(text, how)).toEqual(theirs.getDimensions(text, how as object));
          const bounds = { x: 10, y: 20, width, height: 30 };
          expect(ours.getExternalLabelBounds(bounds, text)).toEqual(theirs.getExternalLabelBounds(bounds, text));
        });
      }),
    );
  });

  it('have the same styles', () => {
    expect(ours.getDefaultStyle()).toEqual(theirs.getDefaultStyle());
    expect(ours.getExternalStyle()).toEqual(theirs.getExternalStyle());
  });
});
