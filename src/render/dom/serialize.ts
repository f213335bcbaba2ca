import { Kept } from '../kept.ts';
import { DrawingElement } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import type { DrawingNode } from './node.ts';
import { isReference, noStyle } from './style-text.ts';

/** What the markers (arrow heads) of a picture are called: bpmn-js gives them other ids in every run. */
export interface MarkerNames {
  /** The id of a marker, by the one that it has, and by its markup without an id. */
  idOf(id: string, look: string): string;
  /** What to write for the reference to a marker, `url(#id)`; asked when all markers are known. */
  referenceOf(reference: string): string;
}

/** Markup as it is written: piece by piece, since gluing each to the next takes longer than all at once. */
interface Writing {
  readonly parts: string[];
  readonly names: MarkerNames | undefined;
  /** Where references to markers belong in `parts`. */
  readonly references: { readonly at: number; readonly reference: string }[];
}

/** The markup of nodes and all below them. @param names of the markers, if not those that they have */
export function serialize(nodes: readonly DrawingNode[], names?: MarkerNames): string {
  const writing: Writing = { parts: [], names, references: [] };
  for (const node of nodes) addNode(node, writing);
  const { parts, references } = writing;
  for (const { at, reference } of references) parts[at] = names?.referenceOf(reference) ?? reference;
  return parts.join('');
}

function addNode(node: DrawingNode, writing: Writing): void {
  if (!(node instanceof DrawingElement)) writing.parts.push(escapeText(node.textContent));
  else if (node.tagName === 'marker' && writing.names) addMarker(node, writing, writing.names);
  else {
    addHead(node, writing);
    addRest(node, writing);
  }
}

function addMarker(marker: DrawingElement, writing: Writing, names: MarkerNames): void {
  const { parts } = writing;
  const { id } = marker.attributes;
  const start = parts.length;
  addHead(marker, writing, 'id');
  const place = parts.push('') - 1;
  addRest(marker, writing);
  if (id === undefined) return;
  const name = names.idOf(String(id), parts.slice(start).join(''));
  parts[place] = ` id="${escapeAttribute(name)}"`;
}

/** The tag up to the attributes. @param without the attribute to leave out */
function addHead({ tagName, className, attributes }: DrawingElement, { parts }: Writing, without?: string): void {
  parts.push(openings.get(tagName));
  if (className !== '') parts.push(classAttributes.get(className));
  for (const name in attributes) {
    if (name === without) continue;
    const value = attributes[name];
    parts.push(attributeStarts.get(name), typeof value === 'string' ? escapeAttribute(value) : String(value), '"');
  }
}

/** The style, and what is below. */
function addRest({ tagName, declarations, firstChild }: DrawingElement, writing: Writing): void {
  const { parts } = writing;
  addStyle(declarations, writing);
  if (!firstChild) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (let child: DrawingNode | null = firstChild; child; child = child.nextSibling) addNode(child, writing);
  parts.push(closings.get(tagName));
}

/** The pieces of markup that are the same in many elements. */
const openings = new Kept((tagName) => `<${tagName}`);
const closings = new Kept((tagName) => `</${tagName}>`);
const classAttributes = new Kept((className) => ` class="${escapeAttribute(className)}"`);
const attributeStarts = new Kept((name) => ` ${name}="`);

function addStyle(declarations: Readonly<Record<string, unknown>>, writing: Writing): void {
  let style = noStyle;
  for (const property in declarations) {
    const value = declarations[property];
    if (isReference(value)) {
      addReferringStyle(declarations, writing);
      return;
    }
    style = style.with(property, value);
  }
  if (style !== noStyle) writing.parts.push(style.attribute);
}

/** A style that refers to markers: it is written by its declarations, to change some of them later. */
function addReferringStyle(declarations: Readonly<Record<string, unknown>>, { parts, references }: Writing): void {
  let before = ' style="';
  for (const property in declarations) {
    const value = declarations[property];
    if (isReference(value)) {
      references.push({ at: parts.push(before, property, ': ', value) - 1, reference: value });
      parts.push(';');
    } else {
      const { text } = noStyle.with(property, value);
      if (text === '') continue;
      parts.push(before, text);
    }
    before = ' ';
  }
  parts.push('"');
}
