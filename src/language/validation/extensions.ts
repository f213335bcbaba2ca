/** Vendor extensions, and the prefixes that the head of a file declares. */
import { type AstNode, GrammarUtils, type ValidationAcceptor } from 'langium';
import { blockType, extensionsOf } from '../details/detail-entry.ts';
import { isWithoutNamespace, namespaceOf, RESERVED_PREFIXES } from '../details/references.ts';
import type { Extension, ExtensionAttribute, ExtensionValue, Model, Namespace } from '../generated/ast.ts';
import { isBlock, isCaseBlock, isExtensionAttribute, isExtensionChild, isNamespace } from '../generated/ast.ts';
import { isXmlName } from '../xml-name.ts';
import { report } from './report.ts';

/** One `@prefix:name`, at any depth. */
export function checkExtension(node: Extension, accept: ValidationAcceptor): void {
  const { prefix, tag } = node;
  if (isWithoutNamespace(node)) {
    if (!isXmlName(node.prefix)) reportName(node, 'prefix', node.prefix, accept);
    checkAttributes(node, accept);
    return;
  }
  if (prefix === undefined || tag === undefined) return;
  for (const [property, name] of [['prefix', prefix] as const, ['tag', tag] as const]) {
    if (!isXmlName(name)) reportName(node, property, name, accept);
  }
  if (isXmlName(prefix) && namespaceOf(node, prefix) === undefined) {
    const message = `The prefix \`${prefix}\` is not declared. Write \`namespace ${prefix} "…"\` at the head of the file, with the address that the vendor names.`;
    report(accept, 'error', 'unknown-prefix', message, node, { property: 'prefix', data: { prefix } });
  }
  if (!node.value && node.parenthesis) checkPlace(node, accept);
  checkAttributes(node, accept);
}

function reportName(node: Extension, property: 'prefix' | 'tag', name: string, accept: ValidationAcceptor): void {
  const message = `'${name}' is no name that XML takes: it begins with a letter or \`_\`, and has no \`:\` or blank.`;
  report(accept, 'error', 'invalid-name', message, node, { property });
}

/** An element stands in the extension elements of another; few types have none. */
function checkPlace(node: Extension, accept: ValidationAcceptor): void {
  const owner = node.$container;
  const type = isExtensionChild(owner) ? undefined : blockType(owner);
  if (!type || type.propertiesByName.has('extensionElements')) return;
  const message =
    'The standard has no room for vendor elements here, only for attributes (`@prefix:name = "…"`). Put it on the element around.';
  report(accept, 'error', 'misplaced-extension', message, node, { property: 'tag' });
}

/** Names of attributes, and none of them twice. */
function checkAttributes(node: Extension, accept: ValidationAcceptor): void {
  const seen = new Set<string>();
  for (const part of node.parts) {
    if (isExtensionAttribute(part)) checkAttribute(part, seen, accept);
    else if (isExtensionChild(part) && part.child.value) {
      const name = `${part.child.prefix}:${part.child.tag}`;
      if (seen.has(name)) reportTwice(part.child, name, accept);
      seen.add(name);
    }
  }
}

function checkAttribute(part: ExtensionAttribute, seen: Set<string>, accept: ValidationAcceptor): void {
  const { key } = part;
  if (!isXmlName(key) || key.startsWith('xmlns')) {
    const message = `'${key}' is no name of an attribute: it begins with a letter or \`_\`, and is not \`xmlns\`. An attribute with a prefix is \`@prefix:name = "…"\`.`;
    report(accept, 'error', 'invalid-name', message, part, { property: 'key' });
  } else if (seen.has(key)) {
    const message = `The attribute \`${key}\` stands here twice. Remove one.`;
    report(accept, 'error', 'repeated-detail', message, part, { property: 'key' });
  }
  seen.add(key);
}

/** Vendor attributes of one element: each once. */
export function checkVendorAttributes(node: AstNode, accept: ValidationAcceptor): void {
  // Those of a block are its owner's.
  if (isBlock(node) || isCaseBlock(node)) return;
  const extensions = extensionsOf(node);
  if (extensions.length < 2) return;
  const seen = new Set<string>();
  for (const extension of extensions) {
    if (!extension.value || extension.tag === undefined) continue;
    const name = `${extension.prefix}:${extension.tag}`;
    if (seen.has(name)) reportTwice(extension, name, accept);
    seen.add(name);
  }
}

function reportTwice(extension: Extension, name: string, accept: ValidationAcceptor): void {
  const message = `The attribute \`@${name}\` stands on this element twice. Remove one.`;
  report(accept, 'error', 'repeated-detail', message, extension, { property: 'tag' });
}

/** An expression in a vendor's attribute is its text: a language would be lost. */
export function checkExtensionValue(value: ExtensionValue, accept: ValidationAcceptor): void {
  if (value.expression?.language === undefined) return;
  const message = 'A vendor attribute is a text, it has no language. Remove `language`.';
  report(accept, 'error', 'detail-value', message, value.expression, { property: 'language' });
}

/** The prefixes of a file: each once, none that XML keeps for itself. */
export function checkNamespaces(model: Model, accept: ValidationAcceptor): void {
  const seen = new Map<string, Namespace>();
  for (const node of model.header.filter(isNamespace)) {
    const first = seen.get(node.name);
    if (first) {
      const line = (first.$cstNode?.range.start.line ?? 0) + 1;
      at(node, 'name', 'duplicate-prefix', `Line ${line} declares \`${node.name}\` already. Choose another.`, accept);
    } else if (RESERVED_PREFIXES.has(node.name) || !isXmlName(node.name)) {
      const why = RESERVED_PREFIXES.has(node.name) ? 'XML keeps it for itself' : 'it is no name that XML takes';
      at(node, 'name', 'invalid-name', `\`${node.name}\` cannot be a prefix: ${why}. Choose another.`, accept);
    } else if (node.uri !== undefined && node.uri.trim() === '') {
      at(node, 'uri', 'missing-operand', 'A name space has an address. Write the one that the vendor names.', accept);
    }
    seen.set(node.name, first ?? node);
  }
}

function at(
  node: Namespace,
  property: 'name' | 'uri',
  code: string,
  message: string,
  accept: ValidationAcceptor,
): void {
  const range = GrammarUtils.findNodeForProperty(node.$cstNode, property)?.range;
  accept('error', message, { node, range, code, data: { code } });
}
