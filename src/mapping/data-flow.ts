/** What steps read and write: data associations, and the inputs that they need. */
import type { Expression, UseClause } from '../language/index.ts';
import {
  type Activity,
  append,
  createElement,
  type DataInput,
  type FlowNode,
  type ItemAwareElement,
  is,
  type ThrowEvent,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';

/** Compiles `reads a, b` or `writes c` on a step. Data may be declared further down, so this waits for the end. */
export function compileUses(context: CompileContext, step: FlowNode, clause: UseClause): void {
  for (const use of clause.uses) {
    context.later(() => {
      const data = context.elementOf(use.data?.ref) as ItemAwareElement | undefined;
      if (!data) return;
      if (clause.kind === 'reads') addInput(context, step, data);
      else addOutput(context, step, data);
    });
  }
}

function addInput(context: CompileContext, step: FlowNode, data: ItemAwareElement): void {
  if (!is(step, 'bpmn:Activity') && !is(step, 'bpmn:ThrowEvent')) return;
  const association = createElement('bpmn:DataInputAssociation', {
    id: associationId(context, data, step),
    targetRef: inputPort(context, step),
  });
  association.sourceRef.push(data);
  if (is(step, 'bpmn:Activity')) append(step, 'dataInputAssociations', association);
  else append(step, 'dataInputAssociations', association);
}

function addOutput(context: CompileContext, step: FlowNode, data: ItemAwareElement): void {
  if (!is(step, 'bpmn:Activity') && !is(step, 'bpmn:CatchEvent')) return;
  const association = createElement('bpmn:DataOutputAssociation', {
    id: associationId(context, step, data),
    targetRef: data,
  });
  if (is(step, 'bpmn:Activity')) append(step, 'dataOutputAssociations', association);
  else append(step, 'dataOutputAssociations', association);
}

function associationId(
  context: CompileContext,
  from: FlowNode | ItemAwareElement,
  to: FlowNode | ItemAwareElement,
): string {
  return context.idFor(`${context.keyOf(from)}->${context.keyOf(to)}`, `DataAssociation_${from.id}_${to.id}`);
}

/**
 * The schema wants a target inside the step for each input association (BPMN 2.0.2, 10.4.1). Until a mapping names one,
 * it is a property, as the common modelers write it.
 */
function inputPort(context: CompileContext, step: Activity | ThrowEvent): ItemAwareElement {
  const name = '__targetRef_placeholder';
  if (is(step, 'bpmn:ThrowEvent')) {
    const input = createElement('bpmn:DataInput', {
      id: context.idFor(`${context.keyOf(step)}/input`, `${step.id}_input`),
      name,
    });
    append(step, 'dataInputs', input);
    return input;
  }
  const existing = step.properties.find((property) => property.name === name);
  if (existing) return existing;
  const property = createElement('bpmn:Property', {
    id: context.idFor(`${context.keyOf(step)}/input`, `${step.id}_input`),
    name,
  });
  append(step, 'properties', property);
  return property;
}

/** `for each x of …` over an expression: a data input that the expression fills (BPMN 2.0.2, 10.4.2, Transformation). */
export function addCollectionInput(context: CompileContext, owner: Activity, collection: Expression): DataInput {
  const key = `${context.keyOf(owner)}/collection`;
  const input = createElement('bpmn:DataInput', {
    id: context.idFor(key, `${owner.id}_collection`),
    isCollection: true,
  });
  const inputSet = createElement('bpmn:InputSet');
  inputSet.dataInputRefs.push(input);
  const specification = createElement('bpmn:InputOutputSpecification');
  append(specification, 'dataInputs', input);
  append(specification, 'inputSets', inputSet);
  append(specification, 'outputSets', createElement('bpmn:OutputSet'));
  owner.set('ioSpecification', specification);
  const association = createElement('bpmn:DataInputAssociation', { targetRef: input });
  association.set('transformation', context.expression(collection, `${key}/expression`));
  append(owner, 'dataInputAssociations', association);
  return input;
}
