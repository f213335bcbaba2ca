/** What may be said of an element, by the names that a file has for it. */
import { types as typeRows } from './generated/meta-model.ts';
import { childRule, elementOfType, type PropertyDescriptor, type TypeDescriptor, typeNamed } from './meta-model.ts';

/** An attribute, a text, a reference or a child that an element may have. */
export interface Entry {
  /** Its name in a file: that of the attribute or of the child element. */
  readonly name: string;
  readonly property: PropertyDescriptor;
  /** The type of the child; undefined for what is a plain value or a reference. */
  readonly type: TypeDescriptor | undefined;
}

/**
 * What `name` stands for in an element of a type; undefined if the schema has nothing of that name there. The text of an element
 * goes by its property's name (`text`, `body`), and a list of references also by the plural that the standard's text has.
 */
export function entryNamed(owner: TypeDescriptor, name: string): Entry | undefined {
  const property = owner.propertiesByName.get(name);
  if (property && (property.isAttr || property.isBody) && !property.isVirtual)
    return { name, property, type: undefined };
  const rule = childRule(owner, owner.package.prefix, name);
  if (rule) return { name, ...rule };
  const single = name.endsWith('Refs') ? entryNamed(owner, name.slice(0, -1)) : undefined;
  return single?.property.isReference && single.property.isMany ? single : undefined;
}

const entries = new Map<TypeDescriptor, readonly Entry[]>();

/** All that may be said of an element of a type, in the order of the schema. Found out once a type. */
export function entriesOf(owner: TypeDescriptor): readonly Entry[] {
  const known = entries.get(owner);
  if (known) return known;
  const found = owner.properties.filter((property) => !property.isVirtual).flatMap((one) => entriesFor(owner, one));
  entries.set(owner, found);
  return found;
}

function entriesFor(owner: TypeDescriptor, property: PropertyDescriptor): Entry[] {
  const { name, element, type } = property;
  if (property.isAttr || property.isBody) return [{ name, property, type: undefined }];
  const names = element === '' ? concreteTypes(type, owner.package.prefix).map(elementOfType) : [element];
  return names.flatMap((one) => {
    const rule = childRule(owner, owner.package.prefix, one);
    return rule?.property === property ? [{ name: one, ...rule }] : [];
  });
}

const concrete = new Map<string, readonly TypeDescriptor[]>();

/** The types of a package that are of the type named, itself among them, without the abstract ones. */
export function concreteTypes(name: string, prefix: string): readonly TypeDescriptor[] {
  const key = `${prefix} ${name}`;
  const known = concrete.get(key);
  if (known) return known;
  const found = Object.keys(typeRows)
    .filter((one) => one.startsWith(`${prefix}:`))
    .flatMap((one) => typeNamed(one) ?? [])
    .filter((one) => !one.isAbstract && one.allTypes.has(name));
  concrete.set(key, found);
  return found;
}
