import { Kept } from '../../base/kept.ts';
import { DrawingElement } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import type { DrawingNode } from './node.ts';
import { isReference, noStyle } from './style-text.ts';

/** What the markers (arrow heads) of a picture are called: bpmn-js gives them other ids in every run. */
export interface MarkerNames {
  /** The id of a marker, by the one that it has, and by its markup without an id. */
  idOf(id: string, look: string): string;
  /** What to write for a reference, `url(#id)`, to a marker that is named already: they stand before what refers to them. */
  referenceOf(reference: string): string;
}

/** The markup of nodes and all below them. @param names of the markers, if not those that they have */
export function serialize(nodes: readonly DrawingNode[], names?: MarkerNames): string {
  const markup = new Markup(MOST_PIECES);
  for (const node of nodes) addNode(node, markup, names);
  return markup.text;
}

/** In a large picture there are a hundred thousand. */
const MOST_PIECES = 4096;

/** Markup in pieces, which are put together many at a time: one to the next takes longer, and so does a list that grows. */
class Markup {
  readonly #pieces: string[];
  #count = 0;
  #text = '';

  constructor(most: number) {
    this.#pieces = new Array<string>(most).fill('');
  }

  add(piece: string): void {
    if (this.#count === this.#pieces.length) this.#put();
    this.#pieces[this.#count++] = piece;
  }

  get text(): string {
    this.#put();
    return this.#text;
  }

  #put(): void {
    this.#pieces.fill('', this.#count);
    this.#text += this.#pieces.join('');
    this.#count = 0;
  }
}

function addNode(node: DrawingNode, markup: Markup, names: MarkerNames | undefined): void {
  if (!(node instanceof DrawingElement)) markup.add(escapeText(node.textContent));
  else if (names && node.tagName === 'marker') addMarker(node, markup, names);
  else {
    addHead(node, markup);
    addRest(node, markup, names);
  }
}

function addMarker(marker: DrawingElement, markup: Markup, names: MarkerNames): void {
  const { id } = marker.attributes;
  const written = new Markup(FEW_PIECES);
  addHead(marker, written, 'id');
  const head = written.text;
  addRest(marker, written, names);
  const look = written.text;
  markup.add(head);
  if (id !== undefined) markup.add(` id="${escapeAttribute(names.idOf(String(id), look))}"`);
  markup.add(look.slice(head.length));
}

/** As many as a marker has. */
const FEW_PIECES = 32;

/** The tag up to the attributes. @param without the attribute to leave out */
function addHead({ tagName, className, attributes }: DrawingElement, markup: Markup, without?: string): void {
  markup.add(openings.get(tagName));
  if (className !== '') markup.add(classAttributes.get(className));
  for (const name in attributes) {
    if (name === without) continue;
    const value = attributes[name];
    markup.add(attributeStarts.get(name));
    markup.add(typeof value === 'string' ? escapeAttribute(value) : String(value));
    markup.add('"');
  }
}

/** The style, and what is below. */
function addRest(
  { tagName, declarations, firstChild }: DrawingElement,
  markup: Markup,
  names: MarkerNames | undefined,
): void {
  addStyle(declarations, markup, names);
  if (!firstChild) {
    markup.add('/>');
    return;
  }
  markup.add('>');
  for (let child: DrawingNode | null = firstChild; child; child = child.nextSibling) addNode(child, markup, names);
  markup.add(closings.get(tagName));
}

/** The pieces of markup that are the same in many elements. */
const openings = new Kept((tagName) => `<${tagName}`);
const closings = new Kept((tagName) => `</${tagName}>`);
const classAttributes = new Kept((className) => ` class="${escapeAttribute(className)}"`);
const attributeStarts = new Kept((name) => ` ${name}="`);

function addStyle(
  declarations: Readonly<Record<string, unknown>>,
  markup: Markup,
  names: MarkerNames | undefined,
): void {
  let style = noStyle;
  for (const property in declarations) {
    const value = declarations[property];
    if (isReference(value)) {
      addReferringStyle(declarations, markup, names);
      return;
    }
    style = style.with(property, value);
  }
  if (style !== noStyle) markup.add(style.attribute);
}

/** A style that refers to a marker, as no other does: it is not worth keeping. */
function addReferringStyle(
  declarations: Readonly<Record<string, unknown>>,
  markup: Markup,
  names: MarkerNames | undefined,
): void {
  let before = ' style="';
  for (const property in declarations) {
    const value = declarations[property];
    const text = isReference(value)
      ? `${property}: ${names?.referenceOf(value) ?? value};`
      : noStyle.with(property, value).text;
    if (text === '') continue;
    markup.add(before);
    markup.add(text);
    before = ' ';
  }
  markup.add('"');
}
