import type { Bounds } from '../base/geometry.ts';
import { Kept } from '../base/kept.ts';
import { DrawingElement } from './dom/element.ts';
import type { DrawingNode } from './dom/node.ts';
import { type MarkerNames, serialize } from './dom/serialize.ts';
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
  const head = [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<!-- created with ${projects.join(', ')} / http://bpmn.io -->\n`,
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ',
    `width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" version="1.1">`,
  ];
  return `${head.join('')}${content}</svg>`;
}

/** What a drawing is made of, in its own coordinates. */
export function svgContent({ layer, definitions }: Drawing): string {
  return (definitions ? serialize([definitions]) : '') + serialize(layer.childNodes, new NamesByLook());
}

export function padded({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/**
 * Gives the markers (arrow heads) ids that are the same in every run. A marker is named after what it looks like, so that several
 * pictures in one HTML page cannot take each other's arrow heads.
 */
class NamesByLook implements MarkerNames {
  readonly #counts = new Map<string, number>();
  /** From old to new reference. */
  readonly #references = new Map<string, string>();

  idOf(id: string, look: string): string {
    const hashed = hashes.get(look);
    const count = (this.#counts.get(hashed) ?? 0) + 1;
    this.#counts.set(hashed, count);
    const name = `marker-${hashed}-${count}`;
    this.#references.set(`url(#${id})`, `url(#${name})`);
    return name;
  }

  referenceOf(reference: string): string {
    return this.#references.get(reference) ?? reference;
  }
}

/** Short names for what markers look like: FNV-1a, 32 bits. */
const hashes = new Kept(hash);

/** Visits all elements below a node, in document order. */
export function forEachElement(node: DrawingElement, visit: (element: DrawingElement) => void): void {
  for (let child: DrawingNode | null = node.firstChild; child; child = child.nextSibling) {
    if (!(child instanceof DrawingElement)) continue;
    visit(child);
    forEachElement(child, visit);
  }
}

function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
