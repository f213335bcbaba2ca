/** Definitions of case file items, which `define` makes. */
import { type Define, definedType, documentationOf, labelOf } from '../../language/index.ts';
import { append, type Cmmn, createElement, is } from '../../model/index.ts';
import { type CaseContext, keyOf } from './case-context.ts';

/** Compiles a `define` of CMMN; those of BPMN are for the processes. */
export function compileItemDefinition(context: CaseContext, node: Define): void {
  itemDefinition(context, node);
}

/** The definition of a case file item; made, and added to the file, when first asked for. */
export function itemDefinition(
  context: CaseContext,
  node: Define | undefined,
): Cmmn.CaseFileItemDefinition | undefined {
  if (!node || definedType(node.kind)?.name !== 'cmmn:CaseFileItemDefinition') return undefined;
  const known = context.details.elementOf(node);
  if (is(known, 'cmmn:CaseFileItemDefinition')) return known;
  const element = createElement('cmmn:CaseFileItemDefinition', { id: context.ids.id(node) });
  context.sources.add(element.id, node);
  context.name(element, keyOf(node), labelOf(node));
  const text = documentationOf(node);
  if (text !== undefined) append(element, 'documentation', createElement('cmmn:Documentation', { text }));
  context.details.bind(node, element);
  append(context.definitions, 'caseFileItemDefinitions', element);
  return element;
}
