/** Joins the descriptors of bpmn-moddle and cmmn-moddle with the schemas they were made from. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSchemas, type SchemaType } from './generate-model-schema.ts';

export interface Property {
  readonly name: string;
  /** `String`, `Boolean`, `Integer`, `Real`, `Element` (anything), an enumeration or a type, the last two with prefix. */
  readonly type: string;
  readonly isAttr: boolean;
  readonly isMany: boolean;
  readonly isReference: boolean;
  readonly isId: boolean;
  readonly isBody: boolean;
  /** Derived from others: never in a file. */
  readonly isVirtual: boolean;
  /** Local name of its XML element where the property names it; else the type of the value does. */
  readonly element?: string;
  readonly default?: string | number | boolean;
}

export interface Type {
  readonly name: string;
  readonly supers: readonly string[];
  readonly isAbstract: boolean;
  readonly properties: readonly Property[];
}

export interface Package {
  /** Prefix of type names, unique among all packages. */
  readonly prefix: string;
  /** Prefix that files use by custom. */
  readonly writtenPrefix: string;
  readonly uri: string;
  /** Elements start with a lower-case letter (`bpmn:task` of type `bpmn:Task`). */
  readonly isLowerCase: boolean;
  /** What `xsi:type` puts before a type name. */
  readonly typePrefix: string;
  readonly types: readonly Type[];
  readonly enumerations: ReadonlyMap<string, readonly string[]>;
}

interface RawProperty {
  name: string;
  type: string;
  isAttr?: boolean;
  isMany?: boolean;
  isReference?: boolean;
  isId?: boolean;
  isBody?: boolean;
  isVirtual?: boolean;
  isReadOnly?: boolean;
  default?: string | number | boolean;
  xml?: { serialize?: string };
}
interface RawType {
  name: string;
  superClass?: string[];
  isAbstract?: boolean;
  properties?: RawProperty[];
}
interface RawEnumeration {
  name: string;
  literalValues: { name: string }[];
}
interface RawPackage {
  prefix: string;
  uri: string;
  types: RawType[];
  enumerations?: RawEnumeration[];
  /** So spelled in the descriptor of CMMN. */
  emumerations?: RawEnumeration[];
  xml?: { tagAlias?: string; typePrefix?: string };
}

export const SIMPLE: ReadonlySet<string> = new Set(['String', 'Boolean', 'Integer', 'Real']);
/** Simple types under the names that the CMMN descriptors give them. */
const ALIASES: Record<string, string> = {
  'cdi:double': 'Real',
  'cdc:Real': 'Real',
  'cdc:rgb': 'Integer',
  'cmmn:DateTime': 'String',
};

/** Descriptors and schemas; CMMN's drawing packages get prefixes that keep them apart from BPMN's. */
const BPMN = 'bpmn-moddle/resources/bpmn';
const CMMN = 'cmmn-moddle/resources/cmmn';
const SOURCES = [
  { at: BPMN, json: 'bpmn', schemas: ['Semantic', 'BPMN20'], rename: [] },
  { at: BPMN, json: 'bpmndi', schemas: ['BPMNDI'], rename: [] },
  { at: BPMN, json: 'di', schemas: ['DI'], rename: [] },
  { at: BPMN, json: 'dc', schemas: ['DC'], rename: [] },
  { at: CMMN, json: 'cmmn', schemas: ['CMMN11CaseModel', 'CMMN11'], rename: ['di', 'dc'] },
  { at: CMMN, json: 'cmmndi', schemas: ['CMMNDI11'], rename: ['di', 'dc'] },
  { at: CMMN, json: 'di', schemas: ['DI'], rename: ['di', 'dc'] },
  { at: CMMN, json: 'dc', schemas: ['DC'], rename: ['di', 'dc'] },
] as const;

/** Every package, BPMN first. Throws if a package is not installed. */
export function readPackages(): Package[] {
  return SOURCES.map(({ at, json, schemas, rename }) => {
    const folder = fileURLToPath(new URL(`../node_modules/${at}/`, import.meta.url));
    const raw: RawPackage = JSON.parse(readFileSync(`${folder}json/${json}.json`, 'utf8'));
    const renamed = new Map(rename.map((prefix) => [prefix as string, `c${prefix}`]));
    return joinPackage(raw, readSchemas(schemas.map((schema) => `${folder}xsd/${schema}.xsd`)), renamed);
  });
}

function joinPackage(raw: RawPackage, schema: Map<string, SchemaType>, renamed: Map<string, string>): Package {
  const prefix = renamed.get(raw.prefix) ?? raw.prefix;
  const typePrefix = raw.xml?.typePrefix ?? '';
  const qualify = (name: string): string => {
    if (SIMPLE.has(name) || name === 'Element') return name;
    const [before, local] = name.includes(':') ? name.split(':') : [raw.prefix, name];
    const qualified = `${renamed.get(before ?? '') ?? before}:${local}`;
    return ALIASES[qualified] ?? qualified;
  };
  const enumerations = raw.enumerations ?? raw.emumerations ?? [];
  const types = raw.types.filter(({ name }) => !SIMPLE.has(qualify(name)) && !SIMPLE.has(name));
  return {
    prefix,
    writtenPrefix: raw.prefix,
    uri: raw.uri,
    isLowerCase: raw.xml?.tagAlias === 'lowerCase',
    typePrefix,
    types: types.map((type) => joinType(type, schema.get((typePrefix + type.name).toLowerCase()), typePrefix, qualify)),
    enumerations: new Map(
      enumerations.map(({ name, literalValues }) => [`${prefix}:${name}`, literalValues.map((value) => value.name)]),
    ),
  };
}

function joinType(
  raw: RawType,
  schema: SchemaType | undefined,
  typePrefix: string,
  qualify: (name: string) => string,
): Type {
  // What the schema extends comes first, as its children do in a file.
  const rank = (name: string) => Number((typePrefix + localName(name)).toLowerCase() !== schema?.base);
  const inFiles = (raw.properties ?? []).filter((property) => !property.isReadOnly);
  const properties = inFiles.map((property) => ({ property, index: indexIn(property, schema) }));
  properties.sort((a, b) => a.index - b.index);
  return {
    name: qualify(raw.name),
    supers: [...(raw.superClass ?? [])].sort((a, b) => rank(a) - rank(b)).map(qualify),
    isAbstract: raw.isAbstract ?? false,
    properties: properties.map(({ property, index }) => joinProperty(property, schema, index, qualify)),
  };
}

/** Place of a property among the children that the schema has for its type, -1 for attributes and unknown ones. */
function indexIn(property: RawProperty, schema: SchemaType | undefined): number {
  if (!schema || (property.isAttr && schema.attributes.includes(property.name))) return -1;
  const type = localName(property.type);
  const names = property.isAttr || property.isReference ? [] : [lowerFirst(type), type];
  if (property.isReference) names.push(property.name.replace(/s$/, ''));
  names.push(property.name);
  return schema.elements.findIndex(({ name }) => names.includes(name));
}

/** The schema decides over the descriptor where it knows the property (`GlobalScriptTask#script` is no attribute). */
function joinProperty(
  raw: RawProperty,
  schema: SchemaType | undefined,
  index: number,
  qualify: (name: string) => string,
): Property {
  const child = schema?.elements[index];
  const type = qualify(raw.type);
  const isAttr = (raw.isAttr ?? false) && !child;
  // An attribute holds no elements: a list of them names them, said or not (the roles of a user event listener).
  const isNames = isAttr && raw.isMany === true && type.includes(':');
  const isReference = raw.isReference || child?.isReference || isNames;
  const isNamed =
    child?.isLocal || raw.xml?.serialize !== undefined || (!isAttr && !raw.isBody && (isReference || SIMPLE.has(type)));
  const element = isNamed ? (child?.name ?? raw.name) : undefined;
  return {
    name: raw.name,
    type,
    isAttr,
    isMany: raw.isMany || child?.isMany || false,
    isReference,
    isId: raw.isId ?? false,
    isBody: raw.isBody ?? false,
    isVirtual: raw.isVirtual || (isReference && !isAttr && schema !== undefined && !child),
    ...(element !== undefined && { element }),
    ...(raw.default !== undefined && { default: raw.type === 'Real' ? Number(raw.default) : raw.default }),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
