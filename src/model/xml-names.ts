/** Namespaces, and which attribute of a file is which property. */
import { type Package, packages, type TypeDescriptor } from '../schema/index.ts';
import type { ModelElement } from './model-element.ts';

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** CMMN 1.0 differs from 1.1 in parts that are kept as raw XML; what the two share is read as 1.1. */
const CMMN_1_0 = 'http://www.omg.org/spec/CMMN/20131201/MODEL';

/** The text of a file of CMMN 1.0 as one of 1.1, for viewers that know no other; any other text stays as it is. */
export function asCmmn11(xml: string): string {
  return cmmn ? xml.replaceAll(CMMN_1_0, cmmn.uri) : xml;
}

/** The name space of an older version of the standard that a definitions element was read from; undefined for the present one. */
export function olderNamespaceOf({ $attrs }: ModelElement): string | undefined {
  return Object.entries($attrs).some(([name, uri]) => uri === CMMN_1_0 && boundPrefix(name) !== undefined)
    ? CMMN_1_0
    : undefined;
}

/** Namespaces of attributes that are no standard's, but known under one prefix by everyone (bpmn-js draws with them). */
export const CUSTOMARY: ReadonlyMap<string, string> = new Map([
  [XSI, 'xsi'],
  ['http://bpmn.io/schema/bpmn/biocolor/1.0', 'bioc'],
  ['http://www.omg.org/spec/BPMN/non-normative/color/1.0', 'color'],
]);

const packagesByUri: ReadonlyMap<string, Package> = new Map(packages.map((one) => [one.uri, one]));
const cmmn = packages.find((one) => one.prefix === 'cmmn');

/** The package of a namespace, undefined for a foreign one. */
export function packageOf(uri: string): Package | undefined {
  return packagesByUri.get(uri) ?? (uri === CMMN_1_0 ? cmmn : undefined);
}

/** The namespaces under which a package may stand in a file, its own first. */
export function namespacesOf(one: Package): readonly string[] {
  return one === cmmn ? [one.uri, CMMN_1_0] : [one.uri];
}

/**
 * The key of an attribute in `$attrs`: its name as written, but with the customary prefix where its namespace has one.
 * Undefined if it is a property of the type, or `xsi:type`. `namespaceOf` tells what prefixes are bound to.
 */
export function attributeKey(
  type: TypeDescriptor,
  name: string,
  namespaceOf: (prefix: string) => string | undefined,
): string | undefined {
  const [prefix, local] = splitName(name);
  if (prefix === '') return type.propertiesByName.get(name)?.isAttr ? undefined : name;
  const customary = CUSTOMARY.get(namespaceOf(prefix) ?? '');
  if (customary === 'xsi' && local === 'type') return undefined;
  return customary === undefined ? name : `${customary}:${local}`;
}

/** Whether an attribute binds a prefix, and which ('' is the default namespace). */
export function boundPrefix(name: string): string | undefined {
  if (name === 'xmlns') return '';
  return name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined;
}

/** A qualified name in its two parts; the prefix is '' if there is none. */
export function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
