/** Prints the TypeScript interfaces of the meta-model, one file a package, and the map from type names to them. */
import { type Package, type Property, SIMPLE, type Type } from './generate-model-packages.ts';

const HEAD =
  '// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.\n';
const SCRIPT_TYPES: Record<string, string> = {
  String: 'string',
  Boolean: 'boolean',
  Integer: 'number',
  Real: 'number',
};

/** The file with the interfaces of one package. */
export function printInterfaces(one: Package, all: readonly Package[]): string {
  const others = new Set<string>();
  const typeName = (qualified: string): string => {
    const [prefix = '', local = ''] = qualified.split(':');
    if (prefix === one.prefix) return local;
    others.add(prefix);
    return `${prefix}.${local}`;
  };
  const enumerations = [...one.enumerations].map(([name, values]) => {
    return `export type ${typeName(name)} = ${values.map((value) => `'${value}'`).join(' | ')};\n`;
  });
  const interfaces = one.types.map((type) => printInterface(type, typeName));
  const imports = all
    .filter(({ prefix }) => others.has(prefix))
    .map(({ prefix }) => `import type * as ${prefix} from './${prefix}.ts';\n`);
  const base = ['ForeignElement', 'ModelElement'].filter((name) => interfaces.some((text) => text.includes(name)));
  const baseImport = base.length > 0 ? `import type { ${base.join(', ')} } from '../model-element.ts';\n` : '';
  return [`${HEAD}${baseImport}${imports.join('')}`, ...enumerations, ...interfaces].join('\n');
}

function printInterface(type: Type, typeName: (qualified: string) => string): string {
  const supers = type.supers.length > 0 ? type.supers.map(typeName) : ['ModelElement'];
  const properties = type.properties.map((property) => printProperty(property, typeName)).join('');
  const body = properties ? `{\n${properties}}` : '{}';
  return `export interface ${typeName(type.name)} extends ${supers.join(', ')} ${body}\n`;
}

/** Lists are always there, perhaps empty; a default stands in for what is absent. */
function printProperty(property: Property, typeName: (qualified: string) => string): string {
  const value = valueType(property, typeName);
  if (property.isMany) return `  ${property.name}: ${value}[];\n`;
  return `  ${property.name}${property.default === undefined ? '?' : ''}: ${value}${property.default === undefined ? ' | undefined' : ''};\n`;
}

function valueType(property: Property, typeName: (qualified: string) => string): string {
  if (property.type === 'Element') return property.isReference ? 'ModelElement' : 'ForeignElement';
  return SIMPLE.has(property.type) ? (SCRIPT_TYPES[property.type] ?? 'string') : typeName(property.type);
}

/** The file with \`TypeMap\`. */
export function printTypeMap(packages: readonly Package[]): string {
  const imports = packages.map(({ prefix }) => `import type * as ${prefix} from './${prefix}.ts';\n`).join('');
  const rows = packages.flatMap((one) => one.types.map(({ name }) => `  '${name}': ${name.replace(':', '.')};\n`));
  return `${HEAD}${imports}\n/** Every type of the standards by the name that \`$type\` has. */\nexport interface TypeMap {\n${rows.join('')}}\n`;
}
