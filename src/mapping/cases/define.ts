/** Root elements of cases that `define` makes: definitions of case file items, processes that are elsewhere, relationships. */
import { type Define, documentationOf, elementType, labelOf } from '../../language/index.ts';
import { append, type Cmmn, createElement, createElementOf, is, type ModelElement, put } from '../../model/index.ts';
import { entryNamed, typeNamed } from '../../schema/index.ts';
import { type CaseContext, keyOf } from './case-context.ts';

/** The element of a `define` of CMMN, made and added to the file when first asked for; those of BPMN are for the processes. */
export function definedElement(context: CaseContext, node: Define): ModelElement | undefined {
  const known = context.details.elementOf(node);
  const type = elementType(node);
  const root = typeNamed('cmmn:Definitions');
  const entry = root && node.kind !== undefined ? entryNamed(root, node.kind) : undefined;
  if (known || !type || !entry || type.package.prefix !== 'cmmn') return known;
  const element = createElementOf(type);
  if (type.propertiesByName.has('id')) element.set('id', context.ids.id(node));
  context.sources.add(context.ids.id(node), node);
  if (is(element, 'cmmn:CaseFileItemDefinition') || is(element, 'cmmn:Process'))
    context.name(element, keyOf(node), labelOf(node));
  const text = documentationOf(node);
  if (text !== undefined && is(element, 'cmmn:CMMNElement'))
    append(element, 'documentation', createElement('cmmn:Documentation', { text }));
  put(context.definitions, entry.property, element);
  context.setKey(element, keyOf(node));
  context.details.bind(node, element);
  return element;
}

/** What a case file item is. */
export function itemDefinition(
  context: CaseContext,
  node: Define | undefined,
): Cmmn.CaseFileItemDefinition | undefined {
  const element = node && definedElement(context, node);
  return is(element, 'cmmn:CaseFileItemDefinition') ? element : undefined;
}

/** A process that is elsewhere. */
export function externalProcess(context: CaseContext, node: Define): Cmmn.Process | undefined {
  const element = definedElement(context, node);
  return is(element, 'cmmn:Process') ? element : undefined;
}
