/** References in `with { … }` of cases. */
import { idOf, isCase, isProcess, type Value } from '../../language/index.ts';
import { type ModelElement, put, setReferenceText } from '../../model/index.ts';
import type { PropertyDescriptor } from '../../schema/index.ts';
import type { CaseContext } from './case-context.ts';

/** Sets what a property refers to: of the elements that a line has made, the one that fits. */
export function refer(context: CaseContext, owner: ModelElement, property: PropertyDescriptor, value: Value): void {
  const node = value.ref?.ref;
  if (!node) return;
  const own = context.elementOf(node) ?? context.details.elementOf(node);
  const item = context.planItemOf(node);
  const candidates = [own, item, own?.get('sentryRef'), item?.definitionRef, own?.get('casePlanModel')];
  const fitting = candidates
    .filter(isElement)
    .find((one) => property.type === 'Element' || one.$instanceOf(property.type));
  if (fitting) put(owner, property, fitting);
  else if (isProcess(node) || isCase(node)) setReferenceText(owner, property.name, idOf(node));
}

function isElement(value: unknown): value is ModelElement {
  return typeof value === 'object' && value !== null && '$instanceOf' in value;
}
