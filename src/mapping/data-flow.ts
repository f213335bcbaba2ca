/** What steps read and write: data associations, and the inputs and outputs that they lead into and come from. */
import type { Expression, Use, UseClause } from '../language/index.ts';
import {
  type Activity,
  addRead,
  addWrite,
  append,
  type CatchEvent,
  canRead,
  canWrite,
  createElement,
  type DataAssociation,
  type DataInput,
  type DataInputAssociation,
  type DataOutput,
  type FlowNode,
  type ItemAwareElement,
  is,
  type Property,
  placeholderOf,
  type ThrowEvent,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';
import { addInput, addOutput, inputsOf, outputsOf } from './io-specification.ts';

/** Compiles `reads a, b` or `writes c` on a step. Data may be declared further down, so this waits for the end. */
export function compileUses(context: CompileContext, step: FlowNode, clause: UseClause): void {
  for (const use of clause.uses) {
    context.later(() => {
      const data = context.elementOf(use.data?.ref);
      if (!data || !is(data, 'bpmn:ItemAwareElement')) return;
      if (clause.kind === 'reads') compileRead(context, step, data, use);
      else compileWrite(context, step, data, use);
    });
  }
}

function compileRead(context: CompileContext, step: FlowNode, data: ItemAwareElement, use: Use): void {
  if (!canRead(step)) return;
  const association = createElement('bpmn:DataInputAssociation');
  identify(context, association, data, step, use.transform);
  association.sourceRef.push(data);
  const identified = (property: Property) =>
    context.identify(property, `${context.keyOf(step)}/input`, `${step.id}_input`);
  association.targetRef = use.port === undefined ? placeholderOf(step, identified) : inputPort(context, step, use.port);
  addRead(step, association);
}

function compileWrite(context: CompileContext, step: FlowNode, data: ItemAwareElement, use: Use): void {
  if (!canWrite(step)) return;
  const association = createElement('bpmn:DataOutputAssociation');
  identify(context, association, step, data, use.transform);
  if (use.port !== undefined) association.sourceRef.push(outputPort(context, step, use.port));
  association.targetRef = data;
  addWrite(step, association);
}

/** Gives an association its id, and the expression that makes of the one what the other is. */
function identify(
  context: CompileContext,
  association: DataAssociation,
  from: FlowNode | ItemAwareElement,
  to: FlowNode | ItemAwareElement,
  transform?: Expression,
): void {
  const key = context.numbered(`${context.keyOf(from)}->${context.keyOf(to)}`);
  context.identify(association, key, `DataAssociation_${from.id}_${to.id}`);
  transformBy(context, association, transform, key);
}

function transformBy(
  context: CompileContext,
  association: DataAssociation,
  expression: Expression | undefined,
  key: string,
): void {
  if (expression) association.set('transformation', context.expression(expression, `${key}/expression`));
}

/** The input that a step's own `with` declares, else one of that name. */
function inputPort(context: CompileContext, step: Activity | ThrowEvent, port: string): DataInput {
  const known = inputsOf(step).find(({ id, name }) => id === port || name === port);
  if (known) return known;
  const input = createElement('bpmn:DataInput', { name: port });
  context.identify(input, `${context.keyOf(step)}/input/${port}`, `${step.id}_${port}`);
  addInput(context, step, input);
  return input;
}

/** The output that a step's own `with` declares, else one of that name. */
function outputPort(context: CompileContext, step: Activity | CatchEvent, port: string): DataOutput {
  const known = outputsOf(step).find(({ id, name }) => id === port || name === port);
  if (known) return known;
  const output = createElement('bpmn:DataOutput', { name: port });
  context.identify(output, `${context.keyOf(step)}/output/${port}`, `${step.id}_${port}`);
  addOutput(context, step, output);
  return output;
}

/** `for each x of data` on a task: the collection comes into an input of the task (BPMN 2.0.2, table 10.28). */
export function collectionFromData(context: CompileContext, owner: Activity, data: ItemAwareElement): DataInput {
  const association = createElement('bpmn:DataInputAssociation');
  identify(context, association, data, owner);
  association.sourceRef.push(data);
  return collectionInput(context, owner, association);
}

/**
 * `for each x of` an expression: the expression fills the input (BPMN 2.0.2, 10.4.2, Transformation). A sub-process must have no inputs
 * (10.4.1): a property of it has the collection.
 */
export function collectionFromExpression(
  context: CompileContext,
  owner: Activity,
  expression: Expression,
): DataInput | Property {
  const association = createElement('bpmn:DataInputAssociation');
  transformBy(context, association, expression, `${context.keyOf(owner)}/collection`);
  return is(owner, 'bpmn:SubProcess')
    ? collectionProperty(context, owner, association)
    : collectionInput(context, owner, association);
}

function collectionProperty(context: CompileContext, owner: Activity, association: DataInputAssociation): Property {
  const property = createElement('bpmn:Property');
  context.identify(property, `${context.keyOf(owner)}/collection`, `${owner.id}_collection`);
  append(owner, 'properties', property);
  association.targetRef = property;
  append(owner, 'dataInputAssociations', association);
  return property;
}

function collectionInput(context: CompileContext, owner: Activity, association: DataInputAssociation): DataInput {
  const input = createElement('bpmn:DataInput', { isCollection: true });
  context.identify(input, `${context.keyOf(owner)}/collection`, `${owner.id}_collection`);
  addInput(context, owner, input);
  association.targetRef = input;
  append(owner, 'dataInputAssociations', association);
  return input;
}
