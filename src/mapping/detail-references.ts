/** References in `with { … }`: to what is in the file, to what comes along from others, to what stands elsewhere. */
import { type AstNode, AstUtils } from 'langium';
import { type Define, idOf, isDefine, isOpaqueXml, namespaceOf, type Value } from '../language/index.ts';
import { isElement, type ModelElement, put, referenceText, setReferenceText } from '../model/index.ts';
import type { PropertyDescriptor } from '../schema/index.ts';
import type { CompileContext } from './context.ts';
import { defineElement } from './define.ts';
import { compileDefinition, isDefinition } from './definitions.ts';
import { qualifiedName } from './head.ts';

/** Sets what a property refers to. What is not in the file is kept as it is written, if it may be elsewhere. */
export function refer(context: CompileContext, owner: ModelElement, property: PropertyDescriptor, value: Value): void {
  const { ref } = value;
  const node = ref?.ref;
  const target = node && targetOf(context, node, property);
  if (target) {
    const known: unknown = owner.get(property.name);
    if (!Array.isArray(known) || !known.includes(target)) put(owner, property, target);
  } else if (node && isElsewhere(node, value)) {
    addText(owner, property, idOf(node));
  } else if (ref && !node && namespaceOf(value, ref.$refText.split(':')[0] ?? '') !== undefined) {
    addText(owner, property, qualifiedName(context.definitions, ref.$refText, value));
  }
}

/** XML that is kept as it is has no elements here, and processes of other files do not come along. */
function isElsewhere(node: AstNode, value: Value): boolean {
  return isOpaqueXml(node) || AstUtils.findRootNode(node) !== AstUtils.findRootNode(value);
}

function addText(owner: ModelElement, property: PropertyDescriptor, text: string): void {
  const before = property.isMany ? referenceText(owner, property.name) : undefined;
  setReferenceText(owner, property.name, before === undefined ? text : `${before} ${text}`);
}

/** Of the elements that a node has become, the one that the property may refer to. */
function targetOf(context: CompileContext, node: AstNode, property: PropertyDescriptor): ModelElement | undefined {
  bringAlong(context, node);
  const own = context.elementOf(node) ?? context.details.elementOf(node) ?? context.flows.flowOf(node);
  const candidates = [own, context.participantOf(node), own?.get('dataObjectRef'), own?.get('dataStoreRef')];
  return candidates.find(
    (one): one is ModelElement => isElement(one) && (property.type === 'Element' || one.$instanceOf(property.type)),
  );
}

/** Definitions of other files come along when something here refers to them. */
function bringAlong(context: CompileContext, node: AstNode): void {
  if (isDefinition(node)) {
    compileDefinition(context, node);
    return;
  }
  const define: Define | undefined = AstUtils.getContainerOfType(node, isDefine);
  if (define) defineElement(context, define);
  // Its details are made at once: the reference may be to one of them.
  if (define && define !== node) context.details.make();
}
