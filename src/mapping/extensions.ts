/** Vendor extensions: `@prefix:name(…)` as extension elements, `@prefix:name = …` as attributes. */
import {
  type Extension,
  type ExtensionValue,
  isExtensionAttribute,
  isExtensionChild,
  isWithoutNamespace,
  isXmlName,
  namespaceOf,
} from '../language/index.ts';
import {
  append,
  createElement,
  createForeignElement,
  type ForeignElement,
  type ForeignName,
  is,
  type ModelElement,
} from '../model/index.ts';
import { prefixFor } from './head.ts';

/** Gives an element its vendor extensions, in the order of the text. What is half typed or has no address is left out. */
export function addExtensions(
  definitions: ModelElement,
  element: ModelElement,
  extensions: readonly Extension[],
): void {
  for (const extension of extensions) {
    const attribute = attributeOf(definitions, extension);
    if (attribute) element.$attrs[attribute.name] = attribute.text;
    const foreign = foreignElement(definitions, extension);
    if (foreign) addForeign(element, foreign);
  }
}

function addForeign(element: ModelElement, foreign: ForeignElement): void {
  if (is(element, 'bpmn:BaseElement')) {
    const holder = element.extensionElements ?? createElement('bpmn:ExtensionElements');
    if (!element.extensionElements) element.set('extensionElements', holder);
    append(holder, 'values', foreign);
  } else if (is(element, 'cmmn:CMMNElement')) {
    const holder = element.extensionElements ?? createElement('cmmn:ExtensionElements');
    if (!element.extensionElements) element.set('extensionElements', holder);
    append(holder, 'values', foreign);
  }
}

interface Attribute {
  readonly name: string;
  readonly text: string;
}

/** `@prefix:name = …`. */
function attributeOf(definitions: ModelElement, extension: Extension): Attribute | undefined {
  const name = nameOf(definitions, extension);
  const text = textOf(extension.value);
  return name && text !== undefined ? { name: `${name.prefix}:${name.localName}`, text } : undefined;
}

/** `@prefix:name(…)`. */
function foreignElement(definitions: ModelElement, extension: Extension): ForeignElement | undefined {
  const name = extension.parenthesis ? nameOf(definitions, extension) : undefined;
  if (!name) return undefined;
  const attributes = new Map<string, string>();
  const content: (string | ForeignElement)[] = [];
  for (const part of extension.parts) {
    if (isExtensionAttribute(part)) {
      const text = textOf(part.value);
      if (text !== undefined && isXmlName(part.key)) attributes.set(part.key, text);
    } else if (isExtensionChild(part)) {
      const attribute = attributeOf(definitions, part.child);
      const child = foreignElement(definitions, part.child);
      if (attribute) attributes.set(attribute.name, attribute.text);
      if (child) content.push(child);
    } else {
      content.push(part.text);
    }
  }
  return createForeignElement(name, attributes, content);
}

/** The name, if it is one that XML takes and its prefix is declared: no other may be written. */
function nameOf(definitions: ModelElement, extension: Extension): ForeignName | undefined {
  const { prefix, tag } = extension;
  if (isWithoutNamespace(extension)) return { prefix: '', localName: extension.prefix, uri: '' };
  if (prefix === undefined || tag === undefined || !isXmlName(tag)) return undefined;
  const uri = namespaceOf(extension, prefix);
  return uri === undefined ? undefined : { prefix: prefixFor(definitions, prefix, uri), localName: tag, uri };
}

function textOf(value: ExtensionValue | undefined): string | undefined {
  return value && (value.text ?? value.number ?? value.bool ?? value.expression?.text ?? value.word);
}
