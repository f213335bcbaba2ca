/**
 * What tools write into models for themselves: how vendors draw an element, fields of theirs that nobody has filled in, where the schema of a
 * file lies. The layout file keeps it, with the drawing and the ids that tools made, so that the text has the process.
 */
import { type ForeignElement, foreignAttributes, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { idOf } from './ids.ts';

/** Per name space, which of its elements are such. */
const looks: ReadonlyMap<string, (element: ForeignElement) => boolean> = new Map([
  ['http://www.signavio.com', isLookOfSignavio],
  ['http://www.w4.eu/spec/BPMN/20110930/GRAPH', () => true],
]);

/** Per name space, which attribute: the picture of a template, the schema of the file. */
const lookAttributes: ReadonlyMap<string, string> = new Map([
  ['http://camunda.org/schema/zeebe/1.0', 'modelerTemplateIcon'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'schemaLocation'],
]);

/** Keys of Signavio's metadata that say how a shape looks. */
const COLOURS: ReadonlySet<unknown> = new Set(['bgcolor', 'bordercolor']);
/** Signavio writes each field of its forms, with such a value where nobody has said anything. */
const UNFILLED: ReadonlySet<unknown> = new Set(['', '[]']);

function isLookOfSignavio(element: ForeignElement): boolean {
  switch (element.$descriptor.ns.localName) {
    case 'signavioLabel':
      return true;
    case 'signavioDiagramMetaData':
      return element.get('metaKey') === 'revisionid';
    case 'signavioMetaData':
      return COLOURS.has(element.get('metaKey')) || UNFILLED.has(element.get('metaValue'));
    default:
      return false;
  }
}

/** Whether an attribute is one of them. */
export function isLook(uri: string | undefined, name: string): boolean {
  return uri !== undefined && lookAttributes.get(uri) === name;
}

/** What vendors say of an element in elements of theirs, parted into what the layout file keeps and what the text says. */
export interface Parted {
  readonly looks: readonly ForeignElement[];
  readonly others: readonly ForeignElement[];
}

const NOTHING: Parted = { looks: [], others: [] };

/**
 * Only what stands before all else is kept apart: so its place is known. And only where the layout file can speak of the element, which has
 * an id then.
 */
export function partedExtensions(element: ModelElement): Parted {
  const holder = ownPropertyOf(element, 'extensionElements');
  const values: unknown = holder && typeof holder === 'object' && 'values' in holder ? holder.values : undefined;
  if (!Array.isArray(values)) return NOTHING;
  const all: readonly ForeignElement[] = values;
  const first = idOf(element) === undefined ? 0 : all.findIndex((one) => !isLookElement(one));
  const count = first < 0 ? all.length : first;
  return count === 0 ? { looks: [], others: all } : { looks: all.slice(0, count), others: all.slice(count) };
}

function isLookElement(element: ForeignElement): boolean {
  return (looks.get(element.$descriptor.ns.uri)?.(element) ?? false) && isFreeOfPrefixes(element);
}

/** Prefixes in attributes mean something only in their file. */
function isFreeOfPrefixes(element: ForeignElement): boolean {
  for (const name of foreignAttributes(element).keys()) if (name.includes(':')) return false;
  return element.$children.every(isFreeOfPrefixes);
}
