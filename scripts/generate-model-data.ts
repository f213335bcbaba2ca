/** Prints the meta-model as data: what src/schema/meta-model.ts makes its type descriptors of. */
import type { Package, Property, Type } from './generate-model-packages.ts';

const HEAD = `// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.

/** Prefix of its type names, name space, prefix in files, whether elements start in lower case, what xsi:type puts before a name. */
export type PackageRow = readonly [prefix: string, uri: string, writtenPrefix: string, isLowerCase: boolean, typePrefix: string];

/**
 * Flags: \`@\` attribute, \`*\` list, \`>\` reference, \`#\` id, \`$\` the element's text, \`-\` derived, never in a file.
 * \`element\`: the local name of its XML element, '' where the type of the value names it.
 */
export type PropertyRow = readonly [name: string, type: string, flags: string, element?: string, fallback?: string | number | boolean];

/** Super types (separated by blanks, \`!\` at the front if abstract), then its own properties in the order of the schema. */
export type TypeRow = readonly [supers: string, ...properties: PropertyRow[]];
`;

/** The module \`meta-model.ts\`. */
export function printMetaModel(packages: readonly Package[]): string {
  const rows = packages.map((one) => [one.prefix, one.uri, one.writtenPrefix, one.isLowerCase, one.typePrefix]);
  const types = packages.flatMap((one) => one.types);
  const values = packages.flatMap((one) => [...one.enumerations]);
  return [
    HEAD,
    `export const packages: readonly PackageRow[] = [\n${rows.map((row) => `  ${JSON.stringify(row)},\n`).join('')}];\n`,
    `export const types: Readonly<Record<string, TypeRow>> = {\n${types.map(printType).join('')}};\n`,
    `/** The values of each enumeration. */\nexport const enumerations: Readonly<Record<string, readonly string[]>> = {\n${values.map(printEnumeration).join('')}};\n`,
  ].join('\n');
}

function printEnumeration([name, values]: readonly [string, readonly string[]]): string {
  return `  '${name}': ${JSON.stringify(values)},\n`;
}

function printType(type: Type): string {
  const supers = (type.isAbstract ? '!' : '') + type.supers.join(' ');
  return `  '${type.name}': ${JSON.stringify([supers, ...type.properties.map(propertyRow)])},\n`;
}

function propertyRow(property: Property): (string | number | boolean)[] {
  const flags = [
    property.isAttr && '@',
    property.isMany && '*',
    property.isReference && '>',
    property.isId && '#',
    property.isBody && '$',
    property.isVirtual && '-',
  ];
  const row = [property.name, property.type, flags.filter(Boolean).join('')];
  if (property.default !== undefined) return [...row, property.element ?? '', property.default];
  return property.element === undefined ? row : [...row, property.element];
}
