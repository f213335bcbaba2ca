import type { Bounds } from '../base/geometry.ts';
import { type WrappedText, wrapText } from '../base/text-wrap.ts';
import type { DrawingDocument } from './dom/document.ts';
import type { DrawingElement } from './dom/element.ts';

/** How a text is written, by the names that bpmn-js gives to it. */
export interface LabelStyle {
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly fontWeight: string;
  readonly lineHeight: number;
  readonly fill?: string;
}

/** Room for a text, and how it stands in it. */
export interface LabelOptions {
  readonly box?: { readonly width: number; readonly height: number };
  readonly style?: Partial<LabelStyle>;
  readonly padding?: number | Partial<Padding>;
  readonly align?: 'center-top' | 'center-middle' | 'left-top';
  /** Whether the box is as wide as the text. */
  readonly fitBox?: boolean;
}

interface Padding {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

const defaultBox = { width: 150, height: 50 };

const insideStyle: LabelStyle = {
  fontFamily: 'Arial, sans-serif',
  fontSize: 12,
  fontWeight: 'normal',
  lineHeight: 1.2,
};

/** Of the labels of events, gateways and flows, which stand outside of them. */
const outsideStyle: LabelStyle = { ...insideStyle, fontSize: 11 };

/** The least room for a label outside, in px. */
const outsideBox = { width: 90, height: 30 };

/**
 * Writes labels as bpmn-js's `TextRenderer` does, with the breaking of lines that the layout has, which is the same: so a text is broken
 * once, without a canvas to measure on.
 */
export class PictureTexts {
  readonly #document: DrawingDocument;
  /** The importer asks how large a label is, and then it is drawn. */
  #last: { readonly text: string; readonly width: number; readonly fontSize: number; wrapped: WrappedText } | undefined;

  /** How the last text was asked for. */
  last: LabelOptions | undefined;

  constructor(document: DrawingDocument) {
    this.#document = document;
  }

  getDefaultStyle(): LabelStyle {
    return insideStyle;
  }

  getExternalStyle(): LabelStyle {
    return outsideStyle;
  }

  /** How much room a text takes. */
  getDimensions(text: string, options: LabelOptions): { width: number; height: number } {
    const { wrapped, padding, height } = this.#laidOut(text, options);
    return { width: wrapped.width, height: height + padding.top + padding.bottom };
  }

  /** Where a label stands that has no place of its own. */
  getExternalLabelBounds({ x, y, width }: Bounds, text: string): Bounds {
    const box = { ...outsideBox, width: Math.max(width, outsideBox.width) };
    const size = this.getDimensions(text, { box, style: outsideStyle });
    return {
      x: Math.round(x + width / 2 - size.width / 2),
      y,
      width: Math.ceil(size.width),
      height: Math.ceil(size.height),
    };
  }

  /** A `text` with a `tspan` for each line. */
  createText(text: string, options: LabelOptions): DrawingElement {
    this.last = options;
    const { wrapped, padding, height, box, style, lineHeight } = this.#laidOut(text, options);
    const isLeft = options.align === 'left-top';
    const room = options.fitBox ? wrapped.width : box.width - padding.left - padding.right;
    let y = (isMiddle(options) ? (box.height - height) / 2 : padding.top) - lineHeight / 4;
    const element = this.#textElement(style);
    wrapped.lines.forEach((line, index) => {
      y += lineHeight;
      const tspan = this.#document.createElement('tspan');
      const width = wrapped.widths[index] ?? 0;
      tspan.setAttribute('x', isLeft ? padding.left : Math.max((room - width) / 2 + padding.left, 0));
      tspan.setAttribute('y', y);
      tspan.textContent = line;
      element.appendChild(tspan);
    });
    return element;
  }

  #laidOut(text: string, options: LabelOptions) {
    const box = { ...defaultBox, ...options.box };
    const style = { ...insideStyle, ...options.style };
    const padding = paddingOf(options);
    const wrapped = this.#wrapped(text, box.width - padding.left - padding.right, style.fontSize);
    const lineHeight = style.lineHeight * style.fontSize;
    // Summed up line by line, as diagram-js does, to the last bit.
    const height = wrapped.lines.reduce((sum) => sum + lineHeight, 0);
    return { box, style, padding, wrapped, lineHeight, height };
  }

  #wrapped(text: string, width: number, fontSize: number): WrappedText {
    const last = this.#last;
    if (last && last.text === text && last.width === width && last.fontSize === fontSize) return last.wrapped;
    const wrapped = wrapText(text, { width, fontSize });
    this.#last = { text, width, fontSize, wrapped };
    return wrapped;
  }

  #textElement({ fontFamily, fontSize, fontWeight, lineHeight, fill }: LabelStyle): DrawingElement {
    const element = this.#document.createElement('text');
    const { style } = element;
    style['font-family'] = fontFamily;
    style['font-size'] = `${fontSize}px`;
    style['font-weight'] = fontWeight;
    element.setAttribute('lineHeight', lineHeight);
    if (fill !== undefined) style.fill = fill;
    return element;
  }
}

function isMiddle({ align }: LabelOptions): boolean {
  return align === 'center-middle';
}

/** In the middle there is none above and below. */
function paddingOf(options: LabelOptions): Padding {
  const { padding = 0 } = options;
  const all =
    typeof padding === 'object'
      ? { top: 0, left: 0, right: 0, bottom: 0, ...padding }
      : { top: padding, left: padding, right: padding, bottom: padding };
  return isMiddle(options) ? { ...all, top: 0, bottom: 0 } : all;
}
