/** What the generator takes from an XML schema: the order of an element's children and how they are named. */
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

export interface SchemaElement {
  readonly name: string;
  /** Declared in place, so the property names it; else it refers to an element that the type of the value names. */
  readonly isLocal: boolean;
  readonly isReference: boolean;
  readonly isMany: boolean;
}

export interface SchemaType {
  /** Local name of the type it extends, in lower case. */
  base?: string;
  /** Its own children in order. */
  readonly elements: SchemaElement[];
  readonly attributes: string[];
}

const REFERENCES = new Set(['xsd:QName', 'xsd:IDREF', 'xsd:IDREFS']);

/** The complex types of schema files by their name in lower case (`tCmmnElement` and moddle's `CMMNElement` are one). */
export function readSchemas(paths: readonly string[]): Map<string, SchemaType> {
  const types = new Map<string, SchemaType>();
  for (const path of paths) readSchema(path, types);
  return types;
}

function readSchema(path: string, types: Map<string, SchemaType>): void {
  // An anonymous type stands inside a named one; its content is none of the outer's.
  const open: (SchemaType | undefined)[] = [];
  const parser = new SaxesParser({});
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const name = withoutPrefix(qualified);
    if (name !== 'complexType') return addTo(open.at(-1), name, attributes);
    const type = attributes.name ? { elements: [], attributes: [] } : undefined;
    if (type && attributes.name) types.set(attributes.name.toLowerCase(), type);
    open.push(type);
  });
  parser.on('closetag', ({ name }) => {
    if (withoutPrefix(name) === 'complexType') open.pop();
  });
  parser.write(readFileSync(path, 'utf8')).close();
}

function addTo(type: SchemaType | undefined, name: string, attributes: Record<string, string>): void {
  if (!type) return;
  if (name === 'extension' && attributes.base) type.base = withoutPrefix(attributes.base).toLowerCase();
  if (name === 'attribute' && attributes.name) type.attributes.push(attributes.name);
  const element = attributes.name ?? attributes.ref;
  if (name !== 'element' || !element) return;
  type.elements.push({
    name: withoutPrefix(element),
    isLocal: attributes.name !== undefined,
    isReference: REFERENCES.has(attributes.type ?? ''),
    isMany: attributes.maxOccurs === 'unbounded',
  });
}

function withoutPrefix(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}
