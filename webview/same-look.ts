import { isModdleObject, type ModdleObject, type PropertyDescriptor, propertyValue } from './moddle.ts';

/**
 * Properties that are no part of an element's own look: what is drawn as an element of its own, what is only a back
 * reference or says where the element hangs, and the geometry, which is compared by itself.
 */
const elsewhere = new Set([
  'flowElements',
  'laneSets',
  'childLaneSet',
  'artifacts',
  'participants',
  'messageFlows',
  'incoming',
  'outgoing',
  'flowNodeRef',
  'lanes',
  'sourceRef',
  'targetRef',
  'attachedToRef',
  'ioSpecification',
  'dataInputAssociations',
  'dataOutputAssociations',
  'extensionElements',
  'documentation',
  'bpmnElement',
  'planeElement',
  'bounds',
  'waypoint',
  'label',
]);

/**
 * Whether two versions of one element (or of its shape or edge) look the same, geometry aside. It compares all that is
 * set rather than a list of what the renderer reads today: at worst something is drawn once too often.
 */
export function sameLook(before: ModdleObject, after: ModdleObject): boolean {
  if (before.$type !== after.$type || !samePlain(before.$attrs, after.$attrs)) {
    return false;
  }
  const isSame = (name: string) =>
    name.startsWith('$') ||
    elsewhere.has(name) ||
    sameValue(Reflect.get(before, name), Reflect.get(after, name), isReference(after, name));
  // What is set in none of them has the default in both. (moddle hides references from `Object.keys`.)
  const [old, now] = [Object.getOwnPropertyNames(before), Object.getOwnPropertyNames(after)];
  return old.every(isSame) && now.every((name) => Object.hasOwn(before, name) || isSame(name));
}

function isReference(element: ModdleObject, name: string): boolean {
  return element.$descriptor.propertiesByName[name]?.isReference === true;
}

function sameValue(before: unknown, after: unknown, isReference: boolean): boolean {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((item, i) => sameValue(item, after[i], isReference));
  }
  if (isModdleObject(before) && isModdleObject(after)) {
    return isReference ? sameReferenced(before, after) : sameLook(before, after);
  }
  return before === after || (isEmpty(before) && isEmpty(after));
}

/**
 * A referenced element is drawn by itself, if at all; but some of its facts show where it is referred to (a message's
 * name, a category's value, whether a data object is a collection). Those are plain values.
 */
function sameReferenced(before: ModdleObject, after: ModdleObject): boolean {
  const isSame = (property: PropertyDescriptor) => {
    const [a, b] = [propertyValue(before, property), propertyValue(after, property)];
    return typeof a === 'object' || typeof b === 'object' || a === b;
  };
  return before.$type === after.$type && after.$descriptor.properties.every(isSame);
}

function samePlain(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(before);
  return names.length === Object.keys(after).length && names.every((name) => before[name] === after[name]);
}

/** moddle creates the empty list on first reading: no list and an empty one are the same. */
function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
