/**
 * `with { … }`: what an element says besides its words, under the names of the schema. What has no place there either is left out
 * here; the layout file keeps it (`residue.ts`).
 */
import { isElement, type ModelElement, ownPropertyOf, referenceText } from '../model/index.ts';
import {
  elementOfType,
  entryNamed,
  enumerationNamed,
  isSimple,
  type PropertyDescriptor,
  type TypeDescriptor,
  typeNamed,
} from '../schema/index.ts';
import { extensionsOf, type Prefixes } from './extensions.ts';
import { idOf } from './ids.ts';
import { expressionText, idText, keyText, stringText } from './literals.ts';
import type { Detail, Word } from './tree.ts';

/** Facts of any element that its place in the text says, or that no text says. */
const NEVER: ReadonlySet<string> = new Set(['id', 'extensionElements', 'incoming', 'outgoing']);

/** What some tools write of each process, and what means nothing: the standard has it where nothing is said. */
const MEANT_ANYWAY: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['processType', 'None'],
  ['isClosed', false],
]);

/** What of an element is text already, by the names of its properties. */
export type Said = ReadonlySet<string>;

export interface DetailWriter {
  readonly prefixes: Prefixes;
  /** Whether the text can have an id for an element: what stands in it under a name, or could. */
  canRefer(element: ModelElement): boolean;
}

/** What is not said yet of an element, in the order of the schema. */
export function detailsOf(element: ModelElement, said: Said, writer: DetailWriter): Detail[] {
  const type = typeNamed(element.$type);
  const found: Detail[] = [];
  for (const property of type ? saidInDetails(type) : [])
    if (!said.has(property.name)) found.push(...detailsFor(element, property, writer));
  return found;
}

const detailProperties = new WeakMap<TypeDescriptor, readonly PropertyDescriptor[]>();

/** What `with` has a key for, by the schema. Asked for every element, so remembered. */
function saidInDetails(type: TypeDescriptor): readonly PropertyDescriptor[] {
  const known = detailProperties.get(type);
  if (known) return known;
  const found = type.properties.filter(
    (property) => !NEVER.has(property.name) && !property.isVirtual && entryNamed(type, nameOf(property)) !== undefined,
  );
  detailProperties.set(type, found);
  return found;
}

/** The name under which a key says a property; that of what it holds, where the type of that names it. */
function nameOf(property: PropertyDescriptor): string {
  if (property.isAttr || property.isBody) return property.name;
  if (property.element !== '') return property.element;
  const type = typeNamed(property.type);
  return type ? elementOfType(type) : property.name;
}

function detailsFor(element: ModelElement, property: PropertyDescriptor, writer: DetailWriter): Detail[] {
  if (property.isReference) return referenceDetails(element, property, writer);
  const value = ownPropertyOf(element, property.name);
  if (value === undefined || value === (MEANT_ANYWAY.get(property.name) ?? property.default)) return [];
  if (isSimple(property.type) || property.isAttr || property.isBody) return plainDetails(property, value);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((child) =>
    isElement(child) && !isUnwritten(child) ? childDetail(child, property, writer) : [],
  );
}

/** Documentation that nobody has written yet: some tools put it into each element. The layout file keeps it. */
function isUnwritten(child: ModelElement): boolean {
  return child.$type.endsWith(':Documentation') && !ownPropertyOf(child, 'text') && idOf(child) === undefined;
}

function plainDetails(property: PropertyDescriptor, value: unknown): Detail[] {
  const text = plainText(property, value);
  return text === undefined ? [] : [{ words: [glued(nameOf(property), text)] }];
}

function plainText(property: PropertyDescriptor, value: unknown): string | undefined {
  switch (property.type) {
    case 'Boolean':
      return typeof value === 'boolean' ? String(value) : undefined;
    case 'Integer':
    case 'Real':
      return typeof value === 'number' && /^-?\d+(\.\d+)?$/.test(String(value)) ? String(value) : undefined;
    default:
      return typeof value === 'string' && isAllowed(property, value) ? stringText(value) : undefined;
  }
}

/** An empty text says nothing, and an enumeration has its values; the layout file keeps what a file has there. */
function isAllowed({ type, isBody }: PropertyDescriptor, value: string): boolean {
  return enumerationNamed(type)?.includes(value) ?? !(isBody && value === '');
}

function glued(key: string, value: Word): Word {
  return { glued: [`${keyText(key)}: `, value] };
}

function referenceDetails(element: ModelElement, property: PropertyDescriptor, writer: DetailWriter): Detail[] {
  const value = ownPropertyOf(element, property.name);
  if (value === undefined && referenceText(element, property.name) === undefined) return [];
  const targets: readonly unknown[] = Array.isArray(value) ? value : [value];
  const key = nameOfReference(element, property);
  const inside = targets.flatMap((target) =>
    isElement(target) && isOfType(target, property) && writer.canRefer(target)
      ? [{ words: [glued(key, { to: target })] }]
      : [],
  );
  return [...inside, ...elsewhere(element, property, key, writer)];
}

function isOfType(target: ModelElement, { type }: PropertyDescriptor): boolean {
  return type === 'Element' || target.$instanceOf(type);
}

function nameOfReference(element: ModelElement, property: PropertyDescriptor): string {
  const type = typeNamed(element.$type);
  return type && entryNamed(type, property.name) ? property.name : nameOf(property);
}

/** References with a prefix to what is in another file. */
function elsewhere(
  element: ModelElement,
  property: PropertyDescriptor,
  key: string,
  { prefixes }: DetailWriter,
): Detail[] {
  const texts = referenceText(element, property.name)?.split(' ') ?? [];
  return texts.flatMap((text) => {
    const [prefix = '', local, more] = text.split(':');
    if (local === undefined || more !== undefined || prefixes.uriOf(prefix) === undefined) return [];
    prefixes.use(prefix);
    return [{ words: [glued(key, `${idText(prefix)}:${keyText(local)}`)] }];
  });
}

/** A child that holds no more than code or words is a value; any other has a block. */
export function childDetail(child: ModelElement, property: PropertyDescriptor, writer: DetailWriter): Detail[] {
  const type = typeNamed(child.$type);
  if (!type) return [];
  const key = property.element === '' ? elementOfType(type) : property.element;
  if (property.element !== '' && !isTypeOf(property, type, child)) return [];
  const value = onlyText(child, type, writer);
  if (value !== undefined) return [{ words: [glued(key, value)] }];
  return [childBlock(child, key, type, writer)];
}

function childBlock(child: ModelElement, key: string, type: TypeDescriptor, writer: DetailWriter): Detail {
  const said = new Set<string>();
  const words: Word[] = [keyText(key)];
  const hasId = type.propertiesByName.has('id') && idOf(child) !== undefined;
  if (hasId) words.push({ name: { element: child, base: undefined } });
  const label = labelOf(child, type);
  if (label) {
    words.push(stringText(label.text));
    said.add(label.property);
  }
  return {
    words,
    ...(hasId && { element: child }),
    inside: detailsOf(child, said, writer),
    extensions: extensionsOf(child, writer.prefixes),
  };
}

/** A key makes the type of its property, or a formal expression where that is an expression. */
function isTypeOf(property: PropertyDescriptor, type: TypeDescriptor, child: ModelElement): boolean {
  if (property.type === 'bpmn:Expression')
    return type.name === 'bpmn:FormalExpression' || onlyBody(child) !== undefined;
  return type.name === property.type;
}

function onlyText(child: ModelElement, type: TypeDescriptor, writer: DetailWriter): string | undefined {
  if (extensionsOf(child, writer.prefixes).length > 0 || idOf(child) !== undefined) return undefined;
  if (type.name === 'bpmn:FormalExpression' || type.name === 'cmmn:Expression') return expressionOf(child);
  const body = onlyBody(child);
  return body === undefined ? undefined : stringText(body);
}

/** The text of an element that says nothing else. */
function onlyBody(child: ModelElement): string | undefined {
  const type = typeNamed(child.$type);
  if (!type?.body || type.name === 'bpmn:FormalExpression' || type.name === 'cmmn:Expression') return undefined;
  const own = type.properties.filter(({ name }) => ownPropertyOf(child, name) !== undefined);
  const text = ownPropertyOf(child, type.body.name);
  return own.length === 1 && typeof text === 'string' && text !== '' ? text : undefined;
}

/** A formal expression as `` `code` language "…" ``; undefined if it has more to say, or no backticks give its text back. */
export function expressionOf(expression: ModelElement, ignored: readonly string[] = []): string | undefined {
  if (!['bpmn:FormalExpression', 'cmmn:Expression'].some((type) => expression.$instanceOf(type))) return undefined;
  const said = new Set(['body', 'language', ...ignored]);
  const type = typeNamed(expression.$type);
  const more = type?.properties.some(({ name }) => !said.has(name) && ownPropertyOf(expression, name) !== undefined);
  const body = ownPropertyOf(expression, 'body') ?? '';
  const code = typeof body === 'string' ? codeText(body) : undefined;
  if (more || code === undefined) return undefined;
  const language = ownPropertyOf(expression, 'language');
  return typeof language === 'string' ? `${code} language ${stringText(language)}` : code;
}

function codeText(body: string): string | undefined {
  return body === '' ? '``' : expressionText(body);
}

interface Label {
  readonly property: string;
  readonly text: string;
}

/** The name of an element or, where its type has none, its value. */
export function labelOf(element: ModelElement, type = typeNamed(element.$type)): Label | undefined {
  const property = type?.propertiesByName.get('name') ?? type?.propertiesByName.get('value');
  const text = property?.isAttr ? ownPropertyOf(element, property.name) : undefined;
  return property && typeof text === 'string' ? { property: property.name, text } : undefined;
}
