import { Kept } from '../../base/kept.ts';
import { DrawingCopy } from './copies.ts';
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
  let markup = '';
  for (const node of nodes) markup += markupOf(node, names);
  return markup;
}

/** One walk, without a call for each level: V8 would optimize what calls itself again and again, with ever more of it. */
function markupOf(top: DrawingNode, names: MarkerNames | undefined): string {
  let markup = '';
  for (let node: DrawingNode | null = top; node; ) {
    if (node instanceof DrawingElement && !(names && node.tagName === 'marker')) {
      markup += headOf(node) + styleOf(node.declarations, names);
      if (node.firstChild) {
        markup += '>';
        node = node.firstChild;
        continue;
      }
      markup += '/>';
    } else markup += wholeOf(node, names);
    while (node !== top && !node.nextSibling && node.parentNode) {
      const around: DrawingElement = node.parentNode;
      markup += `</${around.tagName}>`;
      node = around;
    }
    node = node === top ? null : node.nextSibling;
  }
  return markup;
}

/** A text, a copy, or a marker that gets a name, with all below it. */
function wholeOf(node: DrawingNode, names: MarkerNames | undefined): string {
  if (node instanceof DrawingCopy) {
    node.original.markup ??= serialize(node.original.nodes, names);
    return node.original.markup;
  }
  return names && node instanceof DrawingElement ? markerMarkup(node, names) : escapeText(node.textContent);
}

function markerMarkup(marker: DrawingElement, names: MarkerNames): string {
  const { id } = marker.attributes;
  const head = headOf(marker, 'id');
  const style = styleOf(marker.declarations, names);
  const below = marker.childNodes;
  const rest = below.length > 0 ? `${style}>${serialize(below, names)}</marker>` : `${style}/>`;
  const named = id === undefined ? '' : ` id="${escapeAttribute(names.idOf(String(id), head + rest))}"`;
  return head + named + rest;
}

/** The tag up to the attributes. @param without the attribute to leave out */
function headOf({ tagName, className, attributes }: DrawingElement, without?: string): string {
  let head = `<${tagName}`;
  if (className !== '') head += classAttributes.get(className);
  for (const name in attributes) {
    if (name === without) continue;
    const value = attributes[name];
    head += ` ${name}="${typeof value === 'string' ? escapeAttribute(value) : value}"`;
  }
  return head;
}

/** Classes are the same in many elements. */
const classAttributes = new Kept((className) => ` class="${escapeAttribute(className)}"`);

function styleOf(declarations: Readonly<Record<string, unknown>>, names: MarkerNames | undefined): string {
  let style = noStyle;
  for (const property in declarations) {
    const value = declarations[property];
    if (isReference(value)) return referringStyle(declarations, names);
    style = style.with(property, value);
  }
  return style.attribute;
}

/** A style that refers to a marker, as no other does: it is not worth keeping. */
function referringStyle(declarations: Readonly<Record<string, unknown>>, names: MarkerNames | undefined): string {
  let style = '';
  for (const property in declarations) {
    const value = declarations[property];
    const text = isReference(value)
      ? `${property}: ${names?.referenceOf(value) ?? value};`
      : noStyle.with(property, value).text;
    if (text !== '') style += style === '' ? text : ` ${text}`;
  }
  return ` style="${style}"`;
}
