/** What moddle's elements tell of their types, for code that was written for it. */
import type { TypeDescriptor } from '../schema/index.ts';

const moddleDescriptors = new WeakMap<TypeDescriptor, object>();

export function moddleDescriptor(type: TypeDescriptor): object {
  const known = moddleDescriptors.get(type);
  if (known) return known;
  const { name, localName, properties } = type;
  const made = {
    name,
    ns: { name, localName, prefix: type.package.prefix, uri: type.package.uri },
    properties,
    propertiesByName: Object.fromEntries(type.propertiesByName),
    allTypes: [...type.allTypes].map((one) => ({ name: one })),
    allTypesByName: Object.fromEntries([...type.allTypes].map((one) => [one, { name: one }])),
    idProperty: properties.find((property) => property.isId),
    bodyProperty: type.body,
  };
  moddleDescriptors.set(type, made);
  return made;
}
