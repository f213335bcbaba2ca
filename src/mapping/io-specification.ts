/** The inputs and outputs of an activity, an event or a process (BPMN 2.0.2, 10.4.1). */
import {
  type Activity,
  append,
  type CatchEvent,
  createElement,
  type DataInput,
  type DataOutput,
  type InputOutputSpecification,
  is,
  type Process,
  type ThrowEvent,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';

/** What may have inputs: an event has those that it throws. */
export type InputOwner = Activity | Process | ThrowEvent;

/** What may have outputs: an event has those that it catches. */
export type OutputOwner = Activity | CatchEvent | Process;

export function inputsOf(owner: InputOwner): readonly DataInput[] {
  return is(owner, 'bpmn:ThrowEvent') ? owner.dataInputs : (owner.ioSpecification?.dataInputs ?? []);
}

export function outputsOf(owner: OutputOwner): readonly DataOutput[] {
  return is(owner, 'bpmn:CatchEvent') ? owner.dataOutputs : (owner.ioSpecification?.dataOutputs ?? []);
}

/** Adds an input, and names it in the first input set: what is in no set is never available. */
export function addInput(context: CompileContext, owner: InputOwner, input: DataInput): void {
  if (is(owner, 'bpmn:ThrowEvent')) {
    append(owner, 'dataInputs', input);
    if (!owner.inputSet) owner.set('inputSet', part(context, owner, 'bpmn:InputSet', 'io/inputs'));
    owner.inputSet?.dataInputRefs.push(input);
    return;
  }
  const specification = specificationOf(context, owner);
  append(specification, 'dataInputs', input);
  specification.inputSets[0]?.dataInputRefs.push(input);
}

/** Adds an output, and names it in the first output set. */
export function addOutput(context: CompileContext, owner: OutputOwner, output: DataOutput): void {
  if (is(owner, 'bpmn:CatchEvent')) {
    append(owner, 'dataOutputs', output);
    if (!owner.outputSet) owner.set('outputSet', part(context, owner, 'bpmn:OutputSet', 'io/outputs'));
    owner.outputSet?.dataOutputRefs.push(output);
    return;
  }
  const specification = specificationOf(context, owner);
  append(specification, 'dataOutputs', output);
  specification.outputSets[0]?.dataOutputRefs.push(output);
}

/** The schema wants an input set and an output set in each specification, empty or not. */
function specificationOf(context: CompileContext, owner: Activity | Process): InputOutputSpecification {
  const specification = owner.ioSpecification ?? part(context, owner, 'bpmn:InputOutputSpecification', 'io');
  if (!owner.ioSpecification) owner.set('ioSpecification', specification);
  if (specification.inputSets.length === 0)
    append(specification, 'inputSets', part(context, owner, 'bpmn:InputSet', 'io/inputs'));
  if (specification.outputSets.length === 0)
    append(specification, 'outputSets', part(context, owner, 'bpmn:OutputSet', 'io/outputs'));
  return specification;
}

/** A part that nothing refers to, with the id that the layout file keeps for it, if it keeps one. */
function part<K extends 'bpmn:InputOutputSpecification' | 'bpmn:InputSet' | 'bpmn:OutputSet'>(
  context: CompileContext,
  owner: Activity | CatchEvent | Process | ThrowEvent,
  type: K,
  role: string,
) {
  return context.keepId(createElement(type), `${context.keyOf(owner)}/${role}`);
}
