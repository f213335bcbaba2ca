import { escapeAttribute } from './escape.ts';

/** Files may hold any number of colours. */
const MOST_STYLES = 5000;

/**
 * The declarations of a style as they are written. Styles are a tree, in which each knows those that go on from it: a picture has
 * thousands of elements and a handful of styles, so each is written once.
 */
class StyleText {
  readonly text: string;
  /** With the name of the attribute; '' where nothing is declared. */
  readonly attribute: string;
  readonly #next = new Map<string, Map<unknown, StyleText>>();

  constructor(text: string) {
    this.text = text;
    this.attribute = text === '' ? '' : ` style="${text}"`;
  }

  /** With one more declaration, unless there is no value or it may not stand in a style. */
  with(property: string, value: unknown): StyleText {
    if (value === undefined || value === null) return this;
    const known = this.#next.get(property)?.get(value);
    return known ?? this.#make(property, value);
  }

  #make(property: string, value: unknown): StyleText {
    if (count++ === MOST_STYLES) {
      noStyle.#next.clear();
      count = 0;
    }
    const text = String(value);
    const isDeclared = text !== '' && isSafeInStyle(text);
    const declaration = `${this.text === '' ? '' : ' '}${property}: ${escapeAttribute(text)};`;
    const style = isDeclared ? new StyleText(this.text + declaration) : this;
    const byValue = this.#next.get(property) ?? new Map<unknown, StyleText>();
    this.#next.set(property, byValue.set(value, style));
    return style;
  }
}

let count = 0;

/** The style without a declaration, from which all others go on. */
export const noStyle = new StyleText('');

/** Whether a value refers to another element of the picture. */
export function isReference(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('url(') && /^url\(#[\w-]+\)$/.test(value);
}

/**
 * Whether a value may stand in a style. Colours come from the file that is drawn: what would begin another declaration,
 * swallow the next one or load something from elsewhere is dropped, as a browser drops what it cannot read.
 */
function isSafeInStyle(text: string): boolean {
  return /^[\w\s.,%#+/-]*(\([\w\s.,%#+/-]*\))?$/.test(text) && !/url/i.test(text);
}
