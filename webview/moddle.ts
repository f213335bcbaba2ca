/** The little that this page reads of bpmn-moddle's objects; bpmn-js itself types them as `any`. */

import { missingIn, missingInLabel } from '../src/base/whole-bounds.ts';

/** What the meta-model says of one property. */
export interface PropertyDescriptor {
  readonly name: string;
  readonly ns: { readonly localName: string };
  readonly isReference?: boolean;
}

export interface ModdleObject {
  readonly $type: string;
  readonly $attrs: Readonly<Record<string, unknown>>;
  readonly $descriptor: {
    readonly properties: readonly PropertyDescriptor[];
    readonly propertiesByName: Readonly<Record<string, PropertyDescriptor>>;
  };
  readonly $instanceOf: (type: string) => boolean;
  readonly $parent?: ModdleObject;
  readonly id?: string;
  readonly name?: string;
}

export interface Waypoint {
  readonly x: number;
  readonly y: number;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A BPMNShape, BPMNEdge or BPMNPlane. */
export interface DrawnObject extends ModdleObject {
  readonly bpmnElement?: ModdleObject;
  readonly bounds?: Bounds;
  readonly waypoint?: readonly Waypoint[];
  readonly label?: { readonly bounds?: Bounds };
  readonly planeElement?: readonly DrawnObject[];
}

export interface DiagramObject extends ModdleObject {
  readonly plane?: DrawnObject;
}

export interface DefinitionsObject extends ModdleObject {
  readonly diagrams?: readonly DiagramObject[];
}

/** Gives shapes and labels the sizes that the file does not say. */
export function completeBounds(drawn: readonly DrawnObject[]): void {
  for (const { bounds, label } of drawn) {
    if (bounds) Object.assign(bounds, missingIn(bounds));
    if (label?.bounds) Object.assign(label.bounds, missingInLabel(label.bounds));
  }
}

/** Whether `value` is one of moddle's objects rather than a plain value. */
export function isModdleObject(value: unknown): value is ModdleObject {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** The value of a property as it stands, without the empty list that moddle's own `get` would create. */
export function propertyValue(element: ModdleObject, property: PropertyDescriptor): unknown {
  return Reflect.get(element, property.ns.localName);
}

/** The id of the element that a reference points to; '' if it points to none. */
export function referencedId(element: ModdleObject, property: string): string {
  const referenced: unknown = Reflect.get(element, property);
  return isModdleObject(referenced) ? (referenced.id ?? '') : '';
}

/** The elements that a property holds or lists; none where it is not set. */
export function ownedBy(element: ModdleObject, property: string): readonly ModdleObject[] {
  const value: unknown = Reflect.get(element, property);
  return Array.isArray(value) ? value.filter(isModdleObject) : [];
}
