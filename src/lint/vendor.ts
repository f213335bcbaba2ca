/** What vendors write into models: their elements and attributes, by the names of their namespaces. */
import { type ForeignElement, is, isElement, type ModelElement } from '../model/index.ts';
import type { ChangeVendor } from './fixes/model-change.ts';

/** Namespaces of the engines' own words; Operaton reads those of Camunda 7 too. */
export const vendorNamespaces = {
  camunda8: ['http://camunda.org/schema/zeebe/1.0'],
  camunda7: ['http://camunda.org/schema/1.0/bpmn', 'http://activiti.org/bpmn'],
  operaton: ['http://operaton.org/schema/1.0/bpmn', 'http://camunda.org/schema/1.0/bpmn'],
  flowable: ['http://flowable.org/bpmn', 'http://activiti.org/bpmn'],
} as const;

export type Vendor = keyof typeof vendorNamespaces;

/** The elements that a vendor has in an element's extensions, those in others too. */
export function vendorElements(element: ModelElement, vendor: Vendor): ForeignElement[] {
  const extensions = element.get('extensionElements');
  if (!is(extensions, 'bpmn:ExtensionElements')) return [];
  const found: ForeignElement[] = [];
  const open = [...extensions.values].reverse();
  for (let one = open.pop(); one; one = open.pop()) {
    if (isOf(one, vendor)) found.push(one);
    open.push(...one.$children.toReversed());
  }
  return found;
}

/** A change of a vendor's element: of one of its attributes, or without one it is taken out. */
export function changeOf(
  element: ForeignElement,
  attribute?: { name: string; value: string },
): ChangeVendor | undefined {
  const path: number[] = [];
  let one = element;
  while (one.$parent && !isElement(one.$parent)) {
    path.unshift(one.$parent.$children.indexOf(one));
    one = one.$parent;
  }
  const holder = one.$parent;
  const owner = holder?.$parent;
  if (!is(holder, 'bpmn:ExtensionElements') || !isElement(owner)) return undefined;
  path.unshift(holder.values.indexOf(one));
  return { kind: 'vendor', owner, path, ...(attribute && { attribute }) };
}

function isOf({ $descriptor: { ns } }: ForeignElement, vendor: Vendor): boolean {
  return vendorNamespaces[vendor].some((uri) => uri === ns.uri);
}

/** The name of a vendor's element without its prefix. */
export function localNameOf({ $descriptor }: ForeignElement): string {
  return $descriptor.ns.localName;
}

/** The attributes of a vendor's element. */
export function attributesOf(element: ForeignElement): (readonly [name: string, value: string])[] {
  return Object.entries(element).flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  );
}

/** An attribute that a vendor has on an element of the standard. */
export function vendorAttribute(
  element: ModelElement,
  definitions: ModelElement,
  vendor: Vendor,
  name: string,
): string | undefined {
  for (const [prefixed, value] of Object.entries(element.$attrs)) {
    const [prefix = '', local] = prefixed.split(':');
    const uri = element.$attrs[`xmlns:${prefix}`] ?? definitions.$attrs[`xmlns:${prefix}`];
    if (local === name && vendorNamespaces[vendor].some((one) => one === uri)) return value;
  }
  return undefined;
}
