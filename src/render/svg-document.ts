import type { Bounds } from '../base/geometry.ts';
import { DrawingElement } from './dom/element.ts';
import type { DrawingNode } from './dom/node.ts';
import { serialize } from './dom/serialize.ts';
import type { Drawing } from './drawing.ts';

/** Whose drawing it is, and the room around it in px, as that project's own export has both. */
export interface Frame {
  readonly project: 'bpmn-js' | 'cmmn-js';
  readonly padding: number;
}

/**
 * The SVG file of a drawing. Its head is that of the project's export; the comment names the project, which its licence
 * asks for.
 */
export function svgDocument(drawing: Drawing, { project, padding }: Frame): string {
  return svgFile(padded(drawing.bounds, padding), [project], svgContent(drawing));
}

/** An SVG file of this size with drawings of these projects in it. */
export function svgFile(
  { x, y, width, height }: Bounds,
  projects: readonly Frame['project'][],
  content: string,
): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<!-- created with ${projects.join(', ')} / http://bpmn.io -->\n`,
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ',
    `width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" version="1.1">`,
    content,
    '</svg>',
  ].join('');
}

/** What a drawing is made of, in its own coordinates. */
export function svgContent({ layer, definitions }: Drawing): string {
  nameMarkers(layer);
  return [definitions ? serialize(definitions) : '', ...layer.childNodes.map(serialize)].join('');
}

export function padded({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/**
 * Gives the markers (arrow heads) ids that are the same in every run; bpmn-js's are random. A marker is named after
 * what it looks like, so that several pictures in one HTML page cannot take each other's arrow heads.
 */
function nameMarkers(layer: DrawingElement): void {
  /** From old to new reference. */
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const marked: DrawingElement[] = [];
  forEachElement(layer, (element) => {
    const { style } = element;
    if (style['marker-start'] !== undefined || style['marker-end'] !== undefined) marked.push(element);
    const id = element.tagName === 'marker' ? element.attributes.get('id') : undefined;
    if (id === undefined) return;
    element.attributes.delete('id');
    const look = hash(serialize(element));
    const count = (counts.get(look) ?? 0) + 1;
    counts.set(look, count);
    const name = `marker-${look}-${count}`;
    names.set(`url(#${id})`, `url(#${name})`);
    element.attributes.set('id', name);
  });
  for (const { style } of marked) {
    for (const property of ['marker-start', 'marker-end']) {
      const name = names.get(String(style[property]));
      if (name !== undefined) style[property] = name;
    }
  }
}

/** Visits all elements below a node, in document order. */
export function forEachElement(node: DrawingNode, visit: (element: DrawingElement) => void): void {
  for (const child of node.childNodes) {
    if (!(child instanceof DrawingElement)) continue;
    visit(child);
    forEachElement(child, visit);
  }
}

/** A short name for a text: FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
