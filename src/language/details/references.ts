/** What a reference in `with { … }` may name. */
import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import { elementOfType, type PropertyDescriptor, type TypeDescriptor, typeNamed } from '../../schema/index.ts';
import {
  type Define,
  type Extension,
  isCriterion,
  isDefine,
  isExtensionChild,
  isModel,
  isNamespace,
} from '../generated/ast.ts';
import { isXmlName } from '../xml-name.ts';
import { blockType } from './detail-entry.ts';
import { elementType, ownPoolOf, partOf } from './detail-types.ts';

/**
 * The types that a name in the text stands for, the likeliest first: a store is what is drawn and what is behind it, a process
 * that is its own pool is a participant too. None for what is kept as XML, which may be anything.
 */
export function typesNamedBy(node: AstNode): TypeDescriptor[] {
  const own = blockType(node);
  // A criterion's line makes its sentry too.
  const sentry = isCriterion(node) ? typeNamed('cmmn:Sentry') : undefined;
  return [own, partOf(node)?.type, ownPoolOf(node)?.type, sentry].filter((type) => type !== undefined);
}

/** Whether a reference of a property may name a node of the text. */
export function canRefer(property: PropertyDescriptor, node: AstNode): boolean {
  if (property.type === 'Element' || isOpaqueXml(node)) return true;
  return typesNamedBy(node).some((type) => type.allTypes.has(property.type));
}

/** Whether what `define` makes may be called, by what is half typed too. */
export function isCallable(define: Define): boolean {
  const type = elementType(define);
  if (type === undefined) return !isOpaqueXml(define);
  return type.allTypes.has('bpmn:CallableElement') || type.name === 'cmmn:Process';
}

/** `define xml id { text: … }`. */
export function isOpaqueXml(node: AstNode): boolean {
  return isDefine(node) && node.kind === 'xml';
}

/** What a property refers to, as a message names it: `itemDefinition`. */
export function nounOf(property: PropertyDescriptor): string {
  const type = typeNamed(property.type);
  return type ? elementOfType(type) : 'element';
}

/** Prefixes that XML keeps for itself: no file declares them. */
export const RESERVED_PREFIXES: ReadonlySet<string> = new Set(['xml', 'xmlns']);

/** What `xml:lang` means, declared or not. */
const XML = 'http://www.w3.org/XML/1998/namespace';

/** The address that the head of the file gives a prefix; undefined if it does not declare it, or may not. */
export function namespaceOf(node: AstNode, prefix: string): string | undefined {
  const model = AstUtils.findRootNode(node);
  if (prefix === 'xml') return XML;
  if (!isModel(model) || RESERVED_PREFIXES.has(prefix) || !isXmlName(prefix)) return undefined;
  const uri = model.header.filter(isNamespace).find(({ name }) => name === prefix)?.uri;
  return uri?.trim() ? uri : undefined;
}

/** `@name(…)` inside another vendor element is one without a name space; the standard has no room for it elsewhere. */
export function isWithoutNamespace(node: Extension): node is Extension & { prefix: string } {
  if (node.prefix === undefined || node.tag !== undefined || !node.parenthesis) return false;
  return isExtensionChild(node.$container) && GrammarUtils.findNodeForKeyword(node.$cstNode, ':') === undefined;
}
