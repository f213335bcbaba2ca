/** Takes elements out of a model, so that nothing is left that points to them. */
import type { PropertyDescriptor } from '../schema/index.ts';
import { ModelObject, ownPropertyOf } from './element-class.ts';
import type { ModelElement } from './model-element.ts';
import { allElements } from './walk.ts';

/** What is nothing without what it refers to: flows without an end, shapes of nothing. By type, or one that it is derived from. */
const dependent: Readonly<Record<string, readonly string[]>> = {
  'bpmn:SequenceFlow': ['sourceRef', 'targetRef'],
  'bpmn:MessageFlow': ['sourceRef', 'targetRef'],
  'bpmn:Association': ['sourceRef', 'targetRef'],
  'bpmn:DataAssociation': ['sourceRef', 'targetRef'],
  'bpmn:BoundaryEvent': ['attachedToRef'],
  'bpmndi:BPMNShape': ['bpmnElement'],
  'bpmndi:BPMNEdge': ['bpmnElement'],
  'cmmndi:CMMNShape': ['cmmnElementRef'],
  'cmmndi:CMMNEdge': ['cmmnElementRef', 'targetCMMNElementRef'],
};

/** Takes elements out with all that is in them, all references to these, and what is nothing without them. Returns all that is gone. */
export function removeElements(root: ModelElement, elements: readonly ModelElement[]): ReadonlySet<ModelElement> {
  const all = [...allElements(root)];
  const gone = new Set<ModelElement>();
  const open = [...elements];
  for (let element = open.pop(); element; element = open.pop()) {
    if (gone.has(element)) continue;
    for (const inner of allElements(element)) gone.add(inner);
    // Each thing that goes may take others along.
    if (open.length === 0) open.push(...all.filter((one) => !gone.has(one) && isNothingWithout(one, gone)));
  }
  for (const element of gone) if (!element.$parent || !gone.has(element.$parent)) detach(element);
  for (const element of all) if (!gone.has(element)) dropReferences(element, gone);
  return gone;
}

function isNothingWithout(element: ModelElement, gone: ReadonlySet<unknown>): boolean {
  return Object.entries(dependent).some(
    ([type, properties]) =>
      element.$instanceOf(type) &&
      properties.some((name) => [ownPropertyOf(element, name)].flat().some((one) => gone.has(one))),
  );
}

function detach(element: ModelElement): void {
  const parent = element.$parent;
  if (!parent) return;
  for (const property of propertiesOf(parent)) {
    if (!property.isReference) without(parent, property, (one) => one === element);
  }
}

function dropReferences(element: ModelElement, gone: ReadonlySet<unknown>): void {
  for (const property of propertiesOf(element)) {
    if (property.isReference) without(element, property, (one) => gone.has(one));
  }
}

function without(element: ModelElement, { name }: PropertyDescriptor, isGone: (value: unknown) => boolean): void {
  const value = ownPropertyOf(element, name);
  if (Array.isArray(value)) {
    if (value.some(isGone))
      element.set(
        name,
        value.filter((one) => !isGone(one)),
      );
  } else if (value !== undefined && isGone(value)) element.set(name, undefined);
}

function propertiesOf(element: ModelElement): readonly PropertyDescriptor[] {
  return element instanceof ModelObject ? element.descriptor.properties : [];
}
